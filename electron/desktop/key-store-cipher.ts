// Locks and unlocks records with the operating system's key store, through Electron's safeStorage. Nothing weaker is ever used:
// where the system would fall back to a password that everybody knows, it counts as none.
import { app, safeStorage } from 'electron';
import type { KeepingView } from '../../shared/keeping.ts';
import { secretServiceName } from './secret-service.ts';

/** The same shape as the vault's own; rooms do not import each other. */
export interface KeyStoreCipher {
  available(): Promise<boolean>;
  store(): Promise<KeepingView['store']>;
  seal(text: string): Promise<Uint8Array>;
  unseal(sealed: Uint8Array): Promise<string>;
}

// One manner for the whole run: what the newer one sealed, the older one does not open. The types are those of the newest Electron.
const isNewer = typeof safeStorage.encryptStringAsync === 'function';

/** Chromium marks what it sealed with the password everybody knows, on Linux (os_crypt_linux, posix_key_provider). */
const knownPasswordMark = 'v10';

/**
 * Chromium looks for a key store only on desktops it knows by name, though the Secret Service is a bus that any desktop may offer.
 * Must be called before Electron is ready; a store that does not answer still counts as none.
 */
export function lookForSecretService(): void {
  if (process.platform !== 'linux' || app.commandLine.hasSwitch('password-store')) return;
  const isKnown = /GNOME|Unity|KDE|XFCE|Pantheon|Cinnamon|Deepin|UKUI/iu.test(process.env['XDG_CURRENT_DESKTOP'] ?? '');
  if (!isKnown) app.commandLine.appendSwitch('password-store', 'gnome-libsecret');
}

async function sealWithSystem(text: string): Promise<Uint8Array> {
  const sealed = isNewer ? await safeStorage.encryptStringAsync(text) : safeStorage.encryptString(text);
  if (process.platform === 'linux' && sealed.subarray(0, 3).toString('latin1') === knownPasswordMark) {
    throw new Error('There is no key store behind safeStorage');
  }
  return sealed;
}

async function available(): Promise<boolean> {
  try {
    const says = isNewer ? await safeStorage.isAsyncEncryptionAvailable() : safeStorage.isEncryptionAvailable();
    return says && (await sealWithSystem('probe')).length > 0;
  } catch {
    return false;
  }
}

async function linuxStore(): Promise<KeepingView['store']> {
  // Newer runtimes name what they chose, older ones follow the switch, else the desktop (Chromium, key_storage_util_linux).
  const chosen =
    typeof safeStorage.getSelectedStorageBackend === 'function'
      ? safeStorage.getSelectedStorageBackend()
      : app.commandLine.getSwitchValue('password-store');
  const isKde = chosen === '' && /KDE/iu.test(process.env['XDG_CURRENT_DESKTOP'] ?? '');
  return chosen.startsWith('kwallet') || isKde ? 'kwallet' : secretServiceName();
}

/** Asks the system each time: a key store can be locked or unlocked while Postkey runs. */
export const keyStoreCipher: KeyStoreCipher = {
  available,
  async store() {
    if (!(await available())) return 'none';
    if (process.platform === 'darwin') return 'macos-keychain';
    return process.platform === 'win32' ? 'windows-dpapi' : linuxStore();
  },
  seal: sealWithSystem,
  async unseal(sealed) {
    const bytes = Buffer.from(sealed);
    return isNewer ? (await safeStorage.decryptStringAsync(bytes)).result : safeStorage.decryptString(bytes);
  },
};
