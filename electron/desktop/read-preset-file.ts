// A preset's file, and the certificate authority it names. Size-limited, read-only, never throws.
import { basename, dirname, resolve } from 'node:path';
import { readPreset } from '../../shared/preset.ts';
import type { NamedPreset } from '../setup/preset-desk.ts';
import { placeBeside } from './place-beside.ts';
import { readTextFile } from './text-file.ts';

/** Of every text file a person may hand over. */
export const mostBytesOfFile = 6_000_000;

/** A preset by its path, with the certificate authority it names: from beside it, or
 * from wherever it says: only whoever starts Postkey with a preset is trusted to say so. */
export async function readPresetFile(path: string, caFileMayBe: 'anywhere' | 'beside'): Promise<NamedPreset> {
  const name = basename(path);
  const text = await readTextFile(path, mostBytesOfFile);
  if (text === null) return { name, file: 'unreadable' };
  const read = readPreset(text);
  const caFile = read.ok ? read.preset.caFile : undefined;
  if (caFile === undefined) return { name, file: { text, caPem: null } };
  const place = caFileMayBe === 'anywhere' ? resolve(dirname(path), caFile) : await placeBeside(path, caFile);
  if (place === null) return { name, file: { text, caPem: null, caFileIsAway: true } };
  const pem = await readTextFile(place, mostBytesOfFile);
  const isPem = pem !== null && pem.length < 200_000 && pem.includes('-----BEGIN CERTIFICATE-----');
  return { name, file: { text, caPem: isPem ? pem : null } };
}
