// Reads what Postkey remembers without opening it: for what runs beside the window. Changes nothing on the disk, whatever stands in
// the file.
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type RememberedParts, readRemembered } from './remembered-parts.ts';
import { readTextFile } from './text-file.ts';

const mostBytes = 20_000_000;

/** `folder`: of the settings. A file that is missing or broken is nothing remembered; its window will say so. */
export async function readKept(folder: string): Promise<RememberedParts> {
  const text = await readTextFile(join(folder, 'settings.json'), mostBytes);
  return readRemembered(parse(text ?? '')).parts;
}

/** When it was last written, in epoch milliseconds; null: nothing is there. */
export async function keptAt(folder: string): Promise<number | null> {
  const facts = await stat(join(folder, 'settings.json')).catch(() => null);
  return facts && Math.round(facts.mtimeMs);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
