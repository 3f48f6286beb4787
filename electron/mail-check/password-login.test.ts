// Passwords over real sockets: each way a server may offer, what it says when it refuses, and what must never be seen.
import { describe, expect, it } from 'vitest';
import type { Service } from '../../shared/mail-provider.ts';
import { imapScript, popScript, smtpScript } from './mail-scripts.test-part.ts';
import type { Script, Talk } from './scripted-server.test-part.ts';
import { climbedIn, loginName, problemIn, rungsUpTo } from './trial-climb.test-part.ts';
import { trialServers } from './trial-servers.test-part.ts';

const { meet, keys } = trialServers('Trial Root');
const password = 'pä"ss\\ wörd';
const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');
const plain = base64(`\0${loginName}\0${password}`);
const onWire = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

const tryOn = (service: Service, script: Script, more: object = {}) => meet({ service, script, password, ...more });
const mechanismOf = (trial: Awaited<ReturnType<typeof tryOn>>): string | undefined =>
  climbedIn(trial).details.find((line) => line.label === 'mechanism')?.value;

describe('a password that is right', () => {
  it('goes by PLAIN where that is offered', async () => {
    const trials = [
      await tryOn('imap', imapScript({ capabilities: 'IMAP4rev1 AUTH=LOGIN AUTH=PLAIN AUTH=XOAUTH2' })),
      await tryOn('pop', popScript({ sasl: 'LOGIN PLAIN XOAUTH2' })),
      await tryOn('smtp', smtpScript({ auth: 'AUTH LOGIN PLAIN XOAUTH2' })),
    ];
    for (const trial of trials) {
      expect(mechanismOf(trial)).toMatch(/PLAIN$/u);
      expect(trial.server.heard.join('\n')).toContain(plain);
      expect(trial.reported).toEqual(rungsUpTo('mailbox', 'passed'));
      expect(JSON.stringify(trial.outcome)).not.toContain('rd');
    }
  });

  it('goes by LOGIN where nothing better is', async () => {
    const trials = [
      await tryOn('imap', imapScript({ capabilities: 'IMAP4rev1 AUTH=LOGIN' })),
      await tryOn('smtp', smtpScript({ auth: 'AUTH=LOGIN' })),
    ];
    for (const trial of trials) {
      expect(mechanismOf(trial)).toMatch(/LOGIN$/u);
      expect(trial.server.heard).toEqual(expect.arrayContaining([base64(loginName), base64(password)]));
    }
  });

  it('goes by the plain commands of old servers, byte for byte', async () => {
    const imap = await tryOn('imap', imapScript({ capabilities: 'IMAP4rev1' }), { password: 'two "words\\' });
    expect(mechanismOf(imap)).toBe('LOGIN');
    expect(imap.server.heard.find((line) => line.includes(' LOGIN '))).toContain('"two \\"words\\\\"');
    for (const wishes of [{ sasl: null }, { sasl: '' }, { sasl: 'CRAM-MD5', capa: ['USER'] }]) {
      const pop = await tryOn('pop', popScript({ ...wishes, user: (talk) => talk.say('+OK') }));
      expect(mechanismOf(pop)).toBe('USER');
      expect(pop.server.heard).toEqual(expect.arrayContaining([`USER ${loginName}`, `PASS ${onWire(password)}`]));
    }
  });

  it('is asked for under a name with a slash as under any other', async () => {
    const trial = await tryOn('imap', imapScript({ capabilities: 'IMAP4rev1 AUTH=PLAIN' }), { loginName: 'work/pat' });
    expect(mechanismOf(trial)).toBe('AUTH=PLAIN');
  });

  it('is never sent before the connection is encrypted', async () => {
    for (const [service, script] of [
      ['imap', imapScript({ startTls: keys(), capabilities: 'IMAP4rev1 AUTH=PLAIN' })],
      ['pop', popScript({ startTls: keys() })],
      ['smtp', smtpScript({ startTls: keys() })],
    ] as const) {
      const good = await tryOn(service, script, { security: 'starttls' });
      climbedIn(good);
      const bare = { imap: imapScript(), pop: popScript(), smtp: smtpScript() }[service];
      const refused = await tryOn(service, bare, { security: 'starttls' });
      expect(problemIn(refused).code).toBe('encryption-not-offered');
      expect(refused.server.heard.join('\n')).not.toMatch(/AUTH |LOGIN|PASS/u);
    }
  });
});

describe('a password that is refused', () => {
  it('is told as that, and echoed by nobody', async () => {
    const no = (line: string) => (talk: Talk) => talk.say(`${line} ${onWire(password)} ${plain} refused`);
    const trials = [
      await tryOn(
        'imap',
        imapScript({ capabilities: 'IMAP4rev1 AUTH=PLAIN', login: (talk, tag) => no(`${tag} NO`)(talk) }),
      ),
      await tryOn('imap', imapScript({ capabilities: 'IMAP4rev1', login: (talk, tag) => no(`${tag} NO`)(talk) })),
      await tryOn('pop', popScript({ login: no('-ERR') })),
      await tryOn(
        'pop',
        popScript({ sasl: null, user: (talk, line) => (line.startsWith('USER') ? talk.say('+OK') : no('-ERR')(talk)) }),
      ),
      await tryOn('smtp', smtpScript({ login: no('535 5.7.8') })),
    ];
    for (const { outcome, reported, ...trial } of trials) {
      expect(problemIn({ outcome, reported })).toMatchObject({ code: 'password-refused', facts: { phase: 'login' } });
      const shown = JSON.stringify({ outcome, reported });
      expect(shown).toContain('refused');
      for (const secret of ['wörd', 'wÃ¶rd', plain]) expect(shown).not.toContain(secret);
      expect(trial.server.heard.filter((line) => /AUTH|PASS|LOGIN/u.test(line)).length).toBeLessThan(3);
    }
  });

  it('is told what is wanted instead', async () => {
    const words = 'Application-specific password required: https://support.example.test/185833';
    const login = (talk: Talk, tag: string): void =>
      talk.say(`* NO [ALERT] ${words}`, `${tag} NO [ALERT] ${words} (Failure)`);
    const imap = await tryOn('imap', imapScript({ capabilities: 'IMAP4rev1 AUTH=PLAIN', login }));
    expect(problemIn(imap).code).toBe('app-password-needed');
    const smtp = await tryOn('smtp', smtpScript({ login: (talk) => talk.say(`534-5.7.9 ${words}`, '534 5.7.9 x') }));
    expect(problemIn(smtp).code).toBe('app-password-needed');
  });

  it('finds no way in for passwords, and sends none', async () => {
    const trials = [
      await tryOn('imap', imapScript({ capabilities: 'IMAP4rev1 LOGINDISABLED AUTH=XOAUTH2' })),
      await tryOn('pop', popScript({ sasl: 'XOAUTH2' })),
      await tryOn('smtp', smtpScript({ auth: 'AUTH XOAUTH2' })),
    ];
    for (const trial of trials) {
      expect(problemIn(trial)).toMatchObject({
        code: 'password-not-taken',
        facts: { offered: 'XOAUTH2', phase: 'login' },
      });
      expect(trial.server.heard.join('\n')).not.toMatch(/AUTHENTICATE|AUTH |PASS| LOGIN /u);
    }
  });
});
