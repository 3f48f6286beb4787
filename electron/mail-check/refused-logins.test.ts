import { describe, expect, it } from 'vitest';
import type { Service } from '../../shared/mail-provider.ts';
import { imapScript, popScript, smtpScript } from './mail-scripts.test-part.ts';
import type { Script, Talk } from './scripted-server.test-part.ts';
import { host, loginName, problemIn, rungsUpTo } from './trial-climb.test-part.ts';
import { trialServers } from './trial-servers.test-part.ts';

const { meet } = trialServers('Trial Root');

const tryOn = (service: Service, script: Script, more: { readonly token?: string } = {}) =>
  meet({ service, script, ...more });

const challenge = (json: object): string => Buffer.from(JSON.stringify(json)).toString('base64');
const andThenHangUp = (line: string) => (talk: Talk) => {
  talk.say(line);
  talk.hangUp();
};
const refusedByGoogle = { status: '400', schemes: 'Bearer', scope: 'https://mail.google.com/' };

describe('a token the server refuses', () => {
  it('is met by IMAP with a challenge that is answered, and then the final NO', async () => {
    let answer = 'none';
    const trial = await tryOn(
      'imap',
      imapScript({
        login: async (talk, tag) => {
          talk.say(`+ ${challenge(refusedByGoogle)}`);
          answer = await talk.hear();
          talk.say(`${tag} NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)`);
        },
      }),
    );
    expect(answer).toBe('');
    expect(problemIn(trial)).toEqual({
      code: 'token-refused',
      facts: { service: 'imap', host, port: trial.server.port, security: 'tls', phase: 'login', status: '400' },
      serverSaid: 'NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)',
    });
    expect(trial.reported).toEqual(rungsUpTo('login', 'broken'));
  });

  it('is met by POP with an empty line, or 0x01 for OAUTHBEARER', async () => {
    for (const [sasl, closing] of [
      ['XOAUTH2', ''],
      ['OAUTHBEARER', 'AQ=='],
    ] as const) {
      let answer = 'none';
      const trial = await tryOn(
        'pop',
        popScript({
          sasl,
          login: async (talk) => {
            talk.say(`+ ${challenge({ status: 'invalid_token', 'openid-configuration': 'https://idp.test' })}`);
            answer = await talk.hear();
            talk.say('-ERR [AUTH] Authentication failed.');
          },
        }),
      );
      expect(answer).toBe(closing);
      expect(problemIn(trial)).toMatchObject({
        code: 'token-refused',
        serverSaid: '-ERR [AUTH] Authentication failed.',
      });
    }
  });

  it('is met by SMTP with an empty line, and no second token', async () => {
    const trial = await tryOn(
      'smtp',
      smtpScript({
        login: async (talk) => {
          talk.say(`334 ${challenge(refusedByGoogle)}`);
          await talk.hear();
          talk.say(
            '535-5.7.8 Username and Password not accepted.',
            '535 5.7.8  https://support.example.test/?p=BadCredentials x1 - gsmtp',
          );
        },
      }),
    );
    expect(problemIn(trial)).toMatchObject({ code: 'token-refused', facts: { phase: 'login' } });
    expect(trial.server.heard.filter((line) => line.startsWith('AUTH'))).toHaveLength(1);
  });

  it('lacks a scope that the server names', async () => {
    const missing = challenge({ status: 'insufficient_scope', scope: 'mail.read' });
    const trial = await tryOn(
      'pop',
      popScript({
        login: async (talk) => {
          talk.say(`+ ${missing}`);
          await talk.hear();
          talk.say('-ERR no');
        },
      }),
    );
    expect(problemIn(trial)).toMatchObject({ code: 'permission-missing-at-server', facts: { scope: 'mail.read' } });
  });

  it('comes with a challenge that is garbage, and is still understood', async () => {
    for (const garbage of ['', 'not base64!', 'bm90IGpzb24=', 'A'.repeat(9000), challenge(['x'])]) {
      const trial = await tryOn(
        'imap',
        imapScript({
          login: async (talk, tag) => {
            talk.say(`+ ${garbage}`);
            await talk.hear();
            talk.say(`${tag} NO AUTHENTICATE failed.`);
          },
        }),
      );
      expect(problemIn(trial)).toMatchObject({ code: 'login-refused', serverSaid: 'NO AUTHENTICATE failed.' });
    }
  });

  it('is not shown, even when the server echoes it in the clear or encoded', async () => {
    const short = 'Qx7-short';
    const encoded = Buffer.from(`user=${loginName}\x01auth=Bearer ${short}\x01\x01`).toString('base64');
    for (const echo of [short, `Bearer ${short}`, encoded]) {
      const trials = [
        await tryOn('imap', imapScript({ login: (talk, tag) => talk.say(`${tag} NO bad: ${echo}.`) }), {
          token: short,
        }),
        await tryOn('pop', popScript({ login: (talk) => talk.say(`-ERR bad: ${echo}.`) }), { token: short }),
        await tryOn('smtp', smtpScript({ login: (talk) => talk.say(`535 5.7.3 bad: ${echo}.`) }), { token: short }),
      ];
      for (const { outcome, reported } of trials) {
        expect(outcome.ok).toBe(false);
        expect(JSON.stringify({ outcome, reported })).toContain('bad');
        expect(JSON.stringify({ outcome, reported })).not.toContain(short);
        expect(JSON.stringify({ outcome, reported })).not.toContain(encoded);
      }
    }
  });
});

