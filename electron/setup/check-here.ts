// A look now at the accounts of a running Postkey, as its door is asked for: the same look as the watch's, waited for.
import type { CheckAnswer } from '../../shared/checked-account.ts';
import { accountsAsked, checkedAccount } from './checked-account.ts';
import type { Attempt } from './outside-world.ts';
import type { Postkey } from './postkey.ts';

const atOnce = 2;

/** Answers once all asked for were looked at, or the attempt ends: then with what is known of the others. */
export async function checkHere(
  postkey: Postkey,
  { address }: { readonly address?: string | undefined },
  { signal }: Attempt,
): Promise<CheckAnswer> {
  const asked = accountsAsked(postkey.accounts(), address);
  const busy = new Set<string>();
  const waiting = [...asked];
  const ended = new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  const lookAtNext = async (): Promise<void> => {
    for (let next = waiting.shift(); next && !signal.aborted; next = waiting.shift()) {
      const { id } = next;
      if (postkey.parts.check(next)) await Promise.race([postkey.looked(id), ended]);
      else busy.add(id);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lookAtNext));
  const views = postkey.state().accounts.filter((view) => asked.some(({ id }) => id === view.id));
  return {
    known: address === undefined || asked.length > 0,
    accounts: views.map((view) => checkedAccount(view, busy.has(view.id))),
  };
}
