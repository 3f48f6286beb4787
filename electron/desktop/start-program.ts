// Starts a program that goes on without Postkey: no shell, words as they are. Tells whether it took what it was given.
import { spawn } from 'node:child_process';

/** How long a starter may take to say that it failed. A browser that runs longer has taken the page. */
const settledAfterMs = 800;

/** True: it runs, or it ended well. False: it could not be started, or it ended with an error at once. */
export function startProgram(words: readonly string[], settledMs = settledAfterMs): Promise<boolean> {
  const [program = '', ...rest] = words;
  return new Promise((resolve) => {
    const child = spawn(program, rest, { detached: true, stdio: 'ignore', shell: false });
    const settled = setTimeout(() => end(true), settledMs);
    const end = (taken: boolean): void => {
      clearTimeout(settled);
      child.removeAllListeners('exit');
      child.unref();
      resolve(taken);
    };
    child.once('error', () => end(false));
    child.once('exit', (code) => end(code === 0));
  });
}
