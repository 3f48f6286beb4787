// What the window asks about presets: opening one, and the answer to an offered one. A part of the table in `ipc-contract.ts`.
import * as z from 'zod/mini';

const line = (max: number) => z.string().check(z.maxLength(max));
/** Which offer is answered: `PresetOffer.id`. */
const answer = z.strictObject({ id: line(64) });

export const presetRequests = {
  /** A dropped file. It is read and shown, not used. */
  'preset.take': z.strictObject({ name: line(400), text: line(6_000_000) }),
  /** The same with a file the person chooses. */
  'preset.open': z.strictObject({}),
  /** The host that a link names may be asked for its preset. */
  'preset.fetch': answer,
  'preset.accept': answer,
  /** Puts the question away, and gives up a fetch under way. Nothing has changed. */
  'preset.decline': answer,
} as const;
