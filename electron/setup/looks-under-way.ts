// Which accounts are being looked at in this moment, and who waits for such a look to end. Looks at nothing itself.

export interface LooksUnderWay {
  /** A look at this account is under way. */
  isChecking(id: string): boolean;
  setChecking(id: string, isChecking: boolean): void;
  /** Resolves when no look at this account is under way. */
  looked(id: string): Promise<void>;
}

export function makeLooksUnderWay(changed: () => void): LooksUnderWay {
  const checking = new Set<string>();
  const waiting = new Map<string, (() => void)[]>();
  return {
    isChecking: (id) => checking.has(id),
    setChecking: (id, isChecking) => {
      if (isChecking) checking.add(id);
      else checking.delete(id);
      changed();
      if (isChecking) return;
      for (const hear of waiting.get(id) ?? []) hear();
      waiting.delete(id);
    },
    looked: (id) =>
      new Promise((resolve) => {
        if (checking.has(id)) waiting.set(id, [...(waiting.get(id) ?? []), resolve]);
        else resolve();
      }),
  };
}
