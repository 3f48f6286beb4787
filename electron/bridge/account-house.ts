// One account behind its doors: its programs and their sessions, the way to its provider, and what was seen of both.
import type { BridgeSecurity } from '../../shared/bridge.ts';
import type { Service } from '../../shared/mail-provider.ts';
import { problemOf } from '../../shared/problem.ts';
import type { BridgeSeen, OpenedBridge } from '../setup/bridge-world.ts';
import type { KeptBridgeProgram } from '../setup/kept-bridge.ts';
import type { MailLogin, Outcome } from '../setup/outside-world.ts';
import { Secret } from '../setup/secret.ts';
import type { BridgeLimits } from './bridge-limits.ts';
import type { BridgeParts, Entered } from './bridge-parts.ts';
import { programOf } from './bridge-password.ts';
import { englishWords } from './english-words.ts';
import { learnOffers } from './learn-offers.ts';
import type { Host } from './serve-program.ts';
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
  const learnt = learnOffers(clock, (service, attempt) => parts.openRoad(account, service, attempt));

  const changed = (next: Omit<BridgeSeen, 'sessions'> = seen): void => {
    seen = next;
    hearer.changed(accountId);
  };

  async function open(service: Service, signal: AbortSignal): Promise<Outcome<Entered>> {
    const attempt = { signal };
    const opening = parts.openRoad(account, service, attempt);
    opening.catch(() => {});
    const keys = await parts.fresh(account, attempt);
    const road = await opening;
    if (!road.ok) return keys.ok ? road : keys;
    if (!keys.ok) {
      road.value.close();
      return keys;
    }
    learnt.keep(service, road.value.offers);
    const isByPassword = account.passwordFor?.includes(service) ?? false;
    const as: Pick<MailLogin, 'loginName' | 'by' | 'secret'> = {
      loginName: account.loginNames[service] ?? account.address,
      by: isByPassword ? 'password' : 'token',
      secret: isByPassword ? (keys.value.password ?? new Secret('')) : keys.value.accessToken,
    };
    return road.value.logIn(as, attempt);
  }

  async function enter(service: Service, program: KeptBridgeProgram, gone: AbortSignal): Promise<Outcome<Entered>> {
    const end = new AbortController();
    const stop = (): void => end.abort();
    const cancelDeadline = clock.after(enterMs, stop);
    gone.addEventListener('abort', stop, { once: true });
    try {
      const entered = await open(service, end.signal).catch((error: unknown): Outcome<Entered> => {
        parts.failed(error);
        return { ok: false, problem: problemOf('unexpected') };
      });
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
      enter: (program, signal) => enter(service, program, signal),
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
