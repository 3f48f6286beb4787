// What a program is told when the provider does not let it in, so that it neither asks its person for a password that is right nor gives up
// what would work later. Pure.
import { isWeather } from '../../shared/is-weather.ts';
import { type Problem, problemStamp, problems } from '../../shared/problem.ts';
import type { WireKey } from './wire-words.ts';

/**
 * `later`: passes by itself. `person`: once the person has done something in Postkey. `limit`, `in-use`: once another program has left.
 * `never`: somebody else has to change something.
 */
export type RefusalKind = 'wrong-password' | 'other-user' | 'later' | 'person' | 'limit' | 'in-use' | 'never';

export interface Refusal {
  readonly kind: RefusalKind;
  /** Fit for the wire. */
  readonly sentence: string;
}

export interface RefusalWords {
  readonly kind: RefusalKind;
  readonly key: WireKey;
  /** The code to read out on the telephone. */
  readonly code: string;
}

const atTheKeys = new Set<Problem['code']>(['no-key-store', 'key-store-locked', 'not-saved', 'record-unreadable']);
const whileRenewing = new Set<Problem['code']>([
  'sign-in-ended',
  'session-over',
  'no-renewal',
  'token-invalid',
  'provider-fault',
  'sign-in-time-limit',
]);

export function refusalOf(problem: Problem): RefusalWords {
  const code = problemStamp(whileRenewing.has(problem.code) ? 'refresh' : 'test', problem);
  if (atTheKeys.has(problem.code)) return { kind: 'person', key: 'locked', code: problemStamp('store', problem) };
  if (problem.code === 'too-many-connections') return { kind: 'limit', key: 'tooMany', code };
  if (problem.code === 'mailbox-in-use') return { kind: 'in-use', key: 'tooMany', code };
  if (isWeather(problem)) return { kind: 'later', key: 'later', code };
  const { actor } = problems[problem.code];
  if (actor === 'you' || actor === 'app') return { kind: 'person', key: 'person', code };
  return { kind: 'never', key: 'organisation', code };
}
