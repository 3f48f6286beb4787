// Every injected fault as a test of its own; what was found goes along as `meta`, from which the stage prints its table.
import { describe, expect, it } from 'vitest';
import { allFaults } from './all-faults.ts';
import { type FaultLine, runFault } from './run-fault.ts';

declare module 'vitest' {
  interface TaskMeta {
    fault?: FaultLine;
  }
}

describe.concurrent('an injected fault', () => {
  for (const fault of allFaults) {
    it(fault.id, async ({ task }) => {
      task.meta.fault = await runFault(fault);
      expect(task.meta.fault.wrong.join('\n')).toBe('');
    });
  }
});

describe('the list of faults', () => {
  it('has every id once', () => {
    const ids = allFaults.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
