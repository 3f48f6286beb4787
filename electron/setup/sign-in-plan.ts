// What a sign-in adapter needs, put together from what the set-up or an account knows. Pure.

import type { SetupView } from '../../shared/setup-state.ts';
import { scopesToAsk } from './compare-scopes.ts';
import type { AccountRecord } from './memory.ts';
import type { SignInPlan } from './outside-world.ts';
import type { Secret } from './secret.ts';

/** Null while provider or registration are not known. */
export function planOfSetup(view: SetupView, clientSecret: Secret | null, chooseAccount: boolean): SignInPlan | null {
  const { provider, registration, address } = view;
  if (!provider || !registration || !address || provider.is.signIn === 'password') return null;
  return {
    provider: provider.is,
    kind: provider.is.signIn,
    clientId: registration.clientId,
    ...(clientSecret ? { clientSecret } : {}),
    scopes: scopesToAsk(view.scopes),
    loginHint: view.signsInAs ?? address,
    chooseAccount,
  };
}

export function planOfAccount(account: AccountRecord, clientSecret: Secret | null): SignInPlan {
  const kind = account.provider.signIn;
  if (kind === 'password') throw new Error('An account with a password has no sign-in to plan');
  return {
    provider: account.provider,
    kind,
    clientId: account.registration.clientId,
    ...(clientSecret ? { clientSecret } : {}),
    scopes: account.scopes,
    loginHint: account.signsInAs ?? account.address,
    chooseAccount: false,
  };
}
