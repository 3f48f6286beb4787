// What is asked of IT: every cause it must mend has a part, no value breaks out of a command, nothing is opened wider than needed.
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { clouds } from '../mail-provider.ts';
import { type ProblemCode, problems } from '../problem.ts';
import words from '../words/en/it-request.json' with { type: 'json' };
import google from './google.json' with { type: 'json' };
import { type ItRequestAbout, itRequest } from './it-request.ts';
import { itRequestsSchema } from './it-request-schema.ts';
import { mailSystemOf, mailSystems } from './mail-system-of.ts';
import microsoft from './microsoft.json' with { type: 'json' };
import network from './network.json' with { type: 'json' };
import ownServer from './own-server.json' with { type: 'json' };
import { quoteForShell } from './quote-for-shell.ts';

const parts = [microsoft, google, ownServer, network].flatMap((file) => itRequestsSchema.parse(file).parts);
const causes = (Object.keys(problems) as ProblemCode[]).filter(
  (code) => problems[code].actor === 'it' || problems[code].next === 'ask-it',
);
const pat: ItRequestAbout = {
  cause: 'smtp-off',
  system: 'microsoft',
  mailbox: "o'brien@example.org",
  service: 'smtp',
  clientId: '11111111-2222-3333-4444-555555555555',
  services: ['imap', 'smtp'],
  host: 'smtp.office365.com',
  port: 587,
};

describe('the data', () => {
  it('has each part once, with its words, and no words without a part', () => {
    expect(parts.map(({ id }) => id).sort()).toEqual(Object.keys(words.parts).sort());
  });

  /** Google opens no mailbox to another person by IMAP, and gives no mail by device code. */
  const nothingToDo = new Set([
    ...['google mailbox-forbidden', 'google device-code-not-allowed', 'google not-assigned'],
    // Each is the other's own.
    ...['google own-sign-in-fault', 'microsoft not-a-tester'],
  ]);
  const wanted = mailSystems.flatMap((system) => causes.map((cause) => [system, cause] as const));
  it.each(wanted)('%s: %s has something for IT to do', (system, cause) => {
    if (nothingToDo.has(`${system} ${cause}`)) return;
    expect(itRequest({ cause, system })).not.toEqual([]);
  });

  it('says of everything that changes more than a mailbox, person or computer what else it affects', () => {
    const wide = parts.filter(({ reach }) => reach === 'organisation' || reach === 'server' || reach === 'group');
    expect(wide.filter(({ id }) => words.parts[id as keyof typeof words.parts].keep.length < 20)).toEqual([]);
    expect(parts.filter(({ reach, command }) => reach === 'organisation' && command)).toEqual([]);
  });

  it('has no command that opens a whole organisation, and no check that changes anything', () => {
    const lines = parts.flatMap(({ command }) => command?.lines ?? []);
    expect(lines.filter((line) => /TransportConfig|AllPrincipals|SecurityDefault|CASMailboxPlan/u.test(line))).toEqual(
      [],
    );
    const checks = parts.flatMap(({ check }) => check?.lines ?? []);
    expect(checks.filter((line) => /\b(?:Set|New|Add|Update|Remove|Invoke|Import)-|acl set|=yes/u.test(line))).toEqual(
      [],
    );
  });
});

