// Whose token `postkey token` is asked for: beside a window, and without one. Pure.
import { isTokenCommandAllowed, type PolicyInForce } from '../../shared/policy.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import type { TokenRefusal } from '../../shared/token-answer.ts';
import type { AccountRecord, KeptAside } from './memory.ts';
import type { Postkey } from './postkey.ts';

const same = (one: string, other: string | undefined): boolean => one.toLowerCase() === other?.toLowerCase();

/** `asked`: an address in any case, or an account's id, which tells two of the same address apart. */
function accountFor(
  asked: string,
  accounts: readonly AccountRecord[],
  setups: readonly (SetupView | null | undefined)[],
): AccountRecord | TokenRefusal {
  const wish = asked.trim();
  const byId = accounts.filter(({ id }) => id === wish);
  const byAddress = accounts.filter(({ address }) => same(wish, address));
  const real = byAddress.filter(({ practice }) => !practice);
  const [found, another] = [byId, real, byAddress].find((each) => each.length > 0) ?? [];
  if (!found) return setups.some((setup) => same(wish, setup?.address)) ? 'unfinished' : 'unknown';
  if (another) return 'several';
  return found.registration.source === 'none' ? 'password' : found;
}

/** Practice's own tokens, too: they open its make-believe mailbox and nothing else. */
export function accountForToken(
  postkey: Pick<Postkey, 'accounts' | 'setup' | 'aside' | 'isBusy'>,
  policy: PolicyInForce,
  asked: string,
): AccountRecord | TokenRefusal {
  if (!isTokenCommandAllowed(policy)) return 'off';
  const setups = [postkey.setup()?.view(), ...postkey.aside().map(({ setup }) => setup)];
  const found = accountFor(asked, postkey.accounts(), setups);
  return typeof found !== 'string' && postkey.isBusy(found.id) ? 'busy' : found;
}

export interface KeptForToken {
  readonly accounts: readonly AccountRecord[];
  readonly setup: SetupView | null;
  readonly aside: readonly KeptAside[];
}

/** Practice's provider runs in a window's process only. */
export function keptForToken(
  { accounts, setup, aside }: KeptForToken,
  policy: PolicyInForce,
  asked: string,
): AccountRecord | TokenRefusal {
  if (!isTokenCommandAllowed(policy)) return 'off';
  const found = accountFor(asked, accounts, [setup, ...aside.map((each) => each.setup)]);
  return typeof found !== 'string' && found.practice ? 'practice' : found;
}
