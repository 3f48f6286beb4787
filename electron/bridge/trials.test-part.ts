// Test only: the bridges of a test file, each stopped after its test, with a look whether anything in them broke.
import { afterEach, expect } from 'vitest';
import { openTrialBridge, type TrialBridge, type TrialWish } from './trial-bridge.test-part.ts';

/** Registers what is to be done after the file's tests. */
export function trials(): (wish?: TrialWish) => Promise<TrialBridge> {
  const open: TrialBridge[] = [];
  afterEach(async () => {
    for (const each of open.splice(0)) {
      await each.stop();
      expect(each.failures).toEqual([]);
    }
  });
  return async (wish = {}) => {
    const made = await openTrialBridge(wish);
    open.push(made);
    return made;
  };
}
