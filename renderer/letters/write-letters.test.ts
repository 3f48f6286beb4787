// The letters as an administrator reads them: everything needed stands in them, and nothing is left open.
import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import english from '../../shared/words/en/approval.json' with { type: 'json' };
import { sayIn } from './letter-text.ts';
import type { ApprovalLetterAbout } from './write-approval-letter.ts';
import { writeApprovalLetter } from './write-approval-letter.ts';
import { writeRegistrationLetter } from './write-registration-letter.ts';

const outlook = 'https://outlook.office.com/';
const adminLink = `https://login.microsoftonline.com/t-1/v2.0/adminconsent?client_id=c-1&redirect_uri=http://localhost&scope=${outlook}SMTP.Send`;
const microsoft: ApprovalLetterAbout = {
  approval: {
    adminLink,
    tenant: 't-1',
    clientId: 'c-1',
    permissions: [
      { service: 'imap', official: `${outlook}IMAP.AccessAsUser.All` },
      { service: 'smtp', official: `${outlook}SMTP.Send` },
      { service: 'identity', official: 'openid' },
      { service: 'identity', official: 'email' },
    ],
  },
  provider: { shortName: 'Microsoft', signIn: 'microsoft' },
  address: 'pat@harbour.example',
};

beforeAll(async () => {
  await i18next.init({ lng: 'en', fallbackLng: 'en', resources: {}, partialBundledLanguages: true });
  i18next.addResourceBundle('en', 'approval', english);
});

const approval = (about: ApprovalLetterAbout) => writeApprovalLetter(about)(sayIn('en'), 'en');
const registration = (about: Parameters<typeof writeRegistrationLetter>[0]) =>
  writeRegistrationLetter(about)(sayIn('en'), 'en');

describe('the letter that asks for approval', () => {
  it('says who asks, where to agree, what happens at the end, what for, and how to do it for one person', () => {
    const { subject, body } = approval({ ...microsoft, organisation: 'Harbour Schools' });
    expect(subject).toBe('Please approve Postkey for pat@harbour.example');
    expect(body).toContain('my mailbox pat@harbour.example');
    expect(body).toContain('Harbour Schools wants to approve an app');
    expect(body).toContain('Only an administrator can do that.');
    expect(body.split('\n')).toContain(adminLink);
    expect(body).toMatch(/a page of localhost that cannot be reached\. That is right\./u);
    expect(body).toContain('for me alone');
    expect(body.split('\n')).toEqual(
      expect.arrayContaining([
        '- IMAP.AccessAsUser.All: read, sort and delete mail (IMAP)',
        '- SMTP.Send: send mail (SMTP)',
        '- openid email: see who signed in',
        'Client ID: c-1',
        'Tenant: t-1',
      ]),
    );
  });

  it('names both for a shared mailbox, and is signed by who signs in', () => {
    const { body } = approval({ ...microsoft, signsInAs: 'sam@harbour.example', address: 'info@harbour.example' });
    expect(body).toContain('I am sam@harbour.example');
    expect(body).toContain('the shared mailbox info@harbour.example');
    expect(body.endsWith('\n\nsam@harbour.example')).toBe(true);
  });

  it('tells Google’s administrators which client ID to trust and where, without a link', () => {
    const clientId = '1-a.apps.googleusercontent.com';
    const mail = 'https://mail.google.com/';
    const { body } = approval({
      ...microsoft,
      provider: { shortName: 'Google', signIn: 'google' },
      approval: {
        clientId,
        permissions: [
          { service: 'imap', official: mail },
          { service: 'smtp', official: mail },
        ],
      },
    });
    expect(body).toContain('Google Admin console, Security, API controls, Manage app access');
    expect(body).toContain(`Client ID: ${clientId}`);
    expect(body).toContain(`- ${mail}: read, sort, delete and send mail`);
    expect(body).not.toMatch(/adminconsent|localhost|Tenant/u);
  });
});

it('the letter about a registration says what to register and what to send back', () => {
  const provider = {
    shortName: 'Microsoft',
    signIn: 'microsoft' as const,
    deviceCode: true,
    consolePage: 'https://console.example.org/',
  };
  const { body } = registration({
    provider,
    address: 'pat@harbour.example',
    redirect: 'http://localhost',
    permissions: [{ purpose: 'imap', text: 'IMAP.AccessAsUser.All' }],
  });
  expect(body).toContain('Where: https://console.example.org/');
  expect(body).toContain('redirect URI http://localhost');
  expect(body).toContain('Allow public client flows');
  expect(body).toContain('- IMAP.AccessAsUser.All: read, sort and delete mail (IMAP)');
  expect(body).toContain('send me back the client ID and the tenant ID');
});

it('no letter leaves a blank or a word key behind', () => {
  const signIns = ['microsoft', 'google', 'openid', 'password'] as const;
  const letters = signIns.flatMap((signIn) => [
    approval({ ...microsoft, provider: { shortName: 'X', signIn } }),
    approval({ ...microsoft, provider: { shortName: 'X', signIn }, approval: { clientId: 'c', permissions: [] } }),
    registration({ provider: { shortName: 'X', signIn, deviceCode: true }, permissions: [] }),
    registration({ provider: { shortName: 'X', signIn, deviceCode: false }, address: 'a@b.example', permissions: [] }),
  ]);
  for (const { subject, body, fileName } of letters) {
    expect(`${subject}\n${fileName}\n${body}`).not.toMatch(/\{\{|undefined|(?:letters|purposes)\.|\n{3}/u);
  }
});
