// A real cipher for tests, where no key store is: AES-256-GCM with a key of its own. Can be switched off and given another key.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Cipher } from './cipher.ts';

export interface AesCipher extends Cipher {
  setAvailable(available: boolean): void;
  setKey(key: Uint8Array): void;
}

/** `key`: 32 bytes. */
export function makeAesCipher(key: Uint8Array): AesCipher {
  let present = key;
  let on = true;
  const checkOn = (): void => {
    if (!on) throw new Error('the key store is shut');
  };
  return {
    available: async () => on,
    store: async () => (on ? 'gnome-keyring' : 'none'),
    seal: async (text) => {
      checkOn();
      const nonce = randomBytes(12);
      const aes = createCipheriv('aes-256-gcm', present, nonce);
      const body = Buffer.concat([aes.update(text, 'utf8'), aes.final()]);
      return Buffer.concat([nonce, aes.getAuthTag(), body]);
    },
    unseal: async (sealed) => {
      checkOn();
      const bytes = Buffer.from(sealed);
      const aes = createDecipheriv('aes-256-gcm', present, bytes.subarray(0, 12));
      aes.setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([aes.update(bytes.subarray(28)), aes.final()]).toString('utf8');
    },
    setAvailable: (available) => {
      on = available;
    },
    setKey: (other) => {
      present = other;
    },
  };
}
