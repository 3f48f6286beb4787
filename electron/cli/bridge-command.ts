// `postkey bridge [--run] [--json]`: says which bridges there are and how their doors stand, or keeps the doors open here, without a
// window, until it is ended. Where a Postkey is open, its doors are open already. Opens no window and no browser.
import type { BridgeAnswer } from '../../shared/bridge-answer.ts';
import type { Clock } from '../setup/outside-world.ts';
import { bridgesAsJson, bridgesAsText, type SayBridge } from './bridge-answer.ts';

export interface BridgeWish {
  readonly run: boolean;
  readonly json: boolean;
}

/** `nobody`: no Postkey is open. `not-yet`: another command has the profile, or a window is only starting. */
export type AskedBridge = BridgeAnswer | 'nobody' | 'not-yet';

/**
 * `ended`: by a signal. `made-way`: a window has opened, and keeps the doors from now on. `none-on`, `not-allowed`: there is nothing to
 * keep open. `taken`, `no-place`: as for the other commands.
 */
export type BridgeRun = 'ended' | 'made-way' | 'none-on' | 'not-allowed' | 'taken' | 'no-place';

export interface BridgeCommandParts {
  readonly ask: () => Promise<AskedBridge>;
  /** As remembered: nobody has a door open. */
  readonly kept: () => Promise<BridgeAnswer>;
  /** Calls back when the doors are open. */
  readonly run: (opened: (bridges: BridgeAnswer) => void) => Promise<BridgeRun>;
  readonly clock: Clock;
  readonly say: SayBridge;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** A look of another command takes this long at most. */
const waitMs = 180_000;
const againMs = 300;

/** 0: said, or ended as asked. 1: no bridge can be opened. 3: the profile could not be had. */
export async function bridgeCommand(wish: BridgeWish, parts: BridgeCommandParts): Promise<0 | 1 | 3> {
  return wish.run ? keepOpen(wish, parts) : list(wish, parts);
}

function tell({ bridges }: BridgeAnswer, { json }: BridgeWish, { say, out }: BridgeCommandParts): void {
  out(json ? bridgesAsJson(bridges) : bridgesAsText(bridges, say));
}

async function list(wish: BridgeWish, parts: BridgeCommandParts): Promise<0> {
  const asked = await parts.ask();
  tell(typeof asked === 'object' ? asked : await parts.kept(), wish, parts);
  return 0;
}

const exits: Readonly<Record<Exclude<BridgeRun, 'taken'>, 0 | 1 | 3>> = {
  ended: 0,
  'made-way': 0,
  'none-on': 1,
  'not-allowed': 1,
  'no-place': 3,
};

async function keepOpen(wish: BridgeWish, parts: BridgeCommandParts): Promise<0 | 1 | 3> {
  const { clock, say, err } = parts;
  const until = clock.now() + waitMs;
  while (clock.now() < until) {
    const asked = await parts.ask();
    if (typeof asked === 'object') {
      tell(asked, wish, parts);
      err(`${say('bridge.runsThere')}\n`);
      return 0;
    }
    const run = await parts.run((bridges) => {
      tell(bridges, wish, parts);
      err(`${say('bridge.running')}\n`);
    });
    if (run !== 'taken') {
      if (run !== 'ended') err(`${say(`bridge.ends.${run}`)}\n`);
      return exits[run];
    }
    await new Promise<void>((resolve) => void clock.after(againMs, resolve));
  }
  err(`${say('bridge.ends.tooLate')}\n`);
  return 3;
}
