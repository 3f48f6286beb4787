// Where the test provider keeps its sign-ins: in memory, until it stops.
import type { Adapter, AdapterPayload } from 'oidc-provider';

/** One store for each provider; oidc-provider asks for an adapter by the name of what it keeps. */
export function makeMemoryStore(): (kind: string) => Adapter {
  const held = new Map<string, AdapterPayload>();
  const find = async (matches: (payload: AdapterPayload, key: string) => boolean) =>
    [...held].find(([key, payload]) => matches(payload, key))?.[1];
  return (kind) => ({
    upsert: async (id, payload) => void held.set(`${kind} ${id}`, payload),
    find: async (id) => held.get(`${kind} ${id}`),
    findByUserCode: (code) => find((payload, key) => key.startsWith(`${kind} `) && payload.userCode === code),
    findByUid: (uid) => find((payload, key) => key.startsWith(`${kind} `) && payload.uid === uid),
    destroy: async (id) => void held.delete(`${kind} ${id}`),
    revokeByGrantId: async (grantId) => {
      for (const [key, payload] of held) if (payload.grantId === grantId) held.delete(key);
    },
    consume: async (id) => {
      const payload = held.get(`${kind} ${id}`);
      if (payload) payload.consumed = Math.floor(Date.now() / 1000);
    },
  });
}
