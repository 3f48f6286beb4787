// What a program hears when its password is right and the provider does not let it in, and when its password is wrong.
import { describe, expect, it } from 'vitest';
import type { Service } from '../../shared/mail-provider.ts';
import { type Problem, type ProblemCode, problemOf, problems } from '../../shared/problem.ts';
import { refusalOf } from './refusal-of.ts';
import type { Program, TrialWish } from './trial-bridge.test-part.ts';
import { trials } from './trials.test-part.ts';

const trial = trials();

const logIn: Readonly<Record<Service, (program: Program, password: string) => void>> = {
  imap: (program, password) => program.say(`a LOGIN pat ${password}\r\n`),
  pop: (program, password) => program.say(`USER pat\r\nPASS ${password}\r\n`),
  smtp: (program, password) => program.say(`AUTH PLAIN ${Buffer.from(`\0pat\0${password}`).toString('base64')}\r\n`),
};
const answer: Readonly<Record<Service, RegExp>> = {
  imap: /^a .*\r\n/mu,
  pop: /^-ERR .*\r\n/mu,
  smtp: /^[45]\d\d .*\r\n/mu,
};

/** Cause, and how each protocol says it. */
const refusals: readonly (readonly [ProblemCode, Readonly<Record<Service, string>>, string])[] = [
  ['connection-timeout', { imap: 'a NO [UNAVAILABLE] ', pop: '-ERR [SYS/TEMP] ', smtp: '454 4.7.0 ' }, '10-NO-REPLY'],
  ['provider-fault', { imap: 'a NO [UNAVAILABLE] ', pop: '-ERR [SYS/TEMP] ', smtp: '454 4.7.0 ' }, '11-OUTAGE'],
  ['sign-in-ended', { imap: 'a NO [UNAVAILABLE] ', pop: '-ERR [SYS/TEMP] ', smtp: '454 4.7.0 ' }, '11-ENDED'],
  ['token-refused', { imap: 'a NO [UNAVAILABLE] ', pop: '-ERR [SYS/TEMP] ', smtp: '454 4.7.0 ' }, '10-REFUSED'],
  ['key-store-locked', { imap: 'a NO [UNAVAILABLE] ', pop: '-ERR [SYS/TEMP] ', smtp: '454 4.7.0 ' }, '8-STORE-SHUT'],
  ['too-many-connections', { imap: 'a NO [LIMIT] ', pop: '-ERR [SYS/TEMP] ', smtp: '454 4.7.0 ' }, '10-TOO-MANY'],
  ['mailbox-in-use', { imap: 'a NO [INUSE] ', pop: '-ERR [IN-USE] ', smtp: '454 4.7.0 ' }, '10-IN-USE'],
  ['imap-off', { imap: 'a NO [CONTACTADMIN] ', pop: '-ERR [SYS/PERM] ', smtp: '550 5.7.0 ' }, '10-IMAP-OFF'],
  ['smtp-off', { imap: 'a NO [CONTACTADMIN] ', pop: '-ERR [SYS/PERM] ', smtp: '550 5.7.0 ' }, '10-SMTP-OFF'],
];

describe.each(refusals)('%s', (code, said, stamp) => {
  it.each(['imap', 'pop', 'smtp'] as const)('is said in %s with a sentence and a code, and noted', async (service) => {
    let problem: Problem | null = problemOf(code, { host: 'imap.harbour.example' });
    const { dial, password, refused, bridge } = await trial({ refuse: () => problem });
    const program = await dial(service);
    logIn[service](program, password);
    const line = (await program.hear(answer[service])).split('\r\n').at(-2) ?? '';
    expect(line.startsWith(said[service])).toBe(true);
    expect(line).toContain('Your password is right');
    expect(line).toMatch(new RegExp(`Code ${stamp}$`, 'u'));
    expect(line).toMatch(/^[\x20-\x7e]{1,320}$/u);
    expect(refused).toEqual([problem]);
    expect(bridge.seen('pat').refusal).toMatchObject({ service, problem: { code } });
    // The next one that works takes it back, on the same connection; but IMAP knows how to say that it leaves, and comes again.
    const isShownOut = service === 'imap' && ['later', 'limit', 'in-use'].includes(refusalOf(problemOf(code)).kind);
    if (isShownOut) await program.gone;
    const next = isShownOut ? await dial(service) : program;
    problem = null;
    logIn[service](next, password);
    await next.hear(/Logged in through Postkey\r\n/u);
    expect(bridge.seen('pat').refusal).toBeUndefined();
    expect(bridge.seen('pat').sessions).toBe(1);
  });
});

