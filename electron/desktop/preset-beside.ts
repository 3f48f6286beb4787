// Where a preset may lie beside Postkey itself, for IT that hands out a folder: next to the installed program, the AppImage or the portable
// one. It is only offered: whoever can put a file into a folder of downloads must not set anything up.
import { createHash } from 'node:crypto';
import { posix, win32 } from 'node:path';
import type { NamedPreset } from '../setup/preset-desk.ts';
import { readPresetFile } from './read-preset-file.ts';

export interface OwnPlace {
  readonly platform: NodeJS.Platform;
  /** Of the program that runs. */
  readonly execPath: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

const presetName = 'preset.postkey';

/** An AppImage and a portable program run from a folder of their own making, and say where they lie. */
export function presetBesideOf({ platform, execPath, env }: OwnPlace): string {
  const { dirname, join } = platform === 'win32' ? win32 : posix;
  const appImage = platform === 'linux' && env['APPIMAGE'] ? dirname(env['APPIMAGE']) : null;
  const portable = (platform === 'win32' && env['PORTABLE_EXECUTABLE_DIR']) || null;
  // Within `Postkey.app/Contents/MacOS`, nothing can be put without breaking its signature.
  const bundle = /^(.*)\/[^/]+\.app\/Contents\/MacOS\/[^/]+$/u.exec(execPath)?.[1];
  const own = platform === 'darwin' && bundle !== undefined ? bundle : dirname(execPath);
  return join(appImage ?? portable ?? own, presetName);
}

/** Null: there is none, as nearly always. */
export async function readPresetBeside(place: OwnPlace): Promise<NamedPreset | null> {
  const named = await readPresetFile(presetBesideOf(place), 'beside');
  if (named.file === 'unreadable') return null;
  return { ...named, file: { ...named.file, mark: createHash('sha256').update(named.file.text).digest('hex') } };
}
