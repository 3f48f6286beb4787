// Errors as ImapFlow 2.10.2 and Nodemailer 10.6.0 throw them, recorded against servers of these tests.
import { describe, expect, it } from 'vitest';
import { explainImapFlow } from './imap-flow-failure.ts';
import { MailStop } from './mail-failure.ts';
import { explainNodemailer } from './nodemailer-failure.ts';

const failureIn = (explained: unknown) => (explained instanceof MailStop ? explained.failure : explained);
const imap = (fields: object, alerts: readonly string[] = []) =>
  failureIn(explainImapFlow(Object.assign(new Error('Command failed'), fields), 'login', alerts));
const smtp = (fields: object) => failureIn(explainNodemailer(Object.assign(new Error('Invalid login'), fields)));

describe("ImapFlow's errors", () => {
  it('keep reply, code and challenge', () => {
    const fields = {
      responseStatus: 'NO',
      response: '2 NO [AUTHENTICATIONFAILED] Authentication failed.',
      serverResponseCode: 'AUTHENTICATIONFAILED',
      oauthError: { status: 'invalid_token', scope: 'mail' },
      authenticationFailed: true,
      executedCommand: '2 AUTHENTICATE XOAUTH2 "(* value hidden *)"',
    };
    const reply = {
      status: 'NO',
      code: 'AUTHENTICATIONFAILED',
      text: 'NO [AUTHENTICATIONFAILED] Authentication failed.',
    };
    expect(imap(fields)).toEqual({ kind: 'reply', reply, challenge: { status: 'invalid_token', scope: 'mail' } });
  });

  it('keep the good-bye and the alerts beside a reply', () => {
    expect(imap({ code: 'NoConnection', reason: '[ALERT] Too many simultaneous connections.' })).toMatchObject({
      reply: { status: 'BYE', code: 'ALERT', text: 'BYE [ALERT] Too many simultaneous connections.' },
    });
    expect(imap({ responseStatus: 'NO', responseText: 'bad name' }, ['IMAP is off'])).toMatchObject({
      reply: { status: 'NO', text: 'NO bad name IMAP is off' },
    });
  });

  it.each([
    [{ code: 'LineTooLarge' }, { kind: 'known', code: 'server-unreadable' }],
    [{ code: 'ParserError11' }, { kind: 'known', code: 'server-unreadable' }],
    [{ code: 'ClosedAfterConnectTLS' }, { kind: 'known', code: 'server-closed' }],
    [{ code: 'NoConnection' }, { kind: 'known', code: 'server-closed' }],
    [{ code: 'GREETING_TIMEOUT' }, { kind: 'known', code: 'server-silent' }],
    [
      { code: 'ECONNRESET', syscall: 'read' },
      { kind: 'network', code: 'ECONNRESET', syscall: 'read' },
    ],
    [
      { code: 'ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC', reason: 'decryption failed or bad record mac' },
      { kind: 'network', code: 'ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC' },
    ],
    [{ code: 'ERR_SSL_SSL/TLS_ALERT_BAD_RECORD' }, { kind: 'network', code: 'ERR_SSL_SSL/TLS_ALERT_BAD_RECORD' }],
    [{ authenticationFailed: true }, { kind: 'known', code: 'login-refused' }],
  ])('%j', (fields, failure) => {
    expect(imap(fields)).toEqual(failure);
  });

  it('leave a bug a bug, and a failure that is explained already alone', () => {
    const bug = new TypeError('x is not a function');
    const stop = new MailStop({ kind: 'deadline' });
    expect(explainImapFlow(bug, 'mailbox', [])).toBe(bug);
    expect(explainImapFlow(stop, 'login', [])).toBe(stop);
    expect(failureIn(explainImapFlow(new Error('Failed to fetch folders'), 'mailbox', []))).toEqual({
      kind: 'known',
      code: 'mailbox-unreachable',
    });
  });
});

describe("Nodemailer's errors", () => {
  it.each([
    [
      { code: 'EAUTH', responseCode: 535, response: '535 5.7.3 Authentication unsuccessful' },
      { kind: 'reply', reply: { status: '535', code: '5.7.3', text: '535 5.7.3 Authentication unsuccessful' } },
    ],
    [{ code: 'EPROTOCOL' }, { kind: 'known', code: 'server-unreadable' }],
    [
      { code: 'EPROTOCOL', response: 'what' },
      { kind: 'known', code: 'server-unreadable', said: 'what' },
    ],
    [{ code: 'ECONNECTION' }, { kind: 'known', code: 'server-closed' }],
    [{ code: 'ETIMEDOUT' }, { kind: 'known', code: 'server-silent' }],
    [
      { code: 'ESOCKET', originalCode: 'ECONNRESET', syscall: 'read' },
      { kind: 'network', code: 'ECONNRESET', syscall: 'read' },
    ],
  ])('%j', (fields, failure) => {
    expect(smtp(fields)).toEqual(failure);
  });

  it('leave a bug a bug', () => {
    const bug = new TypeError('x is not a function');
    expect(explainNodemailer(bug)).toBe(bug);
  });
});
