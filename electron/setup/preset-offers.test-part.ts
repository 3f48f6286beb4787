// Test only: a Postkey with one account and a preset in force, whose desk and clock a test can change.
import { vi } from 'vitest';
import type { Postkey } from './postkey.ts';
import { handlersOf } from './postkey-requests.ts';
import type { PresetDesk } from './preset-desk.ts';
import { smallDesk } from './small-desk.test-part.ts';
import { account, startPostkey } from './small-postkey.test-part.ts';
import { makeSmallWorld, preset } from './small-world.test-part.ts';

const servers = { imap: { host: 'imap.lighthouse.example', port: 993, security: 'tls' } };

/** Another organisation's than the one in force. */
export const other = { ...preset, organisation: 'Lighthouse Board', domains: ['lighthouse.example'], servers };
export const text = JSON.stringify(other);
export const link =
  'postkey://setup?preset=https%3A%2F%2Fit.lighthouse.example%2Fa.postkey&address=pat@lighthouse.example';
export const nothing = { practice: false, address: null, caseFile: null, preset: null, opened: null, link: null };

export const offerOf = (postkey: Postkey) => postkey.state().presetOffer;
export const idOf = (postkey: Postkey): string => offerOf(postkey)?.id ?? '';

export interface OfferTrial {
  readonly postkey: Postkey;
  readonly handlers: ReturnType<typeof handlersOf>;
  readonly desk: { -readonly [K in keyof PresetDesk]: PresetDesk[K] };
  /** What the shelf was given. */
  readonly taken: readonly string[];
  /** Moves the clock on. */
  readonly pass: (ms: number) => void;
}

export function startOffering(): OfferTrial {
  const small = makeSmallWorld();
  const desk = { ...smallDesk };
  const taken: string[] = [];
  let time = 1_000_000;
  const world = { ...small.world, clock: { ...small.world.clock, now: () => time } };
  const { postkey } = startPostkey({ accounts: [account] }, { ...small, world, presetDesk: desk });
  vi.spyOn(postkey.parts.shelf, 'take').mockImplementation(async (given) => {
    taken.push(given);
    return { accepted: true };
  });
  const pass = (ms: number): void => {
    time += ms;
  };
  return { postkey, handlers: handlersOf(postkey), desk, taken, pass };
}
