// A server that knows the person under another name: those the provider gave are tried before giving up, few, and never a password.
import { afterEach, describe, expect, test } from 'vitest';
import { type ProblemCode, problemOf } from '../../shared/problem.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import { type AccountSetup, makeAccountSetup } from './account-setup.ts';
import type { MailLogin } from './outside-world.ts';
import { otherNames } from './person-names.ts';
import { freshView } from './resume-view.ts';
import { signInAgainView } from './sign-in-again.ts';
import { grantFor, makeSmallWorld, provider, type SmallWorld, until } from './small-world.test-part.ts';

const typed = 'pat@harbour.example';
const aliases = ['pat.moreno@harbour.example', 'pmoreno', 'p.moreno@harbour.example', 'fourth@harbour.example'];

const running: AccountSetup[] = [];
afterEach(() => {
  for (const setup of running.splice(0)) setup.stop();
});

function start(small: SmallWorld, view: SetupView = freshView('account-1', false)): AccountSetup {
  const setup = makeAccountSetup(view, {
    world: small.world,
    changed: () => undefined,
    addAccount: (account) => small.accounts.push(account),
    accounts: () => small.accounts,
  });
  running.push(setup);
  return setup;
}

/** A server that answers by login name; `null` lets in. */
function answering(small: SmallWorld, answer: (login: MailLogin) => ProblemCode | null): string[] {
  const asked: string[] = [];
  small.world.mailCheck.climb = async (login, report) => {
    if (login.service === 'imap') asked.push(login.loginName);
    const code = answer(login);
    report.rung('login', code ? { kind: 'broken', ms: 3 } : { kind: 'passed', ms: 3 });
    return code ? { ok: false, problem: problemOf(code) } : { ok: true, value: { totalMs: 5, details: [] } };
  };
  return asked;
}

async function toTheTest(small: SmallWorld, signsInAs?: string): Promise<AccountSetup> {
  const person = signsInAs ?? typed;
  small.script.grant = () => ({
    ok: true,
    value: grantFor(person, { person: { address: person, aliases, name: 'Pat' } }),
  });
  const setup = start(small);
  await setup.handlers['understand.address']({ address: typed, ...(signsInAs ? { signsInAs } : {}) });
  await until(setup.view, (view) => view.steps.flow.kind === 'done');
  await setup.handlers['understand.confirm']({ wanted: ['imap', 'smtp'] });
  await setup.handlers['request.signIn']({});
  await until(setup.view, (view) => view.steps.response.kind === 'working');
  small.script.answer({ code: 'c', state: 's1' });
  return setup;
}

const ended = ({ view }: AccountSetup) =>
  until(view, ({ steps }) => steps.test.kind === 'failed' || steps.test.kind === 'done');

