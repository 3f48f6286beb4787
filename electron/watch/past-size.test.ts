// How large the past of one account grows: a calm year, a usual one, and the worst there can be; each well below what is read back.
import { statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Ladder, rungs } from '../../shared/ladder.ts';
import { problemOf } from '../../shared/problem.ts';
import { type KeptHistory, withLook } from './history-entries.ts';
import { makePast } from './make-past.ts';
import { emptyPast, mostPastBytes, writePast } from './past-record.ts';
import { accountOf, day, hour, lookAt, minute, start } from './watched.test-part.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postkey-past-size-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const services = { imap: 'broken', pop: 'unreachable', smtp: 'passed' } as const;

/** Each look by itself, as the watch takes them. */
function lived(looks: Iterable<ReturnType<typeof lookAt>>): KeptHistory {
  let history: KeptHistory = { entries: [] };
  for (const look of looks) history = withLook(history, look);
  return history;
}

const bytesOf = (history: KeptHistory): number => Buffer.byteLength(writePast({ ...emptyPast, ...history }));

function* yearOf(looks: (at: number, turn: number) => ReturnType<typeof lookAt> | null) {
  for (let at = start, turn = 0; at < start + 365 * day; at += 15 * minute, turn += 1) {
    const look = looks(at, turn);
    if (look) yield look;
  }
}

test('a year at a computer that is switched off each night and now and then offline: below 100 kB', () => {
  const usual = lived(
    yearOf((at, turn) => {
      if ((at % day) / hour > 9) return null;
      return turn % 150 === 0 ? lookAt(at, 'connection-timeout', services) : lookAt(at);
    }),
  );
  expect(usual.entries.length).toBeGreaterThan(365);
  expect(bytesOf(usual)).toBeLessThan(100_000);
});

test('a year in which every look saw something else: bounded, and the file on the disk with it', async () => {
  const codes = ['connection-timeout', 'smtp-off', 'mailbox-forbidden'] as const;
  const worst = lived(yearOf((at, turn) => lookAt(at, codes[turn % 3], services)));
  expect(worst.entries[0]?.from).toBeLessThan(start + 2 * day);
  expect(bytesOf(worst)).toBeLessThan(600_000);
  const past = makePast({ folder, now: () => start });
  const problem = problemOf('certificate-unknown-signer', { host: 'h'.repeat(200) }, 'x'.repeat(300));
  const ladders = (['imap', 'pop', 'smtp'] as const).map(
    (service): Ladder => ({
      service,
      server: { host: `${'h'.repeat(200)}.example`, port: 993, security: 'tls' },
      loginName: 'n'.repeat(200),
      rungs: Object.fromEntries(rungs.map((rung) => [rung, { kind: 'passed', ms: 1234 }])) as Ladder['rungs'],
      state: 'broken',
      problem,
    }),
  );
  past.saw(accountOf(), { ...lookAt(start, 'smtp-off', services), ladders });
  past.keepTold(
    'a',
    Array.from({ length: 100 }, (_, turn) => `organisation-rule:2027-01-0${turn}:7`),
  );
  await past.settled();
  const beside = statSync(join(folder, 'a.json')).size;
  expect(beside).toBeLessThan(20_000);
  expect(bytesOf(worst) + beside).toBeLessThan(mostPastBytes / 2);
});
