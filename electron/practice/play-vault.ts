// A vault that plays what key stores and disks do, for practice's own accounts alone: the failure is a real one of a vault made for it,
// with nothing in it. Must never hand out, change or lose what is really kept.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KeepingView } from '../../shared/keeping.ts';
import type { Keys, Outcome, TokenVault } from '../setup/outside-world.ts';
import { Secret } from '../setup/secret.ts';
import type { Play } from './plays/play.ts';

/** What locks a vault; the token vault's own form. */
export interface PlayedCipher {
  available(): Promise<boolean>;
  store(): Promise<KeepingView['store']>;
  seal(text: string): Promise<Uint8Array>;
  unseal(sealed: Uint8Array): Promise<string>;
}

export type MakeVault = (cipher: PlayedCipher, folder: string) => TokenVault;

export interface PlayVaultParts {
  readonly usual: TokenVault;
  readonly makeVault: MakeVault;
  readonly now: () => Play;
  /** Whose they are: see `setup/own-of-practice.ts`. */
  readonly isPractising: () => boolean;
  readonly isPractice: (id: string) => boolean;
  readonly isFinished: (id: string) => boolean;
}

type Trouble = NonNullable<Play['computer']>;

const atKeeping: readonly Trouble[] = ['no-key-store', 'key-store-locked', 'disk-refuses'];
const atOpening: readonly Trouble[] = ['key-store-locked', 'record-damaged'];

/** Stand for keys; no secret is in them. */
const noKeys = (): Keys => ({ renewal: null, accessToken: new Secret('practice'), validUntil: 0, clientSecret: null });

export function playVault(parts: PlayVaultParts): TokenVault {
  const { usual, makeVault, now, isPractising, isPractice, isFinished } = parts;
  const playedFor = (troubles: readonly Trouble[], isOurs: boolean): Trouble | null => {
    const { computer } = now();
    return isOurs && computer !== undefined && troubles.includes(computer) ? computer : null;
  };
  const opened = async (id: string): Promise<Outcome<Keys | null>> => {
    const trouble = playedFor(atOpening, isPractice(id));
    if (trouble) return inTrouble(makeVault, trouble, (vault) => vault.open(id), id);
    const kept = await usual.open(id);
    const isOver = now().hourIsOver === true && isFinished(id);
    return kept.ok && kept.value && isOver ? { ok: true, value: { ...kept.value, validUntil: 0 } } : kept;
  };
  return {
    selfTest: () => {
      const trouble = playedFor(atKeeping, isPractising());
      return trouble ? inTrouble(makeVault, trouble, (vault) => vault.selfTest()) : usual.selfTest();
    },
    keep: (id, keys) => {
      const trouble = playedFor(atKeeping, isPractice(id));
      return trouble ? inTrouble(makeVault, trouble, (vault) => vault.keep(id, noKeys())) : usual.keep(id, keys);
    },
    change: async (id, change) => {
      const trouble = playedFor(atKeeping, isPractice(id));
      const refused = trouble && (await inTrouble(makeVault, trouble, (vault) => vault.keep(id, noKeys())));
      if (!refused || refused.ok) return usual.change(id, change);
      if (change.of) await usual.change(id, { ...change, kept: 'this-session' });
      return refused;
    },
    keepForSession: usual.keepForSession,
    open: opened,
    openPrevious: usual.openPrevious,
    forget: usual.forget,
    traces: usual.traces,
  };
}

/** Runs in an empty vault of its own; `id` has a record in it before the trouble begins. */
async function inTrouble<T>(
  makeVault: MakeVault,
  trouble: Trouble,
  work: (vault: TokenVault) => Promise<Outcome<T>>,
  id?: string,
): Promise<Outcome<T>> {
  const folder = await mkdtemp(join(tmpdir(), 'postkey-practice-'));
  try {
    if (trouble === 'disk-refuses') {
      // A folder cannot be made below a file.
      await writeFile(join(folder, 'file'), '');
      return await work(makeVault(goodCipher(), join(folder, 'file', 'vault')));
    }
    const { cipher, begin } = troubledCipher(trouble);
    const vault = makeVault(cipher, join(folder, 'vault'));
    if (id !== undefined) await vault.keep(id, noKeys());
    begin();
    return await work(vault);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const goodCipher = (): PlayedCipher => ({
  available: async () => true,
  store: async () => 'none',
  seal: async (text) => Buffer.from(text),
  unseal: async (sealed) => Buffer.from(sealed).toString('utf8'),
});

/** A key store that goes away, shuts, or forgets the key it sealed with; from `begin` on. */
function troubledCipher(trouble: Trouble): { readonly cipher: PlayedCipher; readonly begin: () => void } {
  let hasBegun = false;
  const good = goodCipher();
  const isShut = (): boolean => hasBegun && trouble === 'key-store-locked';
  const keyNow = (): string => (hasBegun && trouble === 'record-damaged' ? 'new key:' : 'old key:');
  return {
    begin: () => {
      hasBegun = true;
    },
    cipher: {
      available: async () => !(hasBegun && trouble === 'no-key-store'),
      store: good.store,
      seal: async (text) => {
        if (isShut()) throw new Error('The key store is locked');
        return good.seal(`${keyNow()}${text}`);
      },
      unseal: async (sealed) => {
        const text = await good.unseal(sealed);
        if (isShut() || !text.startsWith(keyNow())) throw new Error('The key store does not open this');
        return text.slice(keyNow().length);
      },
    },
  };
}
