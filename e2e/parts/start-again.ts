// Another start of Postkey by the person or their session, without a test at its window: beside one that is open it hands over and ends.
import { spawn } from 'node:child_process';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { electronOfThisRun, type PostkeyWish, switchesFor } from './postkey-app.ts';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

export interface StartedAgain {
  /** Resolves with its exit code when it has ended. */
  readonly ended: Promise<number | null>;
  /** As the session does at log-out. */
  end(): void;
}

export function startAgain({ userData, args = [] }: Pick<PostkeyWish, 'userData' | 'args'>): StartedAgain {
  const child = spawn(electronOfThisRun(), [...switchesFor({ userData }), '--log-level=3', root, ...args], {
    stdio: 'ignore',
  });
  const ended = new Promise<number | null>((done, failed) => {
    child.once('error', failed);
    child.once('close', done);
  });
  return { ended, end: () => void child.kill('SIGTERM') };
}
