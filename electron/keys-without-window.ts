// What commands without a window renew keys with, under what is remembered and what is laid down for this computer. To be used only by
// whoever has the profile's door.
import { join } from 'node:path';
import { keyStoreCipher } from './desktop/key-store-cipher.ts';
import { makeNetwork } from './desktop/network.ts';
import { nobodyToAsk } from './desktop/proxy-login.ts';
import { readKept } from './desktop/read-kept.ts';
import { systemClock } from './desktop/system-clock.ts';
import { mailWayOf } from './network-room.ts';
import { organisationHere } from './organisation-here.ts';
import { keptForToken } from './setup/account-for-token.ts';
import { planOfAccount } from './setup/sign-in-plan.ts';
import { makeSignInWays } from './sign-in/sign-in-ways.ts';
import { makeTokenVault } from './token-vault/make-token-vault.ts';

/** `userData`: the folder of the settings. */
export async function keysWithoutWindow(userData: string) {
  const { now } = systemClock;
  const kept = await readKept(userData);
  const { policy, ca } = await organisationHere(userData, kept.preset);
  const network = makeNetwork(now);
  network.setExtraCa(ca);
  return {
    kept,
    policy,
    ca,
    /** How mail servers are reached; a proxy that wants a login has nobody to ask. */
    way: mailWayOf(policy, { loginFor: nobodyToAsk }),
    /** Who may be given a token. */
    find: (asked: string) => keptForToken(kept, policy, asked),
    /** For `makeRenewing`. */
    renewing: {
      ways: makeSignInWays({ fetch: network.fetch, getOnce: network.getOnce, now }),
      vault: makeTokenVault({ cipher: keyStoreCipher, folder: join(userData, 'vault'), now }),
      clock: systemClock,
      planOf: planOfAccount,
    },
  };
}
