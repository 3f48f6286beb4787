// Remembers that IT was asked about a cause: the page says so, and "Try again" waits for their answer.
import { type Answer, accepted, type RequestInput } from '../../shared/ipc-contract.ts';
import { problems } from '../../shared/problem.ts';
import type { Bench } from './bench.ts';

/** Only a cause that exists; which one the page shows is the window's to say, since three servers may have three. */
export function noteAsked(bench: Bench, { step, code, by }: RequestInput<'it.asked'>): Answer {
  if (!Object.hasOwn(problems, code)) return { accepted: false, refusal: 'input-malformed' };
  bench.record({ type: 'known', known: { askedIt: { step, code, by, at: bench.world.clock.now() } } });
  return accepted;
}
