// Test only: accounts and looks as the watch meets them, and a clock that stands still until it is told.
import type { WatchView } from '../../shared/account-state.ts';
import { type ProblemCode, problemOf } from '../../shared/problem.ts';
import type { AccountRecord } from '../setup/memory.ts';
import type { Clock } from '../setup/outside-world.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;
/** Noon, in winter. */
export const start = Date.UTC(2026, 10, 24, 12);

const server = { host: 'mail.harbour.example', port: 993, security: 'tls' } as const;

export function accountOf(change: Partial<AccountRecord> = {}): AccountRecord {
  const provider = {
    id: 'own',
    name: 'Harbour Mail',
    shortName: 'Harbour',
    signIn: 'openid',
    servers: { imap: server, smtp: server },
    scopes: {},
    extraScopes: [],
    signInHost: 'id.harbour.example',
    deviceCode: false,
    loginName: 'address',
  } as const;
  return {
    id: 'a',
    address: 'pat@harbour.example',
    provider,
    registration: { source: 'preset', clientId: 'c', hasSecret: false },
    scopes: [],
    wanted: ['imap', 'smtp'],
    loginNames: {},
    programs: [],
    practice: false,
    addedAt: start,
    kept: { store: 'gnome-keyring', kept: 'sealed' },
    ...change,
  };
}

export const google = { ...accountOf().provider, id: 'google', shortName: 'Google', signIn: 'google' } as const;
export const microsoft = {
  ...accountOf().provider,
  id: 'microsoft',
  shortName: 'Microsoft',
  signIn: 'microsoft',
} as const;

/** A look at `at` that met `code`; a refused sign-in asks no server. */
export function lookAt(
  at: number,
  code?: ProblemCode,
  services: WatchView['services'] = { imap: 'passed' },
): WatchView {
  const isAtSignIn = code?.startsWith('sign-in') || code === 'session-over';
  return {
    lastCheckAt: at,
    nextCheckAt: at + 15 * minute,
    services: isAtSignIn ? {} : services,
    ...(code ? { problem: problemOf(code) } : {}),
  };
}

/** Timers go off only in `pass`, in their order. */
export interface StoodClock extends Clock {
  pass(ms: number): Promise<void>;
  /** Sets the wall clock without any timer noticing. */
  set(now: number): void;
  timers(): number;
}

export function standingClock(from = start): StoodClock {
  let wall = from;
  let passed = 0;
  const timers = new Map<number, { readonly at: number; readonly call: () => void }>();
  let newest = 0;
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };
  return {
    now: () => wall,
    after: (ms, call) => {
      newest += 1;
      const id = newest;
      timers.set(id, { at: passed + ms, call });
      return () => timers.delete(id);
    },
    async pass(ms) {
      const end = passed + ms;
      for (;;) {
        await settle();
        const [next] = [...timers].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at);
        if (!next) break;
        const [id, { at, call }] = next;
        timers.delete(id);
        wall += at - passed;
        passed = at;
        call();
      }
      wall += end - passed;
      passed = end;
      await settle();
    },
    set: (now) => {
      wall = now;
    },
    timers: () => timers.size,
  };
}
