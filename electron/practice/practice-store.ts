// Where the make-believe provider keeps its sessions, codes and tokens: in memory only, bounded, one shelf per kind.
// Must not write to disk; `kept` and `restore` serve the sealed state and nothing else.
import type { Adapter, AdapterPayload } from 'oidc-provider';
import * as z from 'zod/mini';

const mostPerShelf = 300;

/** What outlives a run: the rest belongs to a sign-in under way, whose pages die with the provider. */
const lasting = ['RefreshToken', 'AccessToken', 'Grant'] as const;

const entrySchema = z.strictObject({
  id: z.string(),
  payload: z.record(z.string(), z.unknown()),
  goodUntil: z.nullable(z.number()),
});
const shelfSchema = z._default(z.array(entrySchema).check(z.maxLength(mostPerShelf)), []);
export const keptSchema = z.strictObject({ RefreshToken: shelfSchema, AccessToken: shelfSchema, Grant: shelfSchema });
export type Kept = z.infer<typeof keptSchema>;

interface Entry {
  readonly payload: AdapterPayload;
  /** Epoch milliseconds; infinite where the provider gave no end. */
  readonly goodUntil: number;
}

export interface PracticeStore {
  /** oidc-provider's adapter for one kind of thing. */
  adapter(kind: string): Adapter;
  kept(): Kept;
  restore(kept: Kept): void;
}

/** `changed` is called when something that outlives a run came or went. While `isHidden`, nothing of that kind is found, and nothing lost. */
export function makeStore(changed: () => void, isHidden: (kind: string) => boolean = () => false): PracticeStore {
  const shelves = new Map<string, Map<string, Entry>>();
  const shelf = (kind: string): Map<string, Entry> => {
    const found = shelves.get(kind) ?? new Map<string, Entry>();
    shelves.set(kind, found);
    return found;
  };
  const tell = (kind: string): void => {
    if (lasting.some((each) => each === kind)) changed();
  };
  return {
    adapter: (kind) => {
      const adapter = adapterFor(shelf(kind), () => tell(kind));
      return { ...adapter, find: async (id) => (isHidden(kind) ? undefined : adapter.find(id)) };
    },
    kept() {
      const now = Date.now();
      const good = (kind: (typeof lasting)[number]) =>
        [...shelf(kind)]
          .filter(([, entry]) => entry.goodUntil > now)
          .map(([id, { payload, goodUntil }]) => ({
            id,
            payload: { ...payload },
            goodUntil: Number.isFinite(goodUntil) ? goodUntil : null,
          }));
      return { RefreshToken: good('RefreshToken'), AccessToken: good('AccessToken'), Grant: good('Grant') };
    },
    restore(kept) {
      for (const kind of lasting) {
        for (const { id, payload, goodUntil } of kept[kind])
          shelf(kind).set(id, { payload, goodUntil: goodUntil ?? Infinity });
      }
    },
  };
}

function adapterFor(shelf: Map<string, Entry>, tell: () => void): Adapter {
  const good = (entry: Entry | undefined): AdapterPayload | undefined =>
    entry && entry.goodUntil > Date.now() ? entry.payload : undefined;
  const first = (fits: (payload: AdapterPayload) => boolean): AdapterPayload | undefined =>
    [...shelf.values()].map(good).find((payload) => payload !== undefined && fits(payload));
  const makeRoom = (): void => {
    const now = Date.now();
    for (const [id, entry] of shelf) if (entry.goodUntil <= now) shelf.delete(id);
    for (const id of shelf.keys()) {
      if (shelf.size < mostPerShelf) return;
      shelf.delete(id);
    }
  };
  return {
    async upsert(id, payload, expiresIn) {
      shelf.delete(id);
      makeRoom();
      shelf.set(id, { payload, goodUntil: expiresIn === undefined ? Infinity : Date.now() + expiresIn * 1000 });
      tell();
    },
    find: async (id) => good(shelf.get(id)),
    findByUid: async (uid) => first((payload) => payload['uid'] === uid),
    findByUserCode: async (userCode) => first((payload) => payload.userCode === userCode),
    async consume(id) {
      const entry = shelf.get(id);
      if (entry) shelf.set(id, { ...entry, payload: { ...entry.payload, consumed: Math.floor(Date.now() / 1000) } });
      tell();
    },
    async destroy(id) {
      shelf.delete(id);
      tell();
    },
    async revokeByGrantId(grantId) {
      for (const [id, entry] of shelf) if (entry.payload.grantId === grantId) shelf.delete(id);
      tell();
    },
  };
}
