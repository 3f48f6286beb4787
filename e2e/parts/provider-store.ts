// Where a test provider keeps sessions, codes and tokens: in memory, until it stops.
import type { Adapter, AdapterPayload } from 'oidc-provider';

export interface ProviderStore {
  /** oidc-provider asks for one by the name of what it keeps. */
  readonly adapter: (kind: string) => Adapter;
  /** From now on every access token is worth nothing, as after a change of password. */
  forgetAccessTokens(): void;
  /** Nobody is signed in any more: refresh tokens are gone too. */
  forgetAll(): void;
}

/** `keepsOldRefreshTokens`: a refresh token that was traded for a newer one stays good, as Microsoft does it. */
export function makeProviderStore(keepsOldRefreshTokens: boolean): ProviderStore {
  const held = new Map<string, AdapterPayload>();
  const first = (kind: string, fits: (payload: AdapterPayload) => boolean): AdapterPayload | undefined =>
    [...held].find(([key, payload]) => key.startsWith(`${kind} `) && fits(payload))?.[1];
  const drop = (drops: (key: string, payload: AdapterPayload) => boolean): void => {
    for (const [key, payload] of held) if (drops(key, payload)) held.delete(key);
  };
  return {
    adapter: (kind) => ({
      upsert: async (id, payload) => void held.set(`${kind} ${id}`, payload),
      find: async (id) => held.get(`${kind} ${id}`),
      findByUserCode: async (code) => first(kind, (payload) => payload.userCode === code),
      findByUid: async (uid) => first(kind, (payload) => payload.uid === uid),
      destroy: async (id) => void held.delete(`${kind} ${id}`),
      revokeByGrantId: async (grantId) => drop((_key, payload) => payload.grantId === grantId),
      consume: async (id) => {
        const payload = held.get(`${kind} ${id}`);
        if (payload && !(kind === 'RefreshToken' && keepsOldRefreshTokens)) {
          held.set(`${kind} ${id}`, { ...payload, consumed: Math.floor(Date.now() / 1000) });
        }
      },
    }),
    forgetAccessTokens: () => drop((key) => key.startsWith('AccessToken ')),
    forgetAll: () => held.clear(),
  };
}
