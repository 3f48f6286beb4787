// One sealed text in a file of its own, for a secret that belongs to this computer and to no account. What does not open any more counts as
// not there: whoever keeps something here can make it anew.
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Cipher, cipherWorks } from './cipher.ts';

export interface SealedTextParts {
  readonly cipher: Cipher;
  /** The file; its folder is made when first written to, for its owner alone. */
  readonly path: string;
}

export interface SealedText {
  /** Null: nothing is kept, or it does not open now. */
  read(): Promise<string | null>;
  /** False: nothing here can seal, or the disk refuses; what was there stays. */
  write(text: string): Promise<boolean>;
}

export function makeSealedText({ cipher, path }: SealedTextParts): SealedText {
  return {
    async read() {
      try {
        return await cipher.unseal(new Uint8Array(await readFile(path)));
      } catch {
        return null;
      }
    },
    async write(text) {
      const waiting = `${path}.new`;
      try {
        if (!(await cipherWorks(cipher))) return false;
        const sealed = await cipher.seal(text);
        await mkdir(dirname(path), { recursive: true, mode: 0o700 });
        await rm(waiting, { force: true });
        await writeFile(waiting, sealed, { mode: 0o600, flag: 'wx' });
        await rename(waiting, path);
        return true;
      } catch {
        return false;
      }
    },
  };
}
