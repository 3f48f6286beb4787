import { describe, expect, it } from 'vitest';
import { imapScript, popScript, smtpScript } from './mail-scripts.test-part.ts';
import type { Script, Talk } from './scripted-server.test-part.ts';
import { host, problemIn, rungsUpTo } from './trial-climb.test-part.ts';
import { trialServers } from './trial-servers.test-part.ts';

const { meet } = trialServers('Trial Root');
const services = ['imap', 'pop', 'smtp'] as const;
const greetings = { imap: '* OK hello', pop: '+OK hello', smtp: '220 hello' } as const;

const silent: Script = (talk) => talk.gone;

describe.each(services)('over %s', (service) => {
  it('a server that talks plain text where encryption is expected', async () => {
    const trial = await meet({ service, encrypted: false, script: (talk) => talk.say(greetings[service]) });
    expect(problemIn(trial)).toMatchObject({
      code: 'encryption-not-spoken',
      facts: { phase: 'certificate', service, host },
    });
    expect(trial.reported).toEqual(rungsUpTo('certificate', 'broken'));
  });

  it.each([
    ['before the handshake', 'tls', false, 'certificate'],
    ['before the plain greeting', 'starttls', false, 'certificate'],
    ['before the greeting', 'tls', true, 'login'],
  ] as const)('a server that stalls %s', async (_, security, encrypted, phase) => {
    const deadline = { come: () => {} };
    const trial = await meet({
      service,
      security,
      encrypted,
      script: silent,
      onDeadlineSet: (come) => {
        deadline.come = come;
      },
      onRung: (rung, state) => {
        if (rung === phase && state.kind === 'running') setImmediate(deadline.come);
      },
    });
    expect(problemIn(trial)).toMatchObject({ code: 'server-silent', facts: { phase } });
    expect(trial.reported).toEqual(rungsUpTo(phase, 'broken'));
    await expect.poll(() => trial.server.open()).toBe(0);
  });

  it('a server that stalls in the middle of the login', async () => {
    const deadline = { come: () => {} };
    const login = (talk: Talk) => {
      deadline.come();
      return talk.gone;
    };
    const script = { imap: imapScript({ login }), pop: popScript({ login }), smtp: smtpScript({ login }) }[service];
    const onDeadlineSet = (come: () => void) => {
      deadline.come = come;
    };
    const trial = await meet({ service, script, onDeadlineSet });
    expect(problemIn(trial)).toMatchObject({ code: 'server-silent', facts: { phase: 'login' } });
    await expect.poll(() => trial.server.open()).toBe(0);
  });

  it('a server that closes at once, in the handshake, or during the login', async () => {
    const login = (talk: Talk) => talk.hangUp();
    const script = { imap: imapScript({ login }), pop: popScript({ login }), smtp: smtpScript({ login }) }[service];
    const atOnce: Script = (talk) => talk.hangUp();
    const trials = [
      await meet({ service, script: atOnce, encrypted: false }),
      await meet({ service, script: atOnce, encrypted: false, security: 'starttls' }),
      await meet({ service, script: atOnce }),
      await meet({ service, script }),
    ];
    expect(trials.map((trial) => problemIn(trial).code)).toEqual(Array(4).fill('server-closed'));
    expect(trials.map((trial) => problemIn(trial).facts['phase'])).toEqual([
      'certificate',
      'certificate',
      'login',
      'login',
    ]);
  });

  it('a connection cut off in the middle', async () => {
    const login = (talk: Talk) => talk.reset();
    const script = { imap: imapScript({ login }), pop: popScript({ login }), smtp: smtpScript({ login }) }[service];
    const trials = [
      await meet({ service, script: (talk) => talk.reset(), encrypted: false, security: 'starttls' }),
      await meet({ service, script }),
    ];
    for (const trial of trials) expect(problemIn(trial).code).toMatch(/^(?:connection-lost|server-closed)$/u);
  });

  it.each([
    ['greeting', 'tls', true],
    ['plain greeting', 'starttls', false],
  ] as const)('a %s of a megabyte without a line end', async (_, security, encrypted) => {
    const trial = await meet({ service, security, encrypted, script: (talk) => talk.raw('x'.repeat(1024 * 1024)) });
    expect(problemIn(trial)).toMatchObject({ code: 'server-unreadable' });
    expect(problemIn(trial).serverSaid?.length ?? 0).toBeLessThanOrEqual(200);
    await expect.poll(() => trial.server.open()).toBe(0);
  });

  it('a megabyte without a line end in answer to the login', async () => {
    const login = (talk: Talk, tag: string) =>
      talk.raw(`${service === 'imap' ? `${tag} NO ` : ''}${'x'.repeat(1024 * 1024)}`);
    const script = {
      imap: imapScript({ login }),
      pop: popScript({ login: (talk) => login(talk, '') }),
      smtp: smtpScript({ login: (talk) => login(talk, '') }),
    }[service];
    expect(problemIn(await meet({ service, script }))).toMatchObject({
      code: 'server-unreadable',
      facts: { phase: 'login' },
    });
  });

  it.each(['tls', 'starttls'] as const)('another service behind the port, over %s', async (security) => {
    for (const other of services.filter((each) => each !== service)) {
      const script: Script = async (talk) => {
        talk.say(greetings[other]);
        await talk.gone;
      };
      const trial = await meet({ service, security, encrypted: security === 'tls', script });
      expect(problemIn(trial)).toMatchObject({ code: 'server-wrong-protocol', facts: { spoken: other } });
    }
  });

  it('garbage for a greeting', async () => {
    const script: Script = (talk) => talk.say('\x00\x1b[31m\u00ff what is this');
    const trial = await meet({ service, script });
    expect(problemIn(trial)).toMatchObject({ code: 'server-unreadable', serverSaid: '[31mÿ what is this' });
  });

  it('no encryption on offer, and nothing said about the person', async () => {
    const script = { imap: imapScript(), pop: popScript(), smtp: smtpScript() }[service];
    const trial = await meet({ service, script, encrypted: false, security: 'starttls' });
    expect(problemIn(trial)).toMatchObject({ code: 'encryption-not-offered', facts: { phase: 'certificate' } });
    expect(trial.server.heard.join('\n')).not.toMatch(/AUTH/u);
  });

  it('words slipped in before the handshake', async () => {
    const consent = { imap: 'S1 OK begin\r\n', pop: '+OK begin\r\n', smtp: '220 begin\r\n' }[service];
    const script: Script = async (talk) => {
      talk.say(greetings[service]);
      if (service === 'smtp' && (await talk.hear())) talk.say('250-mail.test', '250 STARTTLS');
      await talk.hear();
      talk.raw(`${consent}${greetings[service]} and more\r\n`);
      await talk.gone;
    };
    const trial = await meet({ service, script, encrypted: false, security: 'starttls' });
    expect(problemIn(trial)).toMatchObject({ code: 'server-unreadable', facts: { reason: 'early-bytes' } });
  });

  it.each(['name', 'connection', 'certificate', 'login'] as const)('a cancel on the rung "%s"', async (rung) => {
    const cancel = new AbortController();
    const script: Script = rung === 'login' ? silent : (talk) => talk.say(greetings[service]);
    const trial = await meet({
      service,
      script,
      encrypted: rung === 'login',
      signal: cancel.signal,
      onRung: (each, state) => {
        if (each === rung && state.kind === 'running') queueMicrotask(() => cancel.abort());
      },
    });
    expect(problemIn(trial).code).toBe('took-too-long');
    expect(trial.reported.at(-1)).toBe(`${rung} running`);
    await expect.poll(() => trial.server.open()).toBe(0);
  });
});

