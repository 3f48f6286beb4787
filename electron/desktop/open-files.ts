// Files the person chooses: a preset, Google's client file; and the certificate authority a preset names. Size-limited, read-only.
import { basename, dirname, resolve } from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import { readPreset } from '../../shared/preset.ts';
import type { NamedPreset } from '../setup/preset-desk.ts';
import { placeBeside } from './place-beside.ts';
import { readTextFile } from './text-file.ts';

const mostBytes = 6_000_000;

/** A preset by its path, with the certificate authority it names: from where the preset says, which is somebody's at this computer. */
export async function readPresetFile(path: string, caFileMayBe: 'anywhere' | 'beside'): Promise<NamedPreset> {
  const name = basename(path);
  const text = await readTextFile(path, mostBytes);
  if (text === null) return { name, file: 'unreadable' };
  const read = readPreset(text);
  const caFile = read.ok ? read.preset.caFile : undefined;
  if (caFile === undefined) return { name, file: { text, caPem: null } };
  const place = caFileMayBe === 'anywhere' ? resolve(dirname(path), caFile) : await placeBeside(path, caFile);
  if (place === null) return { name, file: { text, caPem: null, caFileIsAway: true } };
  const pem = await readTextFile(place, mostBytes);
  const isPem = pem !== null && pem.length < 200_000 && pem.includes('-----BEGIN CERTIFICATE-----');
  return { name, file: { text, caPem: isPem ? pem : null } };
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
  const text = await readTextFile(path, mostBytes);
  return text === null ? 'unreadable' : { text };
}
