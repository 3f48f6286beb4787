// Tells weather from a real refusal. Weather passes by itself and asks nobody. Pure.
import { type Problem, problems } from './problem.ts';

const passing = new Set<Problem['code']>([
  'offline',
  'name-service-silent',
  'name-not-found',
  'connection-refused',
  'connection-timeout',
  'connection-lost',
  'no-route',
  'server-silent',
  'server-closed',
  'server-busy',
  'took-too-long',
  'provider-fault',
  'answer-unreadable',
  'too-many-connections',
  'too-many-tries',
]);

/** True for what may be gone at the next look without anybody doing anything. */
export function isWeather(problem: Problem): boolean {
  return passing.has(problem.code) || problems[problem.code].actor === 'wait';
}
