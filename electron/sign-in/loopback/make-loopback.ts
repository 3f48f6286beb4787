// The loopback a browser brings its answer to: puts the room's parts together behind the `Loopback` interface. No logic of its own.
import type { Clock, Loopback } from '../../setup/outside-world.ts';
import type { LoopbackLimits } from './bind-loopback.ts';
import { makeBrowserPage } from './browser-page.ts';
import type { BrowserPageWords } from './browser-page-words.ts';
import type { RefusedRequest } from './judge-request.ts';
import { type ListeningParts, openListening } from './open-listening.ts';
import { probeLoopback } from './probe-loopback.ts';

export interface LoopbackParts {
  readonly words: BrowserPageWords;
  /** Asked for each page, so that a change of language counts at once. BCP 47. */
  readonly language: () => string;
  readonly direction: () => 'ltr' | 'rtl';
  readonly clock: Clock;
  /** Told of every request that was not taken; the reason holds nothing of the request and may be logged. */
  readonly onRefused?: (reason: RefusedRequest) => void;
  /** Writes a bug to the log; the wait goes on. */
  readonly logUnexpected: (error: unknown) => void;
  readonly limits?: LoopbackLimits;
}

const usualLimits: LoopbackLimits = { connectionMs: 10_000, connections: 48 };

/** Listens on 127.0.0.1 and ::1 only. `answer` resolves once the browser has its page; after that the port stays for reloads, at most a minute, until `close`. */
export function makeLoopback(parts: LoopbackParts): Loopback {
  const inside: ListeningParts = {
    clock: parts.clock,
    limits: parts.limits ?? usualLimits,
    page: (wish, providerName) =>
      makeBrowserPage({
        ...wish,
        providerName,
        words: parts.words,
        language: parts.language(),
        direction: parts.direction(),
        dock: process.platform === 'darwin',
      }),
    onRefused: parts.onRefused ?? (() => {}),
    onBug: parts.logUnexpected,
  };
  return {
    open: async (wish, attempt) => {
      const opened = await openListening(wish, attempt, inside);
      return opened.ok ? { ok: true, value: opened.value.listening } : opened;
    },
    selfTest: (attempt) => probeLoopback(attempt, inside),
  };
}
