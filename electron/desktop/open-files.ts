// Files the person chooses: a preset, Google's client file; and the certificate authority a preset names. Size-limited, read-only.
import { dirname, resolve } from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import { readPreset } from '../../shared/preset.ts';
import { readTextFile } from './text-file.ts';

const mostBytes = 6_000_000;

/** The CA file a preset names, from beside the preset; null when there is none or it cannot be read. */
async function readCaFile(presetPath: string, text: string): Promise<string | null> {
  const read = readPreset(text);
  if (!read.ok || !read.preset.caFile) return null;
  const pem = await readTextFile(resolve(dirname(presetPath), read.preset.caFile), mostBytes);
  return pem !== null && pem.length < 200_000 && pem.includes('-----BEGIN CERTIFICATE-----') ? pem : null;
}

export interface PresetFile {
  readonly text: string;
  readonly caPem: string | null;
}

/** A preset by its path, with its certificate authority. */
export async function readPresetFile(path: string): Promise<PresetFile | 'unreadable'> {
  const text = await readTextFile(path, mostBytes);
  return text === null ? 'unreadable' : { text, caPem: await readCaFile(path, text) };
}

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
export async function choosePreset(window: BrowserWindow | null): Promise<PresetFile | 'unreadable' | null> {
  const path = await choose(window);
  return path === null ? null : readPresetFile(path);
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
  const text = await readTextFile(path, mostBytes);
  return text === null ? 'unreadable' : { text };
}
