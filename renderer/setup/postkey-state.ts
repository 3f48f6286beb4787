// The window's copy of the newest snapshot, and the one way to ask main for something. It keeps nothing else,
// merges nothing, and never guesses: what happened is whatever the next snapshot says.
import { useSyncExternalStore } from 'react';
import type { Answer, PostkeyWindow, RequestInput, RequestName } from '../../shared/ipc-contract.ts';
import type { PostkeyState } from '../../shared/postkey-state.ts';
import type { SetupView } from '../../shared/setup-state.ts';

declare global {
  interface Window {
    readonly postkey: PostkeyWindow;
  }
}

let newest: PostkeyState | undefined;
const listeners = new Set<() => void>();

function take(state: PostkeyState): void {
  // Snapshots may overtake each other on the way; the revision says which is newer.
  if (newest !== undefined && state.revision < newest.revision) return;
  newest = state;
  for (const listener of listeners) listener();
}

/** Listens for snapshots and says that the window is ready; resolves with the first one, before anything is drawn. */
export function connectToMain(): Promise<PostkeyState> {
  return new Promise((resolve) => {
    window.postkey.onState((state) => {
      take(state);
      resolve(state);
    });
    void window.postkey.request('window.ready', {});
  });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function current(): PostkeyState {
  if (newest === undefined) throw new Error('No snapshot yet: connectToMain() comes before the first render');
  return newest;
}

/** The newest snapshot, whole. */
export function usePostkey(): PostkeyState {
  return useSyncExternalStore(subscribe, current);
}

/** The set-up in progress. Throws when there is none: only pages of a set-up may call it. */
export function useSetup(): SetupView {
  const { setup } = usePostkey();
  if (setup === undefined) throw new Error('No set-up in progress');
  return setup;
}

/** Sends a request. The answer says only whether it was accepted, or why not; the outcome is in a later snapshot. */
export function ask<N extends RequestName>(name: N, input: RequestInput<N>): Promise<Answer> {
  return window.postkey.request(name, input);
}
