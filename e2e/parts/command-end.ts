// What a program said and how it ended, for whoever started it.
import type { ChildProcess } from 'node:child_process';

export interface CommandEnd {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Resolves when the program has ended and its outputs are closed; rejects when it could not be started. */
export function endOf(child: ChildProcess): Promise<CommandEnd> {
  let [out, err] = ['', ''];
  child.stdout?.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('close', (code) => done({ code, out, err }));
  });
}
