// Each change is one line, with codes and milliseconds and without an address; what did not change is not said again.
import { afterEach, expect, test } from 'vitest';
import type { PostkeyState } from '../../shared/postkey-state.ts';
import { problemOf } from '../../shared/problem.ts';
import { makeStandIns } from '../../shared/stand-in-names.ts';
import { journalOf } from './journal.ts';
import { handlersOf } from './postkey-requests.ts';
import { freshView } from './resume-view.ts';
import { account, startPostkey, stopPostkeys } from './small-postkey.test-part.ts';

afterEach(stopPostkeys);

const pat = 'pat@harbour.example';
const names = makeStandIns((text) =>
  [...text].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 1e10, 7).toString(16),
);
const mailbox = names.nameOf('mailbox', pat);
const texts = (before: PostkeyState | null, now: PostkeyState): readonly string[] =>
  journalOf(before, now, names).map(({ level, room, text }) => `${level} ${room} ${text}`);

function stateWith(change: Partial<PostkeyState>): PostkeyState {
  const { postkey } = startPostkey();
  return { ...postkey.state(), ...change };
}

const setup = { ...freshView('s', false), address: pat };

test('a set-up: opened, worked, done, stopped, and closed', () => {
  const first = stateWith({ setup });
  expect(texts(null, first)).toEqual([
    `info setup ${mailbox} set-up opened, new-account, at understand`,
    `info setup ${mailbox} step understand waits for the person`,
  ]);
  expect(texts(first, first)).toEqual([]);
  const second = stateWith({
    setup: {
      ...setup,
      steps: {
        ...setup.steps,
        understand: { kind: 'done', fact: { code: 'provider-found', values: { provider: 'Harbour' } }, ms: 12 },
        test: { kind: 'failed', problem: problemOf('smtp-off', { host: 'h' }, `${pat} says no`) },
      },
      ladders: [
        {
          service: 'smtp',
          server: { host: 'smtp.harbour.example', port: 587, security: 'starttls' },
          loginName: pat,
          rungs: {
            name: { kind: 'passed', ms: 3 },
            connection: { kind: 'passed', ms: 20 },
            certificate: { kind: 'passed', ms: 1 },
            login: { kind: 'broken', ms: 204 },
            mailbox: { kind: 'not-tried' },
          },
          state: 'broken',
          totalMs: 230,
          problem: problemOf('smtp-off'),
        },
      ],
    },
  });
  expect(texts(first, second)).toEqual([
    `warn setup ${mailbox} smtp port 587 broken 230 ms (name passed 3 ms, connection passed 20 ms, certificate passed 1 ms, login broken 204 ms), 10-SMTP-OFF smtp-off`,
    `info setup ${mailbox} step understand done: provider-found 12 ms`,
    `warn setup ${mailbox} step test stopped: 10-SMTP-OFF smtp-off`,
  ]);
  expect(texts(second, stateWith({}))).toEqual([`info setup ${mailbox} set-up closed`]);
});

test('an account: looks, renewals, and its end', () => {
  const { postkey } = startPostkey({ accounts: [account] });
  const before = postkey.state();
  const at = Date.UTC(2026, 10, 24, 2);
  postkey.seen(account.id, {
    lastCheckAt: at,
    nextCheckAt: at + 900_000,
    validUntil: at + 3_000_000,
    services: { imap: 'passed' },
  });
  const looked = postkey.state();
  expect(texts(before, looked)).toEqual([`info watch ${mailbox} looked: imap passed, next in 15 min`]);
  const problem = problemOf('sign-in-ended');
  postkey.seen(account.id, {
    lastCheckAt: at + 1,
    nextCheckAt: at + 2,
    validUntil: at + 3_600_001,
    services: {},
    problem,
  });
  const ended = postkey.state();
  expect(texts(looked, ended)).toEqual([
    `info watch ${mailbox} renewed, good for 60 min`,
    `warn watch ${mailbox} looked: no server asked, 11-ENDED sign-in-ended, next in 0 min`,
  ]);
  expect(texts(ended, { ...ended, accounts: [] })).toEqual([`info watch ${mailbox} account removed`]);
});

test('no line holds an address or a server’s words', async () => {
  const { postkey } = startPostkey();
  const seen: PostkeyState[] = [postkey.state()];
  const handlers = handlersOf(postkey);
  await handlers['setup.start']({ practice: false });
  seen.push(postkey.state());
  await handlers['understand.address']({ address: pat });
  seen.push(postkey.state());
  const all = seen.flatMap((state, at) => texts(at === 0 ? null : (seen[at - 1] ?? null), state)).join('\n');
  expect(all).toContain(mailbox);
  expect(all).not.toMatch(/@|harbour/u);
});

test('a bridge: switched, its doors, its programs and a refusal, and nothing of the password that is shown', () => {
  const bridge = {
    accountId: 'a',
    isOn: true,
    loginName: pat,
    doors: [{ service: 'imap', security: 'plain', port: 17_143, state: 'open' }],
    programs: [],
    sessions: 0,
  } as const;
  const password = 'abcd-efgh-jkmn-pqrs-tvwx-yz23';
  const first = stateWith({ bridges: [bridge] });
  expect(texts(null, first)).toEqual([
    `info bridge ${mailbox} bridge on`,
    `info bridge ${mailbox} door imap plain port 17143 open`,
  ]);
  const second = stateWith({
    bridges: [
      {
        ...bridge,
        doors: [{ ...bridge.doors[0], state: 'taken', holder: 'dovecot' }],
        programs: [{ id: 'p', program: 'kmail', madeAt: 1 }],
        sessions: 3,
        refusal: { service: 'imap', at: 2, problem: problemOf('token-refused', {}, `${pat} says no`) },
      },
    ],
    bridgePassword: { accountId: 'a', programId: 'p', program: 'kmail', password },
  });
  const said = texts(first, second);
  expect(said).toEqual([
    `warn bridge ${mailbox} door imap plain port 17143 taken`,
    `info bridge ${mailbox} password made for kmail`,
    expect.stringMatching(`^warn bridge ${mailbox} refused at imap: .* token-refused$`),
  ]);
  expect(said.join()).not.toContain(password);
  expect(texts(second, stateWith({}))).toEqual([`info bridge ${mailbox} bridge gone`]);
});
