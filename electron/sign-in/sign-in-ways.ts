// The three ways to sign in, each with its own library, loaded when it is first used: start-up pays for none of them.
import type { SignInKind } from '../../shared/mail-provider.ts';
import type { SignInAdapter } from '../setup/outside-world.ts';

function loadedAtFirstUse(load: () => Promise<SignInAdapter>): SignInAdapter {
  let loading: Promise<SignInAdapter> | null = null;
  const adapter = (): Promise<SignInAdapter> => {
    loading ??= load();
    return loading;
  };
  return {
    begin: async (...given) => (await adapter()).begin(...given),
    beginDevice: async (...given) => (await adapter()).beginDevice(...given),
    renew: async (...given) => (await adapter()).renew(...given),
    rehearse: async (...given) => (await adapter()).rehearse(...given),
  };
}

/**
 * `fetch` carries every request of all three libraries; in the app it is Electron's, which knows the system's proxy and
 * certificates. `now`: epoch milliseconds.
 */
export function makeSignInWays(parts: { fetch: typeof fetch; now: () => number }): Record<SignInKind, SignInAdapter> {
  return {
    microsoft: loadedAtFirstUse(async () =>
      (await import('./microsoft/microsoft-sign-in.ts')).makeMicrosoftSignIn(parts),
    ),
    google: loadedAtFirstUse(async () => (await import('./google/google-sign-in.ts')).makeGoogleSignIn(parts)),
    openid: loadedAtFirstUse(async () => (await import('./openid/openid-sign-in.ts')).makeOpenidSignIn(parts)),
  };
}
