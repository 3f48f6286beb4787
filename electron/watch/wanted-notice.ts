// Whether a person must hear of an account now, and what: pure, and short, because a notice disturbs. Weather never does.
import type { EndingView } from '../../shared/ending.ts';
import { isWeather } from '../../shared/is-weather.ts';
import { type Problem, type ProblemCode, problems } from '../../shared/problem.ts';
import type { AccountRecord } from '../setup/memory.ts';

export type NoticeText =
  | { readonly kind: 'needs'; readonly who: 'you' | 'it'; readonly code: ProblemCode; readonly facts: Problem['facts'] }
  | { readonly kind: 'ending'; readonly what: 'signIn' | 'secret'; readonly days: 7 | 1; readonly at: number };

export interface Notice {
  /** The same for the same cause. */
  readonly key: string;
  readonly accountId: string;
  readonly address: string;
  readonly practice: boolean;
  readonly text: NoticeText;
}

const dayMs = 24 * 3_600_000;

/** Of the problem that stands, or of an ending that comes near; null: nothing is worth a disturbance. `now`: epoch milliseconds. */
export function wantedNotice(
  account: AccountRecord,
  { isConfirmed, endings }: { readonly isConfirmed: boolean; readonly endings: readonly EndingView[] },
  now: number,
): Notice | null {
  const { id: accountId, address, practice, watch } = account;
  const problem = watch?.problem;
  const about = { accountId, address, practice };
  const who = problem ? whoMustAct(problem, account) : null;
  if (problem && who) {
    const { code, facts } = problem;
    return isConfirmed ? { ...about, key: needsKey(code), text: { kind: 'needs', who, code, facts } } : null;
  }
  const near = endings.flatMap((ending) => nearEnding(ending, now))[0];
  return near ? { ...about, ...near } : null;
}

export const needsKey = (code: ProblemCode): string => `needs:${code}`;
export const isNeedsKey = (key: string): boolean => key.startsWith('needs:');

/** The provider refused the sign-in itself: there is no doubt, and no server that might answer otherwise next time. */
export const isBeyondDoubt = ({ watch }: AccountRecord): boolean =>
  watch?.problem !== undefined && Object.keys(watch.services).length === 0;

/** Null: nobody here, or nothing but waiting helps. */
export function whoMustAct(problem: Problem, { registration }: AccountRecord): 'you' | 'it' | null {
  if (isWeather(problem)) return null;
  const { actor, next } = problems[problem.code];
  const isTheirs = next === 'edit-registration' && registration.source === 'preset';
  if (actor === 'it' || next === 'ask-it' || isTheirs) return 'it';
  return actor === 'you' || (next !== 'try-again' && next !== 'none') ? 'you' : null;
}

/** A week before and a day before, unless the whole time is hardly longer; never for what may never come. */
function nearEnding({ cause, at, sure, values }: EndingView, now: number): readonly Pick<Notice, 'key' | 'text'>[] {
  if (at === undefined || sure === 'possible') return [];
  const left = at - now;
  const days = left <= dayMs ? 1 : 7;
  const whole = typeof values['days'] === 'number' ? values['days'] : Number.POSITIVE_INFINITY;
  if (left <= 0 || left > 7 * dayMs || whole < 2 * days || cause === 'not-renewable') return [];
  // By the day: a date that the provider says again a second later is the same one.
  const key = `${cause}:${new Date(at).toISOString().slice(0, 10)}:${days}`;
  return [{ key, text: { kind: 'ending', what: cause === 'secret-end' ? 'secret' : 'signIn', days, at } }];
}
