// Every failure that practice plays, walked by a whole Postkey with real adapters and real sockets: it stops at the step and with the
// cause that the list promises, and goes through when nothing is played any more.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { playableFailures } from '../shared/practice-failures.ts';
import { openWholePractice, type WholePractice } from './practice-whole.test-part.ts';

let whole: WholePractice;
beforeAll(async () => {
  whole = await openWholePractice();
});
afterAll(() => whole.stop());

/** Postkey goes on waiting, or mends it by itself. */
const stopsNowhere = new Set(['closed-tab', 'token-expires-early']);

describe('a set-up that plays', () => {
  it.each(playableFailures.filter(({ id }) => !stopsNowhere.has(id)).map((each) => [each.stamp, each] as const))(
    '%s stops there',
    async (_stamp, { id, step, cause, onDevice }) => {
      const stopped = await whole.walk(id, onDevice ? 'device' : 'browser');
      expect([stopped?.step, stopped?.problem.code]).toEqual([step, cause]);
    },
  );

  it('nothing goes to its end', async () => {
    expect(await whole.walk(null)).toBeNull();
    expect(whole.postkey.setup()?.view().watch?.problem).toBeUndefined();
  });
});
