// Files the person chooses: a preset, Google's client file, a case file. Size-limited, read-only.
import { type BrowserWindow, dialog } from 'electron';
import type { NamedPreset } from '../setup/preset-desk.ts';
import { mostBytesOfFile, readPresetFile } from './read-preset-file.ts';
import { readTextFile } from './text-file.ts';

async function choose(window: BrowserWindow | null, endings = ['json']): Promise<string | null> {
  const options = {
    properties: ['openFile' as const],
    filters: [
      { name: endings[0]?.toUpperCase() ?? '', extensions: endings },
      { name: '*', extensions: ['*'] },
    ],
  };
  const chosen = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
  return chosen.canceled ? null : (chosen.filePaths[0] ?? null);
}

/** Null: the person chose none. */
export async function choosePreset(window: BrowserWindow | null): Promise<NamedPreset | null> {
  const path = await choose(window, ['postkey', 'json']);
  return path === null ? null : readPresetFile(path, 'beside');
}

export async function chooseText(
  window: BrowserWindow | null,
  endings?: string[],
): Promise<{ readonly text: string } | 'unreadable' | null> {
  const path = await choose(window, endings);
  return path === null ? null : readNamedText(path);
}

/** Somebody else's case file. */
export function chooseCase(window: BrowserWindow | null): ReturnType<typeof chooseText> {
  return chooseText(window, ['html', 'htm', 'json']);
}

/** A text file by its path. */
export async function readNamedText(path: string): Promise<{ readonly text: string } | 'unreadable'> {
  const text = await readTextFile(path, mostBytesOfFile);
  return text === null ? 'unreadable' : { text };
}
