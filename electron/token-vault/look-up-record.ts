// Opens the record of one account and settles what a killed process left behind. Decides what is damaged and what is only locked
// for now; must not delete anything that could still hold a key.
import type { Keys } from '../setup/outside-world.ts';
import type { Cipher } from './cipher.ts';
import { cipherWorks } from './cipher.ts';
import type { RecordFolder } from './record-folder.ts';
import type { SealedRecord } from './sealed-record.ts';
import { fromBase64, readKeyText } from './sealed-record.ts';

export type LookedUp =
  | { readonly kind: 'none' }
  | { readonly kind: 'open'; readonly record: SealedRecord; readonly keys: Keys }
  /** The newest text does not open, the one before it does. */
  | { readonly kind: 'open-before'; readonly record: SealedRecord; readonly keys: Keys }
  | { readonly kind: 'unreadable' }
  /** Sealed by a key store that does not answer now. */
  | { readonly kind: 'locked' };

/** Throws the system's error when the disk refuses. Run it inside the account's queue. */
export async function lookUpRecord(
  id: string,
  files: RecordFolder,
  cipher: Cipher,
  now: () => number,
): Promise<LookedUp> {
  const waiting = files.readWaiting(id);
  if (waiting.kind !== 'none') {
    // The process ended between writing and swapping. A waiting record that opens is the newest there is.
    const keys = waiting.kind === 'record' ? await unsealed(id, waiting.record.sealed, cipher) : null;
    if (keys !== null) files.swapIn(id);
    else if (waiting.kind === 'record' && !(await cipherWorks(cipher))) return { kind: 'locked' };
    else files.setAside(id, 'waiting', now());
  }

  const found = files.read(id);
  if (found.kind !== 'record') return found;
  const { record } = found;
  const keys = await unsealed(id, record.sealed, cipher);
  if (keys !== null) return { kind: 'open', record, keys };
  const before = record.previous === undefined ? null : await unsealed(id, record.previous, cipher);
  if (before !== null) return { kind: 'open-before', record, keys: before };
  return (await cipherWorks(cipher)) ? { kind: 'unreadable' } : { kind: 'locked' };
}

/** Null: does not open, or is not this account's. Why is not asked of the cipher's error, which could quote anything. */
export async function unsealed(id: string, sealed: string, cipher: Cipher): Promise<Keys | null> {
  try {
    return readKeyText(id, await cipher.unseal(fromBase64(sealed)));
  } catch {
    return null;
  }
}
