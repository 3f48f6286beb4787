// Which preset a command obeys: the one named for it, else the one that the window has taken. Pure; opens no file.

import { type Preset, readPreset } from '../../shared/preset.ts';
import type { RefusalCode } from '../../shared/refusal.ts';
import type { KeptPreset } from '../setup/memory.ts';

export interface PresetInForce {
  readonly preset: Preset | null;
  /** The organisation's certificate authorities, PEM. */
  readonly ca: readonly string[];
}

export type PresetTaken =
  | ({ readonly ok: true } & PresetInForce)
  /** `place`: where in the file, as in `signIn.issuer`; may be empty. */
  | { readonly ok: false; readonly refusal: RefusalCode; readonly place: string };

const listed = (pem: string | null | undefined): readonly string[] => (pem ? [pem] : []);

/** `file`: the preset named on the command line, with what stood in the CA file beside it. */
export function presetOfFile(
  file: { readonly text: string; readonly caPem: string | null } | 'unreadable',
): PresetTaken {
  if (file === 'unreadable') return { ok: false, refusal: 'file-unreadable', place: '' };
  const read = readPreset(file.text);
  if (!read.ok) return { ok: false, refusal: read.refusal, place: read.place };
  if (read.preset.caFile && !file.caPem) return { ok: false, refusal: 'file-unreadable', place: 'caFile' };
  return { ok: true, preset: read.preset, ca: listed(file.caPem ?? read.preset.caPem) };
}

/** One that is kept and cannot be read any more is none, as in the window. */
export function presetKept(kept: KeptPreset | null): PresetInForce {
  const read = kept ? readPreset(kept.text) : null;
  return read?.ok ? { preset: read.preset, ca: listed(kept?.ca) } : { preset: null, ca: [] };
}
