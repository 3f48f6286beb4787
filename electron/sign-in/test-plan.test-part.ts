// Plans, attempts and shorthand for this room's tests.

import type { MailProvider, SignInKind } from '../../shared/mail-provider.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Attempt, Outcome, SignInPlan } from '../setup/outside-world.ts';

export const redirectUri = 'http://127.0.0.1:49152';

export function planFor(
  provider: Partial<MailProvider> & { readonly signIn: SignInKind },
  more: Partial<SignInPlan> = {},
): SignInPlan {
  return {
    provider: {
      id: 'own',
      name: 'Example Mail',
      shortName: 'Example',
      servers: {},
      scopes: {},
      extraScopes: [],
      signInHost: 'localhost',
      deviceCode: true,
      loginName: 'address',
      ...provider,
    },
    kind: provider.signIn,
    clientId: 'native',
    scopes: ['openid', 'profile', 'email', 'offline_access', 'https://mail.example/imap'],
    loginHint: 'pat@example.org',
    chooseAccount: false,
    ...more,
  };
}

export function attemptOf(controller = new AbortController()): Attempt {
  return { signal: controller.signal };
}

export function valueIn<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`problem ${outcome.problem.code}: ${outcome.problem.serverSaid ?? ''}`);
  return outcome.value;
}

export function problemIn(outcome: Outcome<unknown>): Problem {
  if (outcome.ok) throw new Error('no problem where one was due');
  return outcome.problem;
}
