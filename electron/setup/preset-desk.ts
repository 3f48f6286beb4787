// What asking about presets needs of the world, as an interface: what one would do, and fetching one that a link names.
import type { Preset } from '../../shared/preset.ts';
import type { PresetFacts, PresetWarning, ShownHost } from '../../shared/preset-offer.ts';
import type { RefusalCode } from '../../shared/refusal.ts';

export interface RefusedPreset {
  readonly ok: false;
  readonly refusal: RefusalCode;
  /** For the words; nothing secret. */
  readonly values: Readonly<Record<string, string | number>>;
}

export interface PresetDesk {
  /** Of a preset and the authorities that come with it, PEM. Believes nothing, asks nobody. */
  facts(preset: Preset, authorities: readonly string[], hasSecret: boolean): Promise<PresetFacts>;
  /** What a person has to be warned of before a yes; refused is what no honest preset has. */
  judge(
    preset: Preset,
    facts: PresetFacts,
  ): Promise<{ readonly ok: true; readonly warnings: readonly PresetWarning[] } | RefusedPreset>;
  /** The host of a link's `https:` address, fit to be shown; refused are those made to deceive, and those without a name. */
  host(url: string): Promise<{ readonly ok: true; readonly host: ShownHost } | RefusedPreset>;
  /** At most `presetMaxBytes`, in text; `url`: where it came from in the end. Ends by `signal`, rejects never. */
  fetch(
    url: string,
    signal: AbortSignal,
  ): Promise<{ readonly ok: true; readonly text: string; readonly url: string } | RefusedPreset>;
}

/** A preset's text, with what stood in the CA file beside it; null where there is none. */
export interface PresetText {
  readonly text: string;
  readonly caPem: string | null;
  /** It names a CA file that is not beside it, and was not to be followed there. */
  readonly caFileIsAway?: true;
  /** Of one that lies beside Postkey: what tells it from another, so that a no is remembered. */
  readonly mark?: string;
}

/** A preset by its path; `name` without the folders. */
export interface NamedPreset {
  readonly name: string;
  readonly file: PresetText | 'unreadable';
}
