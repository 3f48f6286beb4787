// Step 9: which mail programs the person uses, or none. Hands nothing over by itself.
import { type Answer, accepted, type RequestInput } from '../../shared/ipc-contract.ts';
import type { Bench } from './bench.ts';

/** Step 9: which programs, or none. */
export function choosePrograms(bench: Bench, input: RequestInput<'configure.choose'>): Answer {
  const programs = [...new Set(input.programs)];
  bench.record({ type: 'known', known: { programs } });
  const [first] = programs;
  bench.status('configure', {
    kind: 'done',
    fact: first
      ? { code: 'programs-chosen', values: { count: programs.length, first } }
      : { code: 'no-program-chosen' },
    ms: 0,
  });
  bench.advance();
  return accepted;
}
