// The real renewing over a real vault, with a provider that gives the keys the fault wants.

import type { AccountRecord } from '../electron/setup/memory.ts';
import type { Attempt, Grant, Keys, Outcome, Renewing, TokenVault } from '../electron/setup/outside-world.ts';
import { planFor } from '../electron/sign-in/test-plan.test-part.ts';
import { makeRenewing } from '../electron/watch/renewing.ts';
import { accountOf } from '../electron/watch/watched.test-part.ts';
import { accountId } from './vault-trial.ts';

export interface RenewingTrial {
  readonly renewing: Renewing;
  readonly account: AccountRecord;
  /** How often the provider was asked. */
  renewals(): number;
}

/** `next`: what the provider gives. `meanwhile`: what happens while it is asked. `answer` takes the place of both. */
export function renewingOver(
  vault: TokenVault,
  next: Keys,
  meanwhile: () => Promise<void> | void = () => undefined,
  more: { readonly now?: () => number; readonly answer?: (attempt: Attempt) => Promise<Outcome<Grant>> } = {},
): RenewingTrial {
  let renewals = 0;
  const gives = async (): Promise<Outcome<Grant>> => {
    await meanwhile();
    const { accessToken, validUntil, renewal } = next;
    const none = { grantedScopes: null, person: null, idTokenChecked: false, details: [] };
    return { ok: true, value: { accessToken, validUntil, renewal, ...none } };
  };
  const never = () => Promise.reject(new Error('Nobody asks for that here'));
  const way = {
    begin: never,
    beginDevice: never,
    rehearse: never,
    renew: (_plan: unknown, _renewal: unknown, attempt: Attempt) => {
      renewals += 1;
      return more.answer ? more.answer(attempt) : gives();
    },
  };
  const renewing = makeRenewing({
    ways: { microsoft: way, google: way, openid: way },
    vault,
    clock: { now: more.now ?? Date.now, after: () => () => undefined },
    planOf: () => planFor({ signIn: 'openid' }),
  });
  return { renewing, account: accountOf({ id: accountId }), renewals: () => renewals };
}
