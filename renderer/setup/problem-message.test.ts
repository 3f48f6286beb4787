// What IT gets to read when a person copies the message.
import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { problemOf } from '../../shared/problem.ts';
import { problemMessage } from './problem-message.ts';
import { startWords } from './words.ts';

const place = { service: 'smtp', host: 'smtp.office365.com', port: 587, security: 'starttls', phase: 'login' };
const about = {
  problem: problemOf('smtp-off', place, '535 5.7.139 SmtpClientAuthentication is disabled for the Mailbox'),
  step: 'test',
  address: 'ada@harbour.example',
  organisation: 'Harbour & Sons',
  provider: 'Microsoft 365',
  now: Date.UTC(2026, 10, 23, 12, 0, 0),
} as const;

beforeAll(() => startWords('en'));

describe('the message for IT', () => {
  it('says who, where, when, the code, the server’s words and what to switch on', () => {
    const message = problemMessage(i18next.t, 'en', about);
    for (const part of [
      'ada@harbour.example',
      'Organisation: Harbour & Sons',
      'Provider: Microsoft 365',
      'Server: smtp.office365.com:587',
      'Service: Sending, by SMTP',
      '2026',
      'Code: 10-SMTP-OFF',
      'The server said: 535 5.7.139',
      'Please switch on Authenticated SMTP',
    ]) {
      expect(message).toContain(part);
    }
    expect(message).not.toMatch(/\{\{|undefined|You did nothing wrong/u);
  });

  it('leaves out what is not known', () => {
    const { address, step, now } = about;
    const message = problemMessage(i18next.t, 'en', { address, step, now, problem: problemOf('approval-needed') });
    expect(message).not.toMatch(/Server:|Service:|Organisation:|Provider:|The server said/u);
    expect(message).toContain('Please approve the app');
  });
});
