// Asks a tool of the operating system, with a deadline and a limit; what it says is given back as it is. Nothing of a person is in the
// arguments, and nothing goes through a shell.
import { execFile } from 'node:child_process';

export interface ToolAnswer {
  /** Null: it could not be started, was cut off, or said too much. */
  readonly code: number | null;
  readonly text: string;
}

export type AskSystem = (file: string, args: readonly string[]) => Promise<ToolAnswer>;

/** PowerShell may take long where a computer has just been logged in to. */
const deadlineMs = 15_000;
const mostBytes = 4_000_000;

/** Never rejects. */
export const askSystem: AskSystem = (file, args) =>
  new Promise((resolve) => {
    const options = { timeout: deadlineMs, maxBuffer: mostBytes, windowsHide: true, encoding: 'utf8' as const };
    try {
      execFile(file, [...args], options, (error, text) => {
        resolve({ code: error ? numberOrNull(error.code) : 0, text });
      });
    } catch {
      resolve({ code: null, text: '' });
    }
  });

/** A text is the system's word for why it did not start. */
const numberOrNull = (code: unknown): number | null => (typeof code === 'number' ? code : null);
