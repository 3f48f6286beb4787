// What the window asks about presets: whatever was dropped or opened is read and shown first, and only a yes puts it in force.
import { type Answer, accepted } from '../../shared/ipc-contract.ts';
import type { Handlers, Postkey } from './postkey.ts';
import { takePreset } from './put-preset-in-force.ts';
import { startAsAsked } from './start-setup.ts';

type PresetRequest = Extract<keyof Handlers, `preset.${string}`>;

export function presetHandlers(postkey: Postkey): Pick<Handlers, PresetRequest> {
  const { presetOffers, parts } = postkey;
  return {
    'preset.take': ({ name, text }) => presetOffers.offer({ text, caPem: null }, { kind: 'drop', name }),
    'preset.open': async () => {
      const chosen = await parts.files.openPreset();
      if (chosen === null) return { accepted: false, refusal: 'file-not-chosen' };
      const { name, file } = chosen;
      if (file === 'unreadable') return { accepted: false, refusal: 'file-unreadable', field: 'preset' };
      return presetOffers.offer(file, { kind: 'file', name });
    },
    'preset.fetch': ({ id }) => presetOffers.fetch(id),
    'preset.accept': ({ id }) => acceptOffer(postkey, id),
    'preset.decline': ({ id }) => presetOffers.decline(id),
  };
}

/** The page stays where the preset is refused after all: its authority's file may have gone, or the vault is locked. */
async function acceptOffer(postkey: Postkey, id: string): Promise<Answer> {
  const { presetOffers } = postkey;
  const shown = presetOffers.shown(id);
  if (!shown) return { accepted: false, refusal: 'preset-answered' };
  const answer = await takePreset(postkey, shown.text, shown.caPem);
  if (!answer.accepted) return answer;
  presetOffers.close();
  if (shown.address !== null) await startAsAsked(postkey, { practice: false, address: shown.address });
  return accepted;
}
