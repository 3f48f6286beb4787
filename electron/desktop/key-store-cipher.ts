// Locks and unlocks records with the operating system's key store, through Electron's safeStorage. Nothing weaker is ever used:
// where the system would fall back to a password that everybody knows, it counts as none.
import { app, safeStorage } from 'electron';
import type { KeepingView } from '../../shared/setup-state.ts';

/** The same shape as the vault's own; rooms do not import each other. */
export interface KeyStoreCipher {
  available(): Promise<boolean>;
  store(): Promise<KeepingView['store']>;
  seal(text: string): Promise<Uint8Array>;
  unseal(sealed: Uint8Array): Promise<string>;
}

function linuxStore(): KeepingView['store'] {
  // Newer runtimes name what they chose; older ones are told by the switch or choose by the desktop (Chromium, key_storage_util_linux).
  const chosen =
    'getSelectedStorageBackend' in safeStorage
      ? safeStorage.getSelectedStorageBackend()
      : app.commandLine.getSwitchValue('password-store');
  if (chosen === 'basic_text' || chosen === 'basic') return 'none';
  if (chosen.startsWith('gnome')) return 'gnome-keyring';
  if (chosen.startsWith('kwallet')) return 'kwallet';
  const desktop = process.env['XDG_CURRENT_DESKTOP'] ?? '';
  if (/KDE/iu.test(desktop)) return 'kwallet';
  return /GNOME|Unity/iu.test(desktop) ? 'gnome-keyring' : 'secret-service';
}

/**
 * Chromium looks for a key store only on desktops it knows by name, though the Secret Service is a bus that any desktop may offer.
 * Must be called before Electron is ready; a store that does not answer still counts as none.
 */
export function lookForSecretService(): void {
  if (process.platform !== 'linux' || app.commandLine.hasSwitch('password-store')) return;
  const isKnown = /GNOME|Unity|KDE|XFCE|Pantheon|Cinnamon|Deepin|UKUI/iu.test(process.env['XDG_CURRENT_DESKTOP'] ?? '');
  if (!isKnown) app.commandLine.appendSwitch('password-store', 'gnome-libsecret');
}

async function available(): Promise<boolean> {
  if (process.platform === 'linux' && linuxStore() === 'none') return false;
  return safeStorage.isEncryptionAvailable();
}

/** Asks the system each time: a key store can be locked or unlocked while Postkey runs. */
export const keyStoreCipher: KeyStoreCipher = {
  available,
  async store() {
    if (!(await available())) return 'none';
    if (process.platform === 'darwin') return 'macos-keychain';
    return process.platform === 'win32' ? 'windows-dpapi' : linuxStore();
  },
  seal: async (text) => safeStorage.encryptString(text),
  unseal: async (sealed) => safeStorage.decryptString(Buffer.from(sealed)),
};
