// The three ways to sign in, each with its own library, loaded when it is first used: start-up pays for none of them.
import type { SignInKind } from '../../shared/mail-provider.ts';
import type { SignInAdapter } from '../setup/outside-world.ts';
import type { SignInParts } from './sign-in-parts.ts';

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

/** Nothing is loaded until a way is first used. */
export function makeSignInWays(parts: SignInParts): Record<SignInKind, SignInAdapter> {
  const loadMicrosoft = async () => (await import('./microsoft/microsoft-sign-in.ts')).makeMicrosoftSignIn(parts);
  return {
    microsoft: {
      ...loadedAtFirstUse(loadMicrosoft),
      // Of the three only Microsoft's renewals may ask for more than they were given for.
      widen: async (...given) => (await loadMicrosoft()).widen(...given),
    },
    google: loadedAtFirstUse(async () => (await import('./google/google-sign-in.ts')).makeGoogleSignIn(parts)),
    openid: loadedAtFirstUse(async () => (await import('./openid/openid-sign-in.ts')).makeOpenidSignIn(parts)),
  };
}
