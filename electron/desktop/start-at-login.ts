// Starting with the person's session, by their choice: a file on Linux, the system's own list elsewhere. The answer is read back from the
// system, where it can be changed, too.
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { app } from 'electron';
import { autostartEntry, isAutostarted } from './autostart-entry.ts';

export interface StartAtLogin {
  isOn(): boolean;
  canBe(): boolean;
  /** False: the system refused. */
  turn(on: boolean): boolean;
}

/** Opens no window; the system passes it on at log-in. */
export const hiddenOption = '--hidden';

/** A person's own choice of profile holds for a start at log-in, too. */
function argumentsHere(): readonly string[] {
  const profile = app.commandLine.getSwitchValue('user-data-dir');
  // From its sources Postkey is started with its folder.
  const folder = app.isPackaged ? [] : [app.getAppPath()];
  const sandbox = app.commandLine.hasSwitch('no-sandbox') ? ['--no-sandbox'] : [];
  return [...sandbox, ...(profile ? [`--user-data-dir=${profile}`] : []), ...folder, hiddenOption];
}

/** An AppImage's own process lies in a folder that is gone after it. */
const programHere = (): string => process.env['APPIMAGE'] ?? process.execPath;

/** In a Flatpak or a Snap the file would be written where no desktop reads it. */
const isConfined = (): boolean => process.env['FLATPAK_ID'] !== undefined || process.env['SNAP'] !== undefined;

function autostartFile(): string {
  const configured = process.env['XDG_CONFIG_HOME'] ?? '';
  // "If an implementation encounters a relative path, it should consider the path invalid" (XDG Base Directory Specification).
  const folder = isAbsolute(configured) ? configured : join(homedir(), '.config');
  return join(folder, 'autostart', 'postkey.desktop');
}

const onLinux: StartAtLogin = {
  canBe: () => !isConfined(),
  isOn: () => {
    const file = autostartFile();
    try {
      return statSync(file).isFile() && isAutostarted(readFileSync(file, 'utf8'));
    } catch {
      return false;
    }
  },
  turn: (on) => {
    const file = autostartFile();
    try {
      if (on) {
        mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 });
        writeFileSync(file, autostartEntry([programHere(), ...argumentsHere()]));
      } else {
        rmSync(file, { force: true });
      }
    } catch {
      return false;
    }
    return onLinux.isOn() === on;
  },
};

const inTheSystemsList: StartAtLogin = {
  // macOS lists bundles; out of its sources Postkey has none.
  canBe: () => process.platform === 'win32' || app.isPackaged,
  isOn: () => app.getLoginItemSettings(loginItem()).openAtLogin,
  turn: (on) => {
    app.setLoginItemSettings({ ...loginItem(), openAtLogin: on });
    return inTheSystemsList.isOn() === on;
  },
};

/** Windows finds an entry again by its program and arguments; macOS takes none. */
function loginItem(): { readonly path?: string; readonly args?: string[] } {
  return process.platform === 'win32' ? { path: process.execPath, args: [...argumentsHere()] } : {};
}

export const startAtLogin: StartAtLogin = process.platform === 'linux' ? onLinux : inTheSystemsList;

/** macOS says itself that it started Postkey at log-in; elsewhere the arguments do. */
export function isLoginStart(): boolean {
  return process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin;
}
