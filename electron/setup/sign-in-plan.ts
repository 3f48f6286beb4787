// What a sign-in adapter needs, put together from what the set-up or an account knows. Pure.

import type { SetupView } from '../../shared/setup-state.ts';
import { scopesToAsk } from './compare-scopes.ts';
import type { AccountRecord } from './memory.ts';
import type { SignInPlan } from './outside-world.ts';
import type { Secret } from './secret.ts';

/** Null while provider or registration are not known. */
export function planOfSetup(view: SetupView, clientSecret: Secret | null, chooseAccount: boolean): SignInPlan | null {
  if (!view.provider || !view.registration || !view.address) return null;
  return {
    provider: view.provider.is,
    clientId: view.registration.clientId,
    ...(clientSecret ? { clientSecret } : {}),
    scopes: scopesToAsk(view.scopes),
    loginHint: view.signsInAs ?? view.address,
    chooseAccount,
  };
}

export function planOfAccount(account: AccountRecord, clientSecret: Secret | null): SignInPlan {
  return {
    provider: account.provider,
    clientId: account.registration.clientId,
    ...(clientSecret ? { clientSecret } : {}),
    scopes: account.scopes,
    loginHint: account.signsInAs ?? account.address,
    chooseAccount: false,
  };
}
