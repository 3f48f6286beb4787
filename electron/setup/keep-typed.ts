// What was typed and would be gone with a restart, client secret and password, is sealed before the sign-in. Never touches the keys
// of an account that one has.
import type { Bench } from './bench.ts';
import { heldPassword, needsBoth } from './password-road.ts';
import { Secret } from './secret.ts';

/** An account rests on what is sealed under the set-up's id: that stays until a sign-in has brought new keys. */
export function hasAccount(bench: Bench): boolean {
  const { id } = bench.view();
  return bench.accounts().some((account) => account.id === id);
}

/**
 * Written whole and at once, so that it can never come after the keys of the sign-in that follows. Without a key store it is asked for
 * again, which is right.
 */
export function keepTyped(bench: Bench): void {
  const view = bench.view();
  const { clientSecret } = bench.held;
  const password = needsBoth(view) ? heldPassword(bench.held, view) : null;
  if (hasAccount(bench) || (!clientSecret && !password)) return;
  const keys = { renewal: null, accessToken: new Secret(''), validUntil: 0, clientSecret };
  bench.world.vault.keep(view.id, password ? { ...keys, password } : keys).catch(bench.world.logUnexpected);
}
