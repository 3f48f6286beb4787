// Starts other programs and waits for them. Ends what it started when this process is asked to end.
import { spawn } from 'node:child_process';

/** @type {Set<import('node:child_process').ChildProcess>} */
const children = new Set();
let endedBy = '';

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    // A second signal, or a child that does not listen, must not keep this process alive.
    if (endedBy || children.size === 0) process.exit(130);
    endedBy = signal;
    for (const child of children) child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
    setTimeout(() => process.exit(130), 5000).unref();
  });
}

/**
 * @typedef {object} Ended
 * @property {number} code 127 when the program could not be started
 * @property {string} output what it wrote, when it was not shown
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean, signal?: AbortSignal, extraOutput?: (text: string) => void }} [options]
 *   `extraOutput` listens on file descriptor 3
 * @returns {Promise<Ended>}
 */
export function runCommand(command, args, { cwd, env, show = false, signal, extraOutput } = {}) {
  return new Promise((resolve) => {
    const shown = show ? /** @type {const} */ ('inherit') : /** @type {const} */ ('pipe');
    const child = spawn(command, args, {
      cwd,
      env: env ?? process.env,
      signal,
      windowsHide: true,
      stdio: extraOutput ? ['ignore', shown, shown, 'pipe'] : [show ? 'inherit' : 'ignore', shown, shown],
    });
    children.add(child);
    let output = '';
    const keep = (/** @type {Buffer} */ data) => {
      output = (output + data).slice(-200_000);
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.stdio[3]?.on('data', (data) => extraOutput?.(String(data)));
    child.on('error', (error) => {
      children.delete(child);
      resolve({ code: 127, output: output || error.message });
    });
    child.on('close', (code) => {
      children.delete(child);
      if (endedBy) process.exit(130);
      resolve({ code: code ?? 1, output });
    });
  });
}