describe('a greeting that is a refusal', () => {
  it.each([
    ['imap', '* BYE not today', 'server-closed'],
    ['pop', '-ERR not today', 'server-closed'],
    ['smtp', '554 mail.test no service for you', 'server-closed'],
    ['smtp', '450 mail.test later', 'server-busy'],
  ] as const)('%s: %s', async (service, greeting, code) => {
    const trial = await meet({ service, script: (talk) => talk.say(greeting) });
    expect(problemIn(trial)).toMatchObject({ code, serverSaid: greeting.replace(/^\* /u, '') });
  });
});

describe('IMAP alone', () => {
  it('refuses a flood of well-formed lines', async () => {
    const login = (talk: Talk) => {
      for (let line = 0; line < 40; line += 1) talk.raw('* OK still here and going on\r\n'.repeat(2000));
    };
    expect(problemIn(await meet({ service: 'imap', script: imapScript({ login }) }))).toMatchObject({
      code: 'server-unreadable',
    });
  });

  it('refuses a literal of a gigabyte before it comes', async () => {
    const login = (talk: Talk, tag: string) => talk.say(`* ID ("name" {999999999}`, `${tag} NO`);
    expect(problemIn(await meet({ service: 'imap', script: imapScript({ login }) }))).toMatchObject({
      code: 'server-unreadable',
    });
  });

  it('takes no session that asks for no login', async () => {
    const trial = await meet({ service: 'imap', script: (talk) => talk.say('* PREAUTH welcome') });
    expect(problemIn(trial).code).toBe('server-unreadable');
  });

  it('passes on why the server said good-bye', async () => {
    const greeting = '* BYE Too many simultaneous connections. (Failure)';
    const early = await meet({ service: 'imap', script: (talk) => talk.say(greeting) });
    const login = (talk: Talk) => {
      talk.say(greeting);
      talk.hangUp();
    };
    const late = await meet({ service: 'imap', script: imapScript({ login }) });
    for (const trial of [early, late]) expect(problemIn(trial).code).toBe('too-many-connections');
  });
});

describe('the settings', () => {
  it.each([
    [{ loginName: 'pat\r\nA1 LOGOUT' }, 'loginName'],
    [{ loginName: 'pat\x01auth=Bearer other' }, 'loginName'],
    [{ host: 'mail.test\0' }, 'host'],
    [{ token: 'two words' }, 'token'],
    [{ password: 'two\r\nQUIT' }, 'password'],
  ] as const)('%j never reach the wire', async (odd, reason) => {
    for (const service of services) {
      const trial = await meet({ service, script: silent, ...odd });
      expect(problemIn(trial)).toMatchObject({ code: 'unexpected', facts: { reason } });
      expect(trial.reported).toEqual([]);
    }
  });
});
