// One account behind its doors: its programs and their sessions, the way to its provider, and what was seen of both.
import type { BridgeSecurity } from '../../shared/bridge.ts';
import type { Service } from '../../shared/mail-provider.ts';
import { type Problem, problemOf } from '../../shared/problem.ts';
import type { BridgeSeen, OpenedBridge } from '../setup/bridge-world.ts';
import type { KeptBridgeProgram } from '../setup/kept-bridge.ts';
import type { MailLogin, Outcome } from '../setup/outside-world.ts';
import { Secret } from '../setup/secret.ts';
import type { BridgeLimits } from './bridge-limits.ts';
import type { BridgeParts } from './bridge-parts.ts';
import { programOf } from './bridge-password.ts';
import { englishWords } from './english-words.ts';
import { learnOffers } from './learn-offers.ts';
import type { Entering, Host } from './serve-program.ts';
import { onWire } from './wire-words.ts';
import { slowWrongLogins } from './wrong-logins.ts';

/** For keys and road together; each has its own deadline besides. */
const enterMs = 45_000;

export interface AccountHouse {
  /** What is known of the account from now on; sessions of programs that are gone end. */
  update(opened: OpenedBridge): void;
  host(service: Service, security: BridgeSecurity): Host;
  seen(): BridgeSeen;
}

export function openHouse(parts: BridgeParts, limits: BridgeLimits, first: OpenedBridge): AccountHouse {
  const { clock, hearer } = parts;
  const { accountId } = first.kept;
  let { account, kept } = first;
  let seen: Omit<BridgeSeen, 'sessions'> = {};
  const sessions = new Map<() => void, string>();
  const learnt = learnOffers(clock, (service, attempt) => parts.openRoad(account, service, attempt).catch(unexpected));

  const changed = (next: Omit<BridgeSeen, 'sessions'> = seen): void => {
    seen = next;
    hearer.changed(accountId);
  };

  const unexpected = (error: unknown): { readonly ok: false; readonly problem: Problem } => {
    parts.failed(error);
    return { ok: false, problem: problemOf('unexpected') };
  };

  /** The road is made while keys are fetched and the user is looked up: each takes its time. */
  async function open(service: Service, isOwn: () => boolean, signal: AbortSignal): Promise<Entering> {
    const attempt = { signal };
    const opening = parts.openRoad(account, service, attempt);
    let isTaken = false;
    try {
      const both = Promise.all([inTime(parts.fresh(account, attempt), signal), opening]);
      const own = isOwn();
      const [keys, road] = await both;
      if (!own) return 'other-user';
      if (!keys.ok) return keys;
      if (!road.ok) return road;
      learnt.keep(service, road.value.offers);
      const isByPassword = account.passwordFor?.includes(service) ?? false;
      const as: Pick<MailLogin, 'loginName' | 'by' | 'secret'> = {
        loginName: account.loginNames[service] ?? account.address,
        by: isByPassword ? 'password' : 'token',
        secret: isByPassword ? (keys.value.password ?? new Secret('')) : keys.value.accessToken,
      };
      isTaken = true;
      return await road.value.logIn(as, attempt);
    } finally {
      // Also one that opens only now.
      if (!isTaken) opening.then((road) => road.ok && road.value.close()).catch(() => undefined);
    }
  }

  async function enter(
    service: Service,
    program: KeptBridgeProgram,
    isOwn: () => boolean,
    gone: AbortSignal,
  ): Promise<Entering> {
    const end = new AbortController();
    const stop = (): void => end.abort();
    const cancelDeadline = clock.after(enterMs, stop);
    gone.addEventListener('abort', stop, { once: true });
    try {
      const entered = await open(service, isOwn, end.signal).catch(unexpected);
      if (entered === 'other-user') return entered;
      const at = clock.now();
      if (entered.ok) {
        hearer.used(accountId, program.id, at);
        if (seen.refusal) changed(without(seen, 'refusal'));
      } else if (!gone.aborted) {
        const { problem } = entered;
        changed({ ...seen, refusal: { service, at, problem } });
        hearer.refused(accountId, problem);
      }
      return entered;
    } finally {
      cancelDeadline();
      gone.removeEventListener('abort', stop);
    }
  }

  return {
    update(opened) {
      ({ account, kept } = opened);
      const ids = new Set(kept.programs.map(({ id }) => id));
      for (const [end, id] of sessions) if (!ids.has(id)) end();
    },
    host: (service, security) => ({
      service,
      clock,
      limits,
      wrong: slowWrongLogins(clock, limits.waitingWrong),
      say: (key, values) => onWire(parts.words(key, values), englishWords(key, values)),
      offers: () => learnt.offers(service),
      programOf: (password) => programOf(kept.programs, password),
      enter: (program, isOwn, signal) => enter(service, program, isOwn, signal),
      wrongDoor: (spoke) => changed({ ...seen, wrongDoor: { service, security, spoke, at: clock.now() } }),
      session(program, end) {
        // Taken away while the provider was asked.
        if (!kept.programs.some(({ id }) => id === program.id)) end();
        sessions.set(end, program.id);
        changed();
        return () => {
          sessions.delete(end);
          changed();
        };
      },
    }),
    seen: () => ({ ...seen, sessions: sessions.size }),
  };
}

function without(seen: Omit<BridgeSeen, 'sessions'>, _key: 'refusal'): Omit<BridgeSeen, 'sessions'> {
  return seen.wrongDoor === undefined ? {} : { wrongDoor: seen.wrongDoor };
}

/** A key store that waits for its password heeds no signal. */
function inTime<T>(keys: Promise<Outcome<T>>, signal: AbortSignal): Promise<Outcome<T>> {
  return new Promise((resolve, reject) => {
    const late = (): void => resolve({ ok: false, problem: problemOf('took-too-long') });
    if (signal.aborted) late();
    signal.addEventListener('abort', late, { once: true });
    keys.then(resolve, reject).finally(() => signal.removeEventListener('abort', late));
  });
}