describe('a server that refuses the typed name', () => {
  test.each(['login-refused', 'mailbox-unreachable', 'token-refused'] as const)(
    'with %s is asked for another one, which is kept',
    async (code) => {
      const small = makeSmallWorld();
      const asked = answering(small, ({ loginName }) => (loginName === 'pmoreno' ? null : code));
      const setup = await toTheTest(small);
      const view = await ended(setup);
      expect(view.steps.test).toMatchObject({ kind: 'done', fact: { code: 'services-passed' } });
      expect(view.ladders[0]).toMatchObject({ state: 'passed', loginName: 'pmoreno', insteadOf: typed });
      expect(view.ladders[0]?.problem).toBeUndefined();
      // A key that is refused is renewed first. Step 11 goes on with the name that worked.
      const tries = [...(code === 'token-refused' ? [typed] : []), typed, aliases[0], 'pmoreno'];
      expect(asked.slice(0, tries.length)).toEqual(tries);
      expect(new Set(asked.slice(tries.length - 1))).toEqual(new Set(['pmoreno']));
      await setup.handlers['configure.choose']({ programs: [] });
      await until(setup.view, ({ steps }) => steps.monitor.kind === 'done');
      const account = small.accounts.at(-1);
      expect(account).toMatchObject({
        loginNames: { imap: 'pmoreno', smtp: 'pmoreno' },
        insteadOf: { imap: typed, smtp: typed },
        personChecked: true,
      });
      // Signing in again begins with the name that worked.
      if (!account) throw new Error('no account');
      expect(signInAgainView(account, 1).foundNames).toEqual({ imap: 'pmoreno', smtp: 'pmoreno' });
    },
  );

  test('is asked at most three more times, and says what it said to the first', async () => {
    const small = makeSmallWorld();
    const asked = answering(small, ({ loginName }) => (loginName === typed ? 'mailbox-unreachable' : 'login-refused'));
    const view = await ended(await toTheTest(small));
    expect(asked).toEqual([typed, ...aliases.slice(0, 3)]);
    expect(view.ladders[0]).toMatchObject({
      state: 'broken',
      loginName: typed,
      problem: { code: 'mailbox-unreachable' },
      refusedNames: aliases.slice(0, 3),
      rungs: { login: { kind: 'broken' } },
    });
    expect(view.foundNames).toBeUndefined();
  });

  test('is left alone once it asks to slow down', async () => {
    const small = makeSmallWorld();
    const asked = answering(small, ({ loginName }) => (loginName === typed ? 'login-refused' : 'too-many-tries'));
    const view = await ended(await toTheTest(small));
    expect(asked).toEqual([typed, aliases[0]]);
    expect(view.ladders[0]?.refusedNames).toBeUndefined();
  });

  test('is not asked where something else is wrong', async () => {
    const small = makeSmallWorld();
    const asked = answering(small, () => 'imap-off');
    await ended(await toTheTest(small));
    expect(asked).toEqual([typed]);
  });

  test('has one deadline for all names', async () => {
    const small = makeSmallWorld();
    const { after } = small.world.clock;
    // The ladder's own time is over at once; others run as they are.
    small.world.clock.after = (ms, call) => after(ms <= 20_000 && ms > 15_000 ? 0 : ms, call);
    const asked: string[] = [];
    small.world.mailCheck.climb = async ({ service, loginName }, _report, { signal }) => {
      if (service === 'imap') asked.push(loginName);
      if (loginName === typed) return { ok: false, problem: problemOf('login-refused') };
      if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve));
      return { ok: false, problem: problemOf('took-too-long') };
    };
    const view = await ended(await toTheTest(small));
    expect(asked).toEqual([typed, aliases[0]]);
    expect(view.ladders[0]?.problem?.code).toBe('login-refused');
  });
});

test('a shared mailbox is read under its own name, and sent from under one of the delegate’s', async () => {
  const small = makeSmallWorld();
  const tried: string[] = [];
  answering(small, ({ service, loginName }) => {
    tried.push(`${service} ${loginName}`);
    return 'login-refused';
  });
  await ended(await toTheTest(small, 'sam@harbour.example'));
  expect(tried.filter((each) => each.startsWith('imap'))).toEqual([`imap ${typed}`]);
  expect(tried.filter((each) => each.startsWith('smtp'))).toHaveLength(4);
});

test('what the person typed as the login name stands alone', () => {
  const names = {
    address: typed,
    provider: { is: provider },
    person: { typed, expected: typed, signedInAs: typed, name: 'Pat', alsoKnownAs: aliases },
  };
  expect(otherNames(names, 'imap', typed)).toHaveLength(3);
  expect(otherNames({ ...names, typed: { servers: {}, loginNames: { imap: 'own' } } }, 'imap', 'own')).toEqual([]);
});

test('a name that holds more than a name is none', () => {
  const names = {
    address: typed,
    provider: { is: provider },
    person: { typed, expected: typed, signedInAs: typed, name: 'Pat', alsoKnownAs: ['a b', 'x\r\nA1 LOGOUT', ''] },
  };
  expect(otherNames(names, 'imap', typed)).toEqual([]);
});
