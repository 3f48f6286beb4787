// Keeps the doors that are open in step with what shall be open: loads the bridge when it is first needed, chooses ports that are
// missing, and hands it each change once, one after another. Decides nothing about requests.
import { isWeather } from '../../shared/is-weather.ts';
import { doorServices, servicesWithoutPort, signatureOf, withPorts } from './bridge-view.ts';
import type { Bridge, BridgeCertificate, BridgeHearer, OpenedBridge } from './bridge-world.ts';
import type { KeptBridge } from './kept-bridge.ts';
import type { AccountRecord, Memory } from './memory.ts';
import type { Clock } from './outside-world.ts';

export interface FollowBridgesParts {
  readonly memory: Pick<Memory, 'bridges' | 'keepBridges'>;
  readonly clock: Clock;
  /** Called once, when a bridge is first needed. */
  readonly load: (hear: BridgeHearer) => Promise<Bridge>;
  /** What shall be open now. */
  readonly toOpen: () => readonly OpenedBridge[];
  readonly accountOf: (id: string) => AccountRecord | null;
  /** A server refused what came through the bridge: looks at the account. */
  readonly look: (account: AccountRecord) => void;
  readonly changed: () => void;
  readonly logUnexpected: (error: unknown) => void;
}

export interface FollowBridges {
  /** Null until one was needed. */
  running(): Bridge | null;
  certificate(): BridgeCertificate | null;
  need(): Promise<Bridge>;
  /** The one of this computer; made when there is none. */
  certify(): ReturnType<Bridge['certificate']>;
  keep(id: string, change: (kept: KeptBridge) => KeptBridge): void;
  /** Resolves when the doors are as they shall be, or have had time for it. */
  follow(): Promise<void>;
  stop(): Promise<void>;
}

/** The bridge opens a few local ports; whatever takes longer goes on behind the answer. */
const followMs = 10_000;
/** Programs try again at once and for ever. */
const lookAgainMs = 60_000;
/** What is only shown is shown a moment later, so that a busy program does not draw the window all the time. */
const tellMs = 150;
const tryAgainMs = 30_000;
/** When a program came last is written down no more often. */
const usedMs = 60_000;

export function makeFollowBridges(parts: FollowBridgesParts): FollowBridges {
  const { memory, clock, toOpen, changed, logUnexpected } = parts;
  let loading: Promise<Bridge> | null = null;
  let bridge: Bridge | null = null;
  let certificate: BridgeCertificate | null = null;
  let followed = signatureOf([]);
  let turn: Promise<void> = Promise.resolve();
  let cancelTell: (() => void) | null = null;
  let cancelAgain: (() => void) | null = null;
  let stopped = false;
  const lookedAt = new Map<string, number>();

  const keep: FollowBridges['keep'] = (id, change) =>
    memory.keepBridges(memory.bridges().map((each) => (each.accountId === id ? change(each) : each)));

  const hear: BridgeHearer = {
    changed: () => {
      if (stopped) return;
      cancelTell ??= clock.after(tellMs, () => {
        cancelTell = null;
        changed();
      });
    },
    used: (id, programId, at) => {
      if (stopped) return;
      const before = memory.bridges().find((each) => each.accountId === id);
      const program = before?.programs.find((each) => each.id === programId);
      if (!program || at - (program.lastUsedAt ?? 0) < usedMs) return;
      keep(id, (kept) => ({
        ...kept,
        programs: kept.programs.map((each) => (each.id === programId ? { ...each, lastUsedAt: at } : each)),
      }));
      hear.changed(id);
    },
    refused: (id, problem) => {
      if (stopped) return;
      hear.changed(id);
      const now = clock.now();
      const account = parts.accountOf(id);
      if (!account || isWeather(problem) || now - (lookedAt.get(id) ?? 0) < lookAgainMs) return;
      lookedAt.set(id, now);
      parts.look(account);
    },
  };

  async function need(): Promise<Bridge> {
    loading ??= parts.load(hear);
    try {
      bridge = await loading;
    } catch (error) {
      // The next who needs it tries again.
      loading = null;
      throw error;
    }
    return bridge;
  }

  async function certify(): ReturnType<Bridge['certificate']> {
    const made = await (await need()).certificate();
    if (made.ok) certificate = made.value;
    return made;
  }

  async function choosePorts(needed: Bridge): Promise<void> {
    for (const opened of toOpen()) {
      const without = servicesWithoutPort(opened);
      if (without.length === 0) continue;
      const chosen = await needed.choosePorts(
        without,
        memory.bridges().map(({ ports }) => ports),
      );
      keep(opened.account.id, (kept) => withPorts(kept, chosen));
    }
  }

  /** Another program may give a port back at any time; nobody tells. */
  function tryTakenAgain(): void {
    cancelAgain?.();
    cancelAgain = null;
    const isTaken = ({ account, kept }: OpenedBridge): boolean =>
      bridge?.doors(kept, doorServices(account)).some(({ state }) => state === 'taken') === true;
    if (stopped || !toOpen().some(isTaken)) return;
    cancelAgain = clock.after(tryAgainMs, () => {
      followed = '';
      void follow();
    });
  }

  function follow(): Promise<void> {
    turn = turn.then(settle).catch(logUnexpected);
    return atMost(clock, followMs, turn);
  }

  async function settle(): Promise<void> {
    if (stopped || signatureOf(toOpen()) === followed) return;
    if (!bridge && toOpen().length === 0) return;
    const needed = await need();
    await choosePorts(needed);
    if (stopped) return;
    // Only shown; without one the plain doors open all the same.
    if (toOpen().some(({ kept }) => kept.encrypts)) await certify().catch(logUnexpected);
    const opened = toOpen().filter(({ account }) => doorServices(account).length > 0);
    followed = signatureOf(toOpen());
    await needed.follow(opened);
    changed();
    tryTakenAgain();
  }

  return {
    running: () => bridge,
    certificate: () => certificate,
    need,
    certify,
    keep,
    follow,
    stop: async () => {
      stopped = true;
      cancelTell?.();
      cancelAgain?.();
      // One that is only being loaded opens nothing any more.
      await bridge?.stop();
    },
  };
}

function atMost(clock: Clock, ms: number, work: Promise<void>): Promise<void> {
  let cancel = (): void => undefined;
  const late = new Promise<void>((resolve) => {
    cancel = clock.after(ms, resolve);
  });
  return Promise.race([work, late]).finally(() => cancel());
}