describe('a login that ends elsewhere', () => {
  it('passes at Exchange and finds no mailbox, in NAMESPACE or in SELECT', async () => {
    const words = 'BAD User is authenticated but not connected.';
    const trials = [
      await tryOn('imap', imapScript({ namespace: words })),
      await tryOn('imap', imapScript({ select: (talk, tag) => talk.say(`${tag} ${words}`) })),
    ];
    for (const trial of trials) {
      expect(problemIn(trial)).toMatchObject({
        code: 'mailbox-unreachable',
        facts: { phase: 'mailbox' },
        serverSaid: words,
      });
      expect(trial.reported).toEqual(rungsUpTo('mailbox', 'broken'));
    }
  });

  it('meets IMAP switched off in an alert beside the refusal', async () => {
    const login = (talk: { say(...lines: string[]): void }, tag: string) =>
      talk.say(
        '* NO [ALERT] Your account is not enabled for IMAP use. Please visit your settings.',
        `${tag} NO [AUTHENTICATIONFAILED] Failure`,
      );
    expect(problemIn(await tryOn('imap', imapScript({ login })))).toMatchObject({ code: 'programs-off' });
  });

  it('meets POP switched off at STAT', async () => {
    const trial = await tryOn(
      'pop',
      popScript({ stat: '-ERR [SYS/PERM] Your account is not enabled for POP access.' }),
    );
    expect(problemIn(trial)).toMatchObject({ code: 'pop-off', facts: { phase: 'mailbox' } });
  });

  it('meets SMTP switched off for the organisation', async () => {
    const words =
      '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. [AM0PR01.eurprd01.prod.outlook.com]';
    const trial = await tryOn('smtp', smtpScript({ login: (talk) => talk.say(words) }));
    expect(problemIn(trial)).toMatchObject({ code: 'smtp-off', facts: { level: 'organisation' }, serverSaid: words });
  });

  it('is told to wait by a throttled Exchange, and does not wait', async () => {
    const words = 'BAD Request is throttled. Suggested Backoff Time: 92415 milliseconds';
    const trial = await tryOn('imap', imapScript({ login: (talk, tag) => talk.say(`${tag} ${words}`) }));
    expect(problemIn(trial)).toMatchObject({ code: 'too-many-tries', facts: { seconds: 93 } });
  });

  it('finds no token login on offer', async () => {
    const trials = [
      await tryOn('imap', imapScript({ capabilities: 'IMAP4rev1 AUTH=PLAIN AUTH=LOGIN' })),
      await tryOn('pop', popScript({ sasl: 'PLAIN LOGIN', invitation: '-ERR Unsupported authentication mechanism' })),
      await tryOn('smtp', smtpScript({ auth: 'AUTH PLAIN LOGIN' })),
    ];
    for (const trial of trials) {
      expect(problemIn(trial)).toMatchObject({
        code: 'sign-in-not-offered',
        facts: { phase: 'login', offered: 'PLAIN LOGIN' },
      });
      expect(trial.server.heard.join('\n')).not.toMatch(/dXNlcj|bixhP/u);
    }
  });

  it('loses the session between login and mailbox', async () => {
    const trials = [
      await tryOn('imap', imapScript({ select: (talk) => talk.hangUp() })),
      await tryOn('pop', popScript({ login: andThenHangUp('+OK') })),
      await tryOn('smtp', smtpScript({ rset: '421 4.3.2 closing' })),
    ];
    expect(trials.map((trial) => problemIn(trial).code)).toEqual(['server-closed', 'server-closed', 'server-busy']);
    for (const trial of trials) expect(trial.reported).toEqual(rungsUpTo('mailbox', 'broken'));
  });
});
