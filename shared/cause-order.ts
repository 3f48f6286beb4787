// Which of several causes has to be mended first: what opens every door comes before what opens one, what somebody can do before what
// only has to pass. Pure.
import { isWeather } from './is-weather.ts';
import { type Problem, problems } from './problem.ts';

/** They stand in the way of every service, whatever else is wrong. */
const ofAll = new Set<Problem['code']>(['offline', 'clock-wrong', 'proxy-problem']);

function rank(problem: Problem): number {
  const { actor, next } = problems[problem.code];
  if (ofAll.has(problem.code)) return 0;
  if (isWeather(problem)) return 4;
  // The key, or the password: mended once for all.
  if (next === 'sign-in-again' || next === 'type-password' || next === 'edit-registration') return 1;
  return actor === 'you' ? 2 : 3;
}

/** Those of the same rank stay as they were: receiving stands before sending. */
export function mendFirst<T>(causes: readonly T[], problemOf: (cause: T) => Problem): readonly T[] {
  return [...causes].sort((one, other) => rank(problemOf(one)) - rank(problemOf(other)));
}
