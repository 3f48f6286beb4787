// The vault: one sealed record per account, whole at any moment the process may be killed. Must not write an unsealed secret, nor
// replace or delete a record that it could not read.
import { randomUUID } from 'node:crypto';
import type { KeepingView } from '../../shared/keeping.ts';
import type { Problem } from '../../shared/problem.ts';
import { problemOf } from '../../shared/problem.ts';
import type { Keys, Outcome, TokenVault } from '../setup/outside-world.ts';
import { Secret } from '../setup/secret.ts';
import type { Cipher } from './cipher.ts';
import { cipherWorks } from './cipher.ts';
import type { LookedUp } from './look-up-record.ts';
import { lookUpRecord, unsealed } from './look-up-record.ts';
import { makeOneAtATime } from './one-at-a-time.ts';
import { makeRecordFolder } from './record-folder.ts';
import type { SealedRecord } from './sealed-record.ts';
import { keyText, toBase64 } from './sealed-record.ts';
import { diskProblem } from './vault-problem.ts';

export interface VaultParts {
  readonly cipher: Cipher;
  /** Made when first needed, 0700; holds nothing but records. */
  readonly folder: string;
  /** Epoch milliseconds; dates what is set aside. */
  readonly now: () => number;
}

const failed = (problem: Problem): { readonly ok: false; readonly problem: Problem } => ({ ok: false, problem });

export function makeTokenVault({ cipher, folder, now }: VaultParts): TokenVault {
  const files = makeRecordFolder(folder);
  const forSession = new Map<string, Keys>();
  const oneAtATime = makeOneAtATime();

  const queued = <T>(id: string, work: () => Promise<Outcome<T>>): Promise<Outcome<T>> =>
    oneAtATime(id, async () => {
      try {
        return await work();
      } catch (error) {
        return failed(diskProblem(error));
      }
    });

  /** The record comes into force only after it was read back and opened to the same text. */
  const writeAndProve = async (id: string, text: string, previous: string | undefined): Promise<Problem | null> => {
    const sealed = await sealedOrNull(cipher, text);
    if (sealed === null) return problemOf('key-store-locked');
    const record: SealedRecord = previous === undefined ? { v: 1, sealed } : { v: 1, sealed, previous };
    files.writeWaiting(id, record);
    const back = files.readWaiting(id);
    const keys = back.kind === 'record' ? await unsealed(id, back.record.sealed, cipher) : null;
    if (keys !== null && keyText(id, keys) === text) {
      files.swapIn(id);
      return null;
    }
    files.dropWaiting(id);
    return (await cipherWorks(cipher)) ? problemOf('not-saved', { errno: 'READ-BACK' }) : problemOf('key-store-locked');
  };

  const sealIn = async (id: string, keys: Keys): Promise<Outcome<KeepingView>> => {
    if (!(await cipher.available())) return failed(problemOf('no-key-store'));
    const earlier = await lookUpRecord(id, files, cipher, now);
    if (earlier.kind === 'locked') return failed(problemOf('key-store-locked'));
    if (earlier.kind === 'unreadable') files.setAside(id, 'in-force', now());
    if (earlier.kind === 'open-before') files.copyAside(id, now());
    const problem = await writeAndProve(id, keyText(id, keys), textToKeep(earlier, keys));
    if (problem !== null) return failed(problem);
    return { ok: true, value: { store: await cipher.store(), kept: 'sealed' } };
  };

  const openNow = async (id: string): Promise<Outcome<Keys | null>> => {
    const inMemory = forSession.get(id);
    if (inMemory !== undefined) return { ok: true, value: inMemory };
    const found = await lookUpRecord(id, files, cipher, now);
    switch (found.kind) {
      case 'none':
        return { ok: true, value: null };
      case 'open':
      case 'open-before':
        return { ok: true, value: found.keys };
      case 'locked':
        return failed(problemOf('key-store-locked'));
      case 'unreadable':
        return failed(problemOf('record-unreadable', { file: files.setAside(id, 'in-force', now()) }));
    }
  };

  return {
    selfTest: () => {
      const id = `self-test-${randomUUID()}`;
      const probe: Keys = {
        renewal: null,
        accessToken: new Secret(randomUUID()),
        validUntil: now(),
        clientSecret: null,
      };
      return queued(id, async () => {
        try {
          return await sealIn(id, probe);
        } finally {
          files.remove(id);
        }
      });
    },

    keep: (id, keys) =>
      queued(id, async () => {
        const kept = await sealIn(id, keys);
        if (kept.ok) forSession.delete(id);
        return kept;
      }),

    change: (id, { kept, make, of }) =>
      queued<Keys>(id, async () => {
        const now =
          (await cipher.available()) || forSession.has(id) ? await openNow(id) : failed(problemOf('no-key-store'));
        if (now.ok && now.value === null) return failed(problemOf('session-over'));
        if (now.ok && now.value && of && !isSameRenewal(now.value, of)) return { ok: true, value: now.value };
        const before = now.ok ? now.value : of;
        if (!before) return now.ok ? failed(problemOf('session-over')) : now;
        const keys = make(before);
        const sealed = now.ok && kept === 'sealed' ? await sealIn(id, keys) : now;
        if (!sealed.ok && !of) return sealed;
        if (sealed.ok && kept === 'sealed') forSession.delete(id);
        else forSession.set(id, keys);
        return sealed.ok ? { ok: true, value: keys } : sealed;
      }),

    keepForSession: (id, keys) => {
      forSession.set(id, keys);
      return { store: 'none', kept: 'this-session' };
    },

    open: (id) => queued<Keys | null>(id, () => openNow(id)),

    openPrevious: (id) =>
      queued<Keys | null>(id, async () => {
        const found = await lookUpRecord(id, files, cipher, now);
        if (found.kind !== 'open' || found.record.previous === undefined) return { ok: true, value: null };
        return { ok: true, value: await unsealed(id, found.record.previous, cipher) };
      }),

    forget: (id) =>
      queued<void>(id, async () => {
        forSession.delete(id);
        files.remove(id);
        return { ok: true, value: undefined };
      }),

    traces: (id) =>
      queued<readonly string[]>(id, async () => ({
        ok: true,
        value: [...files.names(id), ...(forSession.has(id) ? ['memory'] : [])],
      })),
  };
}

const isSameRenewal = (one: Keys, other: Keys): boolean => one.renewal?.open() === other.renewal?.open();

/** Null: the key store went away between asking and sealing. Its error could quote anything, so it is dropped. */
async function sealedOrNull(cipher: Cipher, text: string): Promise<string | null> {
  try {
    return toBase64(await cipher.seal(text));
  } catch {
    return null;
  }
}

/**
 * What stays as `previous` beside the new keys. A new renewal token pushes the one it came from there; the same renewal token again
 * (only the access token is new) leaves what is there, because nothing has proved the newest yet.
 */
function textToKeep(earlier: LookedUp, keys: Keys): string | undefined {
  if (earlier.kind === 'open') {
    return isSameRenewal(earlier.keys, keys) ? earlier.record.previous : earlier.record.sealed;
  }
  return earlier.kind === 'open-before' ? earlier.record.previous : undefined;
}
