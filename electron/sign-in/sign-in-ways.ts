// The three ways to sign in, each with its own library, loaded when it is first used: start-up pays for none of them.
import type { SignInKind } from '../../shared/mail-provider.ts';
import type { SignInAdapter } from '../setup/outside-world.ts';
import type { Revoking, SignInParts } from './sign-in-parts.ts';

function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | null = null;
  return () => {
    loading ??= load();
    return loading;
  };
}

function loadedAtFirstUse(adapter: () => Promise<SignInAdapter>): SignInAdapter {
  return {
    begin: async (...given) => (await adapter()).begin(...given),
    beginDevice: async (...given) => (await adapter()).beginDevice(...given),
    renew: async (...given) => (await adapter()).renew(...given),
    rehearse: async (...given) => (await adapter()).rehearse(...given),
  };
}

/** Of Microsoft's there is none: its clouds have no place where a desktop app's permission is taken back. */
function revokingAtFirstUse(adapter: () => Promise<Revoking>): Revoking {
  return { ...loadedAtFirstUse(adapter), revoke: async (...given) => (await adapter()).revoke(...given) };
}

/** Nothing is loaded until a way is first used. */
export function makeSignInWays(parts: SignInParts): Record<SignInKind, SignInAdapter> {
  const microsoft = once(async () => (await import('./microsoft/microsoft-sign-in.ts')).makeMicrosoftSignIn(parts));
  const google = once(async () => (await import('./google/google-sign-in.ts')).makeGoogleSignIn(parts));
  const openid = once(async () => (await import('./openid/openid-sign-in.ts')).makeOpenidSignIn(parts));
  return {
    microsoft: {
      ...loadedAtFirstUse(microsoft),
      // Of the three only Microsoft's renewals may ask for more than they were given for.
      widen: async (...given) => (await microsoft()).widen(...given),
    },
    google: revokingAtFirstUse(google),
    openid: revokingAtFirstUse(openid),
  };
}
