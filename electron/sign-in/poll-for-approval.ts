// Waits for a person on another device (RFC 8628 section 3.5). Ends by the signal, by the code's age, or with the answer.
import type { SignInTrouble } from './explain/sign-in-trouble.ts';
import { TroubleFound } from './explain/sign-in-trouble.ts';
import { waitOrEnd } from './wire/limited-signal.ts';

export interface Polling<T> {
  /** Asks once. Rejects when the answer is not a grant; then `trouble` tells why. */
  readonly ask: () => Promise<T>;
  readonly trouble: () => SignInTrouble | null;
  /** Milliseconds between questions. */
  readonly intervalMs: number;
  /** Epoch milliseconds. */
  readonly deadlineAt: number;
  readonly now: () => number;
  readonly signal: AbortSignal;
}

/** RFC 8628 section 3.5: every `slow_down` adds five seconds, for good. */
const slowerByMs = 5000;

type Verdict = 'wait' | 'slower' | 'stop';

function judge(trouble: SignInTrouble | null): Verdict {
  if (trouble?.kind === 'refused') {
    if (trouble.error.error === 'authorization_pending') return 'wait';
    return trouble.error.error === 'slow_down' || trouble.status === 429 ? 'slower' : 'stop';
  }
  // A lost connection in a wait of minutes is weather: the code is still good.
  if (trouble?.kind === 'no-connection') return 'wait';
  if (trouble?.kind === 'stopped') return trouble.why === 'deadline' ? 'slower' : 'stop';
  return trouble?.kind === 'status' && (trouble.status >= 500 || trouble.status === 429) ? 'slower' : 'stop';
}

/** Resolves with the grant; rejects with a trouble, or with the library's own error when it is not about waiting. */
export async function pollForApproval<T>(polling: Polling<T>): Promise<T> {
  let intervalMs = polling.intervalMs;
  for (;;) {
    const left = polling.deadlineAt - polling.now();
    if (left <= 0) throw new TroubleFound({ kind: 'device-too-late' });
    await waitOrEnd(Math.min(intervalMs, left), polling.signal).catch(() => {
      throw new TroubleFound({ kind: 'stopped', why: 'ended', host: '' });
    });
    const answer = await polling.ask().then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    );
    if ('value' in answer) return answer.value;
    const verdict = judge(polling.trouble());
    if (verdict === 'stop') throw answer.error;
    if (verdict === 'slower') intervalMs += slowerByMs;
  }
}

/** RFC 8628 section 3.2: five seconds where the server names no interval; a number that is none counts as none. */
export function pollIntervalMs(interval: unknown): number {
  return typeof interval === 'number' && Number.isFinite(interval) && interval >= 0
    ? Math.max(1, interval) * 1000
    : 5000;
}
