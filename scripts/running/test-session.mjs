// A desktop session for tests: a screen where there is none, and on Linux a message bus and a key store of their own, so
// that nothing touches the keys of whoever runs the tests.
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { hasDisplay, isLinux } from '../set-up/places.mjs';

/** @param {string} program */
const isInstalled = (program) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));

// The message bus writes about itself to standard error; that goes nowhere, while the command's own (3) passes.
const withBus = 'exec dbus-run-session -- sh -c "$0" sh "$@" 3>&2 2>/dev/null';
// The password guards an empty key store that is deleted afterwards.
const withKeyStore =
  'printf "practice\\n" | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; exec "$@" 2>&3 3>&-';

/**
 * @param {number} [place] two that start at the same moment would take the same number, so each looks in a range of its own
 * @returns {string[]} what to put before a command so that it has a screen
 */
export function screenPrefix(place = 0) {
  if (hasDisplay || !isInstalled('xvfb-run')) return [];
  const number = `--server-num=${99 + 100 * place}`;
  return ['xvfb-run', '--auto-servernum', number, '--server-args=-screen 0 1600x1200x24 -nolisten tcp'];
}

/**
 * @template T
 * @param {NodeJS.ProcessEnv} env
 * @param {(session: { prefix: string[], env: NodeJS.ProcessEnv }) => Promise<T>} work `prefix` comes before the command
 * @param {number} [place] of sessions beside each other, from 0
 * @returns {Promise<T>}
 */
export async function inTestSession(env, work, place = 0) {
  if (!isLinux) return work({ prefix: [], env });
  const hasKeyStore = isInstalled('dbus-run-session') && isInstalled('gnome-keyring-daemon');
  // Short, because a socket's address may have 107 letters only.
  const folder = mkdtempSync(join(tmpdir(), 'pk-'));
  const runtime = join(folder, 'run');
  const data = join(folder, 'data');
  mkdirSync(runtime, { mode: 0o700 });
  mkdirSync(data, { mode: 0o700 });
  const keyStorePrefix = hasKeyStore ? ['sh', '-c', withBus, withKeyStore] : [];
  try {
    return await work({
      prefix: [...keyStorePrefix, ...screenPrefix(place)],
      env: {
        ...env,
        XDG_RUNTIME_DIR: runtime,
        XDG_DATA_HOME: data,
        ...(hasKeyStore ? { POSTKEY_TEST_KEY_STORE: 'gnome-libsecret' } : {}),
      },
    });
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
