// What practice hands out for sealing, and takes back in a later run. The text holds refresh tokens: it is wrapped the moment
// it is made, and unwrapped here only.
import * as z from 'zod/mini';
import { Secret } from '../setup/secret.ts';
import { keptSchema } from './practice-store.ts';

const port = z.int().check(z.gte(1), z.lte(65535));
const stateSchema = z.strictObject({
  practiceState: z.literal(1),
  ports: z.strictObject({ provider: port, imap: port, pop: port, smtp: port }),
  kept: keptSchema,
});
export type PracticeState = z.infer<typeof stateSchema>;
export type PracticePorts = PracticeState['ports'];

export function sealable(state: PracticeState): Secret {
  return new Secret(JSON.stringify(state));
}

/** Null when there is none, or none that this version can read: practice then starts afresh. */
export function readState(sealed: Secret | undefined): PracticeState | null {
  if (!sealed) return null;
  try {
    return stateSchema.parse(JSON.parse(sealed.open()));
  } catch {
    return null;
  }
}
