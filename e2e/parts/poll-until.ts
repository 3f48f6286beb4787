// Waits for a fact that nothing announces, by looking again and again. For what Playwright's own expectations cannot see.

const lookEveryMs = 50;
const deadlineMs = 20_000;

/** `look` answers undefined, null, false or empty until the fact is there; `what` names it for the person who reads the failure. */
export async function pollUntil<T>(
  what: string,
  look: () => T | undefined | null | false | Promise<T | undefined | null | false>,
): Promise<T> {
  const until = Date.now() + deadlineMs;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== null && found !== false && found !== '') return found;
    if (Date.now() > until) throw new Error(`Waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
}
