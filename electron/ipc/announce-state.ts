// The way back: snapshots to the window, at most one a tick, the latest wins. Must not keep or change what it sends.
import type { WebContents } from 'electron';
import { channels } from '../../shared/ipc-channels.ts';
import type { PostkeyState } from '../../shared/postkey-state.ts';
import { makeLatestPerTick } from './latest-per-tick.ts';

export interface Announcer {
  announce(state: PostkeyState): void;
  stop(): void;
}

/** `contents` is the one window's, null while there is none: a snapshot nobody can see is dropped, `window.ready` asks again. */
export function makeAnnouncer(contents: () => WebContents | null): Announcer {
  const latest = makeLatestPerTick<PostkeyState>((state) => {
    const window = contents();
    if (window === null || window.isDestroyed() || window.isCrashed()) return;
    window.send(channels.state, state);
  }, setImmediate);
  return { announce: latest.put, stop: latest.stop };
}
