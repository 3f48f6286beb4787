import { expect, it } from 'vitest';
import type { Ladder } from '../../shared/ladder.ts';
import type { Service } from '../../shared/mail-provider.ts';
import { type ProblemCode, problemOf } from '../../shared/problem.ts';
import { causesOf, whatWorks } from './test-outcome.ts';

function ladder(service: Service, state: Ladder['state'], problem?: ProblemCode): Ladder {
  const notTried = { kind: 'not-tried' as const };
  return {
    service,
    server: { host: 'mail.example.org', port: 993, security: 'tls' },
    loginName: 'pat@example.org',
    rungs: { name: notTried, connection: notTried, certificate: notTried, login: notTried, mailbox: notTried },
    state,
    ...(problem === undefined ? {} : { problem: problemOf(problem) }),
  };
}

it('gives ladders that broke for the same cause one cause that points to both', () => {
  const causes = causesOf([
    ladder('imap', 'broken', 'name-not-found'),
    ladder('pop', 'passed'),
    ladder('smtp', 'broken', 'name-not-found'),
  ]);
  expect(causes).toEqual([{ problem: problemOf('name-not-found'), points: [0, 2], services: ['imap', 'smtp'] }]);
});

it('keeps different causes apart, in the order of the ladders', () => {
  const causes = causesOf([ladder('pop', 'broken', 'pop-off'), ladder('smtp', 'broken', 'smtp-off')]);
  expect(causes.map((cause) => cause.problem.code)).toEqual(['pop-off', 'smtp-off']);
});

it('sees no cause in a ladder that is still climbing, though an earlier climb broke', () => {
  expect(causesOf([ladder('imap', 'climbing', 'connection-lost')])).toEqual([]);
});

it('says what works', () => {
  expect(whatWorks([ladder('imap', 'broken', 'imap-off'), ladder('pop', 'passed'), ladder('smtp', 'passed')])).toBe(
    'both',
  );
  expect(whatWorks([ladder('imap', 'passed'), ladder('smtp', 'broken', 'smtp-off')])).toBe('receiving');
  expect(whatWorks([ladder('imap', 'broken', 'imap-off'), ladder('smtp', 'passed')])).toBe('sending');
  expect(whatWorks([ladder('imap', 'climbing')])).toBe('nothing');
});
