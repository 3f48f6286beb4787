// Each change is one line, with codes and milliseconds and without an address; what did not change is not said again.
import { afterEach, expect, test } from 'vitest';
import type { PostkeyState } from '../../shared/postkey-state.ts';
import { problemOf } from '../../shared/problem.ts';
import { standIn } from '../../shared/stand-in-names.ts';
import { journalOf } from './journal.ts';
import { handlersOf } from './postkey-requests.ts';
import { freshView } from './resume-view.ts';
import { account, startPostkey, stopPostkeys } from './small-postkey.test-part.ts';

afterEach(stopPostkeys);

const pat = 'pat@harbour.example';
const mailbox = standIn('mailbox', pat);
const texts = (before: PostkeyState | null, now: PostkeyState): readonly string[] =>
  journalOf(before, now).map(({ level, text }) => `${level} ${text}`);

function stateWith(change: Partial<PostkeyState>): PostkeyState {
  const { postkey } = startPostkey();
  return { ...postkey.state(), ...change };
}

const setup = { ...freshView('s', false), address: pat };

test('a set-up: opened, worked, done, stopped, and closed', () => {
  const first = stateWith({ setup });
  expect(texts(null, first)).toEqual([
    `info ${mailbox} set-up opened, new-account, at understand`,
    `info ${mailbox} step understand waits for the person`,
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
    `warn ${mailbox} smtp port 587 broken 230 ms (name passed 3 ms, connection passed 20 ms, certificate passed 1 ms, login broken 204 ms), 10-SMTP-OFF smtp-off`,
    `info ${mailbox} step understand done: provider-found 12 ms`,
    `warn ${mailbox} step test stopped: 10-SMTP-OFF smtp-off`,
  ]);
  expect(texts(second, stateWith({}))).toEqual([`info ${mailbox} set-up closed`]);
});

test('an account: looks, renewals, and its end', () => {
  const { postkey } = startPostkey({ accounts: [account] });
  const before = postkey.state();
  const at = Date.UTC(2026, 10, 24, 2);
  postkey.seen(account.id, {
    lastCheckAt: at,
    nextCheckAt: at + 1000,
    validUntil: at + 5000,
    services: { imap: 'passed' },
  });
  const looked = postkey.state();
  expect(texts(before, looked)).toEqual([`info ${mailbox} looked: imap passed, next 2026-11-24T02:00:01.000Z`]);
  const problem = problemOf('sign-in-ended');
  postkey.seen(account.id, { lastCheckAt: at + 1, nextCheckAt: at + 2, validUntil: at + 9000, services: {}, problem });
  const ended = postkey.state();
  expect(texts(looked, ended)).toEqual([
    `info ${mailbox} renewed, good until 2026-11-24T02:00:09.000Z`,
    `warn ${mailbox} looked: no server asked, 11-ENDED sign-in-ended, next 2026-11-24T02:00:00.002Z`,
  ]);
  expect(texts(ended, { ...ended, accounts: [] })).toEqual([`info ${mailbox} account removed`]);
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
