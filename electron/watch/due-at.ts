// When an account is due to be looked at: the usual pace, sooner in trouble, in time before its key ends. Pure.
import type { WatchView } from '../../shared/account-state.ts';
import { isWeather } from '../../shared/is-weather.ts';
import { renewBeforeMs } from './renewing.ts';
import { lookEveryMs } from './watching.ts';

/** Weather is looked at again after 1, 2, 4, 8 minutes, then at the usual pace. */
const soonestMs = 60_000;
/** What looks like a refusal is looked at a second time before anybody is disturbed. */
const confirmMs = 2 * 60_000;
const widestSpreadMs = 3 * 60_000;

/** So much longer is this account's pace, so that not all come due together. The same for an id at all times. */
export function spreadOf(id: string): number {
  // FNV-1a, 32 bits: any hash will do that spreads ids well.
  let hash = 0x811c9dc5;
  for (const sign of id) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return Math.floor((hash / 2 ** 32) * widestSpreadMs);
}

/** Epoch milliseconds. `inARow`: how many looks have now met the same trouble. `spread`: of this account, milliseconds. `paceMs`: the usual. */
export function dueAt(watch: WatchView | undefined, inARow: number, spread = 0, paceMs = lookEveryMs): number {
  if (!watch) return 0;
  const usual = watch.lastCheckAt + paceMs + spread;
  if (watch.problem && isWeather(watch.problem)) {
    return Math.min(usual, watch.lastCheckAt + soonestMs * 2 ** Math.max(0, inARow - 1));
  }
  if (watch.problem && inARow === 1) return watch.lastCheckAt + confirmMs;
  // Only a person can mend it: the usual pace is enough to notice that it was mended.
  if (watch.problem || watch.validUntil === undefined) return usual;
  return Math.max(watch.lastCheckAt + soonestMs, Math.min(usual, watch.validUntil - renewBeforeMs));
}
