// Starts Postkey's main process out of this checkout, in the desktop session of whoever asks.
import { isLinux, isRoot, root } from '../set-up/places.mjs';
import { runCommand } from '../set-up/run-command.mjs';

/**
 * @param {import('../set-up/prepare.mjs').Prepared} prepared
 * @param {readonly string[]} args for Postkey
 * @param {readonly string[]} [prefix] what gives it a screen
 * @param {readonly string[]} [more] switches of Chromium's
 * @returns {Promise<number>} its exit code
 */
export async function openPostkey({ electron, env }, args, prefix = [], more = []) {
  // Chromium's sandbox refuses to work for root.
  const switches = isLinux && isRoot ? ['--no-sandbox'] : [];
  const [command = '', ...rest] = [...prefix, electron.executable, ...switches, ...more, root, ...args];
  return (await runCommand(command, rest, { env, show: true })).code;
}
