// Reads the last lines of the log that belong to some mailboxes, or to none in particular. Changes nothing; never throws.
import { join } from 'node:path';
import { readTextFile } from './text-file.ts';

const mostBytes = 4_000_000;
const mostLines = 200;
const mailbox = /\bmailbox-[0-9a-f]{10}\b/u;

/** The oldest first. `mailboxes`: their names in the log; lines about others are left out. */
export async function lastLogLines(folder: string, mailboxes: readonly string[]): Promise<readonly string[]> {
  const texts = await Promise.all(
    ['postkey.old.log', 'postkey.log'].map((name) => readTextFile(join(folder, name), mostBytes)),
  );
  return texts
    .join('\n')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .filter((line) => !mailbox.test(line) || mailboxes.some((name) => line.includes(name)))
    .slice(-mostLines);
}
