// Takes an organisation's preset: reads it, puts its secret into the vault and the rest into memory, and says what was wrong otherwise.
import type { Answer } from '../../shared/ipc-contract.ts';
import { accepted } from '../../shared/ipc-contract.ts';
import { type Preset, readPreset } from '../../shared/preset.ts';
import type { KeptPreset, Memory } from './memory.ts';
import type { TokenVault } from './outside-world.ts';
import { Secret } from './secret.ts';

/** The vault's record for the preset's client secret. */
const presetKeysId = 'preset';

export interface PresetShelf {
  /** The preset in force, without its client secret; null when there is none. */
  current(): Preset | null;
  clientSecret(): Secret | null;
  ca(): readonly string[];
  /** Why this one may not be taken here, whoever says yes; null: it may. */
  locks(preset: Preset): Extract<Answer, { accepted: false }> | null;
  /** `caPem` is what stood in the CA file beside the preset; null when the file could not be read from here. */
  take(text: string, caPem: string | null): Promise<Answer>;
  /** Reads what was kept; called once at the start. */
  load(): Promise<void>;
}

/** The client secret leaves the preset here, before anything else sees it. */
function partSecret(preset: Preset): { bare: Preset; secret: Secret | null } {
  const { signIn } = preset;
  if (!('clientSecret' in signIn) || signIn.clientSecret === undefined) return { bare: preset, secret: null };
  const { clientSecret, ...rest } = signIn;
  return { bare: { ...preset, signIn: rest }, secret: new Secret(clientSecret) };
}

/** The very preset that is laid down may be opened again: nothing comes of it. */
function isSame(text: string, preset: Preset): boolean {
  const laidDown = readPreset(text);
  return laidDown.ok && JSON.stringify(laidDown.preset) === JSON.stringify(preset);
}

/** What is laid down on this computer. */
export interface PresetRule {
  /** Read anew at each start and never kept: when IT takes it back, it is gone. */
  readonly laidDown: { readonly text: string; readonly caPem: string | null } | null;
  /** Why no other may be taken. */
  readonly locked: 'preset-locked' | 'policy-unreadable' | null;
}

/** Keeps one preset; what is laid down holds, else the newest that was taken. */
export function makePresetShelf(
  memory: Memory,
  vault: TokenVault,
  { laidDown, locked }: PresetRule,
  changed: () => void,
): PresetShelf {
  let preset: Preset | null = null;
  let secret: Secret | null = null;
  let ca: string | null = null;

  const locks = (): Extract<Answer, { accepted: false }> | null =>
    locked && {
      accepted: false,
      refusal: locked,
      field: 'preset',
      values: { organisation: preset?.organisation ?? '' },
    };

  return {
    current: () => preset,
    clientSecret: () => secret,
    ca: () => (ca ? [ca] : []),
    locks: (other) => (laidDown && isSame(laidDown.text, other) ? null : locks()),
    async load() {
      const lies = laidDown ? readPreset(laidDown.text) : null;
      if (lies?.ok) {
        ({ bare: preset, secret } = partSecret(lies.preset));
        ca = laidDown?.caPem ?? lies.preset.caPem ?? null;
        changed();
        return;
      }
      const kept = memory.preset();
      const read = kept ? readPreset(kept.text) : null;
      if (!kept || !read?.ok) return;
      const keys = kept.hasSecret ? await vault.open(presetKeysId) : null;
      secret = keys?.ok ? (keys.value?.clientSecret ?? null) : null;
      preset = read.preset;
      ca = kept.ca;
      changed();
    },
    async take(text, caPem) {
      const read = readPreset(text);
      if (!read.ok) {
        const values = { place: read.place, more: read.more };
        return { accepted: false, refusal: read.refusal, field: 'preset', values };
      }
      if (locked && laidDown && isSame(laidDown.text, read.preset)) return accepted;
      const lock = locks();
      if (lock) return lock;
      if (read.preset.caFile && !caPem) {
        return { accepted: false, refusal: 'file-unreadable', field: 'preset', values: { place: 'caFile' } };
      }
      const parted = partSecret(read.preset);
      if (parted.secret) {
        const keys = { renewal: null, accessToken: new Secret(''), validUntil: 0, clientSecret: parted.secret };
        const kept = await vault.keep(presetKeysId, keys);
        if (!kept.ok) vault.keepForSession(presetKeysId, keys);
      }
      ca = caPem ?? read.preset.caPem ?? null;
      preset = parted.bare;
      secret = parted.secret;
      const record: KeptPreset = { text: JSON.stringify(preset), hasSecret: secret !== null, ca };
      memory.keepPreset(record);
      changed();
      return accepted;
    },
  };
}
