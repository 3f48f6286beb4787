// Whether the agent's page lies over the window, and the way to open and close it. Nothing of a set-up is touched by it.
import { useSyncExternalStore } from 'react';

let isOpen = false;
const listeners = new Set<() => void>();

function set(next: boolean): void {
  if (isOpen === next) return;
  isOpen = next;
  for (const listener of listeners) listener();
}

export const openAgent = (): void => set(true);
export const closeAgent = (): void => set(false);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useAgentIsOpen(): boolean {
  return useSyncExternalStore(subscribe, () => isOpen);
}

const isMac = /mac/iu.test(navigator.platform);

export const agentKeyName = isMac ? '⌘K' : 'Ctrl+K';

/** Ctrl+K; on a Mac Cmd+K, since Ctrl+K deletes there in a field. */
export function isAgentKey(event: KeyboardEvent): boolean {
  const isHeld = isMac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
  return isHeld && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k';
}