describe('a request', () => {
  it('fills in this mailbox, and doubles a quotation mark in it', () => {
    const [step] = itRequest(pat);
    expect(step?.command?.lines).toEqual([
      "Set-CASMailbox -Identity 'o''brien@example.org' -SmtpClientAuthenticationDisabled $false",
    ]);
    expect(step?.path).toContain("o'brien@example.org");
    expect(step?.page).toBe('https://admin.microsoft.com');
    expect(step?.command?.connect).toBe('Connect-ExchangeOnline');
  });

  it.each([
    ['us-gov', 'Connect-ExchangeOnline -ExchangeEnvironmentName O365USGovGCCHigh', 'https://portal.office365.us'],
    ['us-dod', 'Connect-ExchangeOnline -ExchangeEnvironmentName O365USGovDoD', 'https://portal.apps.mil'],
    ['china', 'Connect-ExchangeOnline -ExchangeEnvironmentName O365China', 'https://portal.partner.microsoftonline.cn'],
  ] as const)('goes to the cloud %s, and says that nobody compared it there', (cloud, connect, page) => {
    const [step] = itRequest({ ...pat, cloud });
    expect([step?.command?.connect, step?.page, step?.verified]).toEqual([connect, page, false]);
  });

  it('asks IMAP’s switch for IMAP, and a delegate’s rights only for a delegate', () => {
    const ids = (about: Partial<ItRequestAbout>) => itRequest({ ...pat, ...about }).map(({ id }) => id);
    expect(ids({ cause: 'login-refused', service: 'imap' })).toContain('ms-imap');
    expect(ids({ cause: 'login-refused', service: 'imap' })).not.toContain('ms-smtp');
    expect(ids({ cause: 'mailbox-unreachable', service: 'imap' })).not.toContain('ms-full-access');
    expect(ids({ cause: 'mailbox-unreachable', service: 'imap', person: 'sam@example.org' })).toContain(
      'ms-full-access',
    );
  });

  it('speaks of a registration only where it is the organisation’s own', () => {
    expect(itRequest({ ...pat, cause: 'secret-expired' })).toEqual([]);
    expect(itRequest({ ...pat, cause: 'secret-expired', organisationsApp: true })[0]?.id).toBe('ms-app-secret');
  });

  it('leaves open what it does not know, and forgets no blank', () => {
    for (const system of mailSystems) {
      for (const cloud of clouds) {
        for (const cause of Object.keys(problems) as ProblemCode[]) {
          const steps = itRequest({ cause, system, cloud, organisationsApp: true });
          expect(JSON.stringify(steps)).not.toMatch(/<[a-z]\w*>|undefined/u);
        }
      }
    }
    expect(itRequest({ cause: 'smtp-off', system: 'microsoft' })[0]?.command?.lines[0]).toContain("'MAILBOX'");
  });
});

describe('hostile values', () => {
  const evil = [
    "x'; Remove-Mailbox -Identity *; '",
    'x\u2019; Remove-Item C:\\ -Recurse; \u2018',
    'x$(whoami)`whoami`@example.org',
    'x\n; rm -rf ~\r\n@example.org',
    '-Identity *',
    '\u202Egro.elpmaxe@x',
    'x" | iex "',
  ];
  it.each(evil)('%j stays one word in PowerShell', (value) => {
    for (const shell of ['exchange', 'graph', 'powershell'] as const) {
      const quoted = quoteForShell(shell, value);
      if (quoted === null) continue;
      expect(quoted).toMatch(/^'(?:[^'\u2018-\u201b\p{Cc}]|(['\u2018-\u201b])\1)*'$/u);
    }
  });

  it.each(evil)('%j stays one word in a shell', (value) => {
    const quoted = quoteForShell('shell', value);
    if (quoted === null) return;
    const back = execFileSync('/bin/sh', ['-c', `printf %s ${quoted}`], { encoding: 'utf8' });
    expect(back).toBe(value.replace(/[\p{Cc}\p{Cf}]/gu, '').trim());
  });

  it.each(evil)('%j brings nothing to GAM that a shell reads', (value) => {
    expect(quoteForShell('gam', value) ?? 'MAILBOX').toMatch(/^[\w.+@-]+$/u);
  });

  it.each(evil)('%j as mailbox, person, client ID and server adds no line and no option', (value) => {
    for (const cause of causes) {
      for (const step of itRequest({ ...pat, cause, mailbox: value, person: value, clientId: value, host: value })) {
        for (const line of [...(step.command?.lines ?? []), ...(step.check?.lines ?? [])]) {
          expect(line).not.toMatch(/\p{Cc}/u);
          // Outside of quotation marks nothing of it is left.
          expect(line.replace(/'(?:[^'\u2018-\u201b]|(['\u2018-\u201b])\1)*'/gu, '')).not.toMatch(
            /Remove-|rm -rf|whoami|iex/u,
          );
        }
      }
    }
  });
});

it.each([
  [{ hosts: ['outlook.office365.com'] }, { system: 'microsoft' }],
  [{ hosts: ['outlook-dod.office365.us'] }, { system: 'microsoft', cloud: 'us-dod' }],
  [{ hosts: ['smtp.office365.us.'] }, { system: 'microsoft', cloud: 'us-gov' }],
  [{ hosts: ['imap.partner.outlook.cn'] }, { system: 'microsoft', cloud: 'china' }],
  [{ hosts: ['notoffice365.com'], provider: 'Gmail' }, { system: 'google' }],
  [{ hosts: ['mail.example.org'], signIn: 'openid' }, { system: 'own-server' }],
  [{ hosts: ['mail.example.org'], said: '535 5.7.139 SmtpClientAuthentication is disabled' }, { system: 'microsoft' }],
  [{ provider: 'Microsoft 365' }, { system: 'microsoft' }],
  [{}, { system: 'own-server' }],
] as const)('%j is looked after at %j', (hints, system) => {
  expect(mailSystemOf(hints)).toEqual(system);
});
