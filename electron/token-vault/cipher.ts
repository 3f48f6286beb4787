// What locks and unlocks a record: the operating system's key store, handed in by the desktop. Must not fall back to anything weaker.
import type { KeepingView } from '../../shared/keeping.ts';

export interface Cipher {
  /** False: nothing on this computer can lock a secret now (no key store, or it stays shut). */
  available(): Promise<boolean>;
  /** Who holds the key, said truthfully; `none` when `available` is false. */
  store(): Promise<KeepingView['store']>;
  seal(text: string): Promise<Uint8Array>;
  /** Throws when these bytes were not sealed with the present key. */
  unseal(sealed: Uint8Array): Promise<string>;
}

/** Does a round trip of a throwaway text: tells "this record is damaged" from "the key store does not answer now". Never throws. */
export async function cipherWorks(cipher: Cipher): Promise<boolean> {
  const probe = 'postkey key store probe';
  try {
    return (await cipher.available()) && (await cipher.unseal(await cipher.seal(probe))) === probe;
  } catch {
    return false;
  }
}
