// The packing list of `postkey bridge`: asks the Postkey that is open, or opens the doors itself, while it has the profile's door.
// Meanwhile it answers the other commands, too: nobody else can read or write what is remembered.
import { join } from 'node:path';
import * as z from 'zod/mini';
import { type BridgeAnswer, bridgeAnswerSchema, toldBridges } from '../shared/bridge-answer.ts';
import { checkInputSchema } from '../shared/checked-account.ts';
import { isBridgeAllowed } from '../shared/policy.ts';
import { behindOwnDoor, type OwnDoor } from './behind-own-door.ts';
import { lookAsAsked } from './check-main.ts';
import type { SayBridge } from './cli/bridge-answer.ts';
import { type AskedBridge, type BridgeRun, type BridgeWish, bridgeCommand } from './cli/bridge-command.ts';
import { nobodyToAsk } from './desktop/proxy-login.ts';
import { readKept } from './desktop/read-kept.ts';
import { openRemembered } from './desktop/remembered.ts';
import { systemClock } from './desktop/system-clock.ts';
import { untilEnded } from './desktop/until-ended.ts';
import { askDoor } from './door/ask-door.ts';
import { doorQuestion } from './door/door-questions.ts';
import { openTokenDesk } from './door/token-question.ts';
import { keysWithoutWindow } from './keys-without-window.ts';
import { loadBridge } from './load-bridge.ts';
import { makeMailCheck } from './mail-check/make-mail-check.ts';
import { mailProxyOf } from './network-room.ts';
import { makeBridgeDesk } from './setup/bridge-desk.ts';
import { bridgeView } from './setup/bridge-view.ts';
import { cutShort } from './setup/look-at-accounts.ts';
import { makeWatchRoom } from './watch/make-watch-room.ts';

export interface RunBridgeParts {
  readonly userData: string;
  /** Of Postkey. */
  readonly version: string;
  readonly language: string;
  readonly say: SayBridge;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

const askMs = 5_000;
const lookMs = 170_000;
const now = (): number => systemClock.now();

/** The exit code. */
export function runBridge(wish: BridgeWish, parts: RunBridgeParts): Promise<0 | 1 | 3> {
  const { userData } = parts;
  return bridgeCommand(wish, {
    ...parts,
    clock: systemClock,
    ask: () => ask(userData),
    kept: () => keptBridges(userData),
    run: (opened) => behindOwnDoor(userData, (door) => keepDoors(door, parts, opened)),
  });
}

async function ask(profile: string): Promise<AskedBridge> {
  const answer = await askDoor(profile, 'bridge', {}, askMs);
  if (answer === 'nobody') return 'nobody';
  const parsed = answer.ok ? bridgeAnswerSchema.safeParse(answer.answer) : null;
  return parsed?.success ? parsed.data : 'not-yet';
}

async function keptBridges(userData: string): Promise<BridgeAnswer> {
  const { accounts, bridges } = await readKept(userData);
  const none = { bridge: null, certificate: null };
  return toldBridges(
    bridges.flatMap((kept) => {
      const account = accounts.find(({ id }) => id === kept.accountId);
      return account ? [bridgeView(account, kept, none)] : [];
    }),
  );
}

/** From here on nobody else reads or writes what is remembered, until the door is given back. */
async function keepDoors(
  { wayMade, answer }: OwnDoor,
  { userData, version, language, err }: RunBridgeParts,
  opened: (bridges: BridgeAnswer) => void,
): Promise<BridgeRun> {
  const failed = (error: unknown): string => {
    err(`${error instanceof Error ? error.message : 'unknown'}\n`);
    return '';
  };
  const { policy, ca, way, find, renewing: renewingParts } = await keysWithoutWindow(userData);
  if (!isBridgeAllowed(policy)) return 'not-allowed';
  const memory = openRemembered(userData, now(), { writeFailed: failed });
  const room = makeWatchRoom({
    ...renewingParts,
    mailCheck: cutShort(makeMailCheck({ now, way }), wayMade),
    ca: () => ca,
    folder: join(userData, 'history'),
  });
  const looking = { userData, version, policy, ...room, memory, leave: wayMade };
  const accountOf = (id: string) => memory.accounts().find((each) => each.id === id && !each.practice) ?? null;
  const bridgeParts = {
    renewing: room.renewing,
    proxy: mailProxyOf(policy),
    proxySignIn: { loginFor: nobodyToAsk },
    ca: () => ca,
    language: () => language,
    folder: userData,
    failed,
  };
  const desk = makeBridgeDesk({
    memory,
    clock: systemClock,
    load: (hearer) => loadBridge(bridgeParts, hearer),
    isAllowed: () => true,
    accountOf,
    // A set-up in progress keeps what belongs to it.
    isThere: () => true,
    isLeaving: (id) => memory.leaving()?.view.id === id && memory.leaving()?.view.endedAt === undefined,
    look: (account) => {
      lookAsAsked(account.address, lookMs, looking).catch(failed);
    },
    changed: () => undefined,
    logUnexpected: failed,
  });
  const tokens = openTokenDesk({ find, fresh: room.renewing.fresh }, wayMade);
  const ended = untilEnded();
  try {
    await desk.takeUp();
    if (!desk.isOn()) return 'none-on';
    answer({
      bridge: doorQuestion(z.strictObject({}), askMs, () => toldBridges(desk.views())),
      check: doorQuestion(checkInputSchema, lookMs, ({ address = null }) => lookAsAsked(address, lookMs, looking)),
      token: tokens.question,
    });
    opened(toldBridges(desk.views()));
    const madeWay = new Promise<'made-way'>((resolve) => {
      wayMade.addEventListener('abort', () => resolve('made-way'), { once: true });
    });
    return await Promise.race([madeWay, ended.then(() => 'ended' as const)]);
  } finally {
    await desk.stop();
    await tokens.close();
    await room.past.settled();
    memory.flush();
  }
}