it.each([
  ['provider-fault', 'UNAVAILABLE'],
  ['too-many-connections', 'LIMIT'],
  ['mailbox-in-use', 'INUSE'],
] as const)(
  'says good-bye in IMAP before it refuses %s, which passes by itself, so that nobody is asked for another password',
  async (code, word) => {
    const { dial, password } = await trial({ refuse: () => problemOf(code) });
    const program = await dial('imap');
    logIn.imap(program, password);
    const said = await program.hear(/^a NO.*\r\n/mu);
    expect(said).toMatch(new RegExp(`^\\* BYE \\[${word}\\] Your password is right.*\\r\\na NO \\[${word}\\] `, 'mu'));
    await program.gone;
  },
);

it('never says that a password is wrong when it is not, whatever the provider says', () => {
  for (const code of Object.keys(problems) as ProblemCode[]) {
    expect(refusalOf(problemOf(code)).kind).not.toBe('wrong-password');
  }
});

it('says so when the keys cannot be opened, and opens no road further', async () => {
  const { dial, password, counts } = await trial({ noKeys: () => problemOf('key-store-locked') });
  const program = await dial('imap');
  logIn.imap(program, password);
  expect(await program.hear(answer.imap)).toContain('a NO [UNAVAILABLE] ');
  await expect.poll(() => counts).toEqual({ opened: 1, closed: 1, loggedIn: 0 });
});

it('says so when the keys do not come, as from a key store that waits for its password, and lets go of the road', async () => {
  let come: (none: null) => void = () => undefined;
  const never = new Promise<null>((resolve) => {
    come = resolve;
  });
  const after: TrialWish['after'] = (ms, call) => (ms === 45_000 ? fire(call) : () => undefined);
  const { dial, password, counts } = await trial({ noKeys: () => never, after });
  const program = await dial('imap');
  logIn.imap(program, password);
  expect(await program.hear(answer.imap)).toContain('a NO [UNAVAILABLE] ');
  come(null);
  await expect.poll(() => counts).toEqual({ opened: 1, closed: 1, loggedIn: 0 });
});

describe('a bug on the way', () => {
  const bug = (): never => {
    throw new Error('a bug');
  };

  it.each([
    ['keys', { noKeys: bug }, 'imap', { opened: 1, closed: 1, loggedIn: 0 }],
    ['road', { noRoad: bug }, 'imap', { opened: 1, closed: 0, loggedIn: 0 }],
    ['login', { refuse: bug }, 'pop', { opened: 1, closed: 0, loggedIn: 0 }],
  ] as const)('to the %s is said, noted, and leaves nothing open', async (_, wish, service, counts) => {
    const made = await trial(wish);
    const program = await made.dial(service);
    logIn[service](program, made.password);
    expect(await program.hear(answer[service])).toContain('Your password is right');
    await expect.poll(() => made.counts).toEqual(counts);
    expect(made.failures.splice(0)).toHaveLength(1);
  });

  it('of any other kind ends the connection, and no other', async () => {
    const made = await trial();
    const other = await made.dial('imap');
    await made.follow((kept) => ({
      ...kept,
      programs: kept.programs.map((each) => ({ ...each, salt: null as never })),
    }));
    const program = await made.dial('imap');
    logIn.imap(program, made.password);
    await program.gone;
    expect(made.failures.splice(0)).toHaveLength(1);
    other.say('a NOOP\r\n');
    await other.hear(/a OK/u);
  });

  it('to what the server offers does not keep a program from its greeting', async () => {
    const made = await trial({ noRoad: bug });
    const program = await made.dial('smtp');
    program.say('EHLO box\r\n');
    await program.hear(/^250 AUTH .*\r\n/mu);
    expect(made.failures.splice(0)).toHaveLength(1);
  });
});

describe('a wrong password', () => {
  it.each([
    ['imap', 'a NO [AUTHENTICATIONFAILED] '],
    ['pop', '-ERR [AUTH] '],
    ['smtp', '535 5.7.8 '],
  ] as const)('is refused in %s, without a word to the provider', async (service, said) => {
    const { dial, counts, bridge } = await trial();
    const program = await dial(service);
    logIn[service](program, 'not-the-one');
    expect(await program.hear(answer[service])).toContain(`${said}This is not the password that Postkey made`);
    expect(counts).toEqual({ opened: 0, closed: 0, loggedIn: 0 });
    expect(bridge.seen('pat')).toEqual({ sessions: 0 });
  });

  it('shows the program out after the third', async () => {
    const { dial } = await trial({ after: (ms, call) => (ms <= 8_000 ? fire(call) : () => undefined) });
    const program = await dial('imap');
    for (let time = 0; time < 3; time += 1) program.say('a LOGIN pat wrong\r\n');
    expect(await program.hear(/\* BYE.*\r\n/u)).toContain('Too many tries');
    await program.gone;
  });
});

function fire(call: () => void): () => void {
  const timer = setImmediate(call);
  return () => clearImmediate(timer);
}
