// Test only: a small, honest world for the set-up: parts that answer as told, with nothing of Electron or the network in them.

import type { MailProvider } from '../../shared/mail-provider.ts';
import { noPolicy } from '../../shared/policy.ts';
import { type ProblemCode, problemOf } from '../../shared/problem.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import type { World } from './bench.ts';
import { forgetful } from './forgetful.test-part.ts';
import type { AccountRecord } from './memory.ts';
import type { Grant, Keys, Listening, Outcome, RedirectAnswer } from './outside-world.ts';
import type { PresetDesk } from './preset-desk.ts';
import { Secret } from './secret.ts';
import { smallDesk } from './small-desk.test-part.ts';

export const provider: MailProvider = {
  id: 'own',
  name: 'Harbour Mail',
  shortName: 'Harbour',
  signIn: 'openid',
  servers: {
    imap: { host: 'imap.harbour.example', port: 993, security: 'tls' },
    smtp: { host: 'smtp.harbour.example', port: 465, security: 'tls' },
  },
  scopes: { imap: ['mail:read'], smtp: ['mail:send'] },
  extraScopes: ['openid', 'offline_access'],
  issuer: 'https://id.harbour.example',
  signInHost: 'id.harbour.example',
  deviceCode: false,
  loginName: 'address',
};

export const preset = {
  postkeyPreset: 1 as const,
  organisation: 'Harbour Schools',
  domains: ['harbour.example'],
  signIn: { kind: 'openid' as const, clientId: 'postkey-at-harbour', issuer: 'https://id.harbour.example' },
  approved: false,
};

export function grantFor(address: string, change: Partial<Grant> = {}): Grant {
  return {
    accessToken: new Secret('access-1'),
    validUntil: Date.now() + 3_600_000,
    renewal: new Secret('refresh-1'),
    grantedScopes: null,
    person: { address, aliases: [], name: 'Pat Moreno' },
    idTokenChecked: true,
    details: [],
    ...change,
  };
}

/** What the test plays: replace a field before it matters. */
export interface Script {
  grant: () => Outcome<Grant>;
  ladder: (service: string) => ProblemCode | null;
  keep: () => ProblemCode | null;
  renew: () => Outcome<Keys>;
  opened: string[];
  forgotten: string[];
  openPorts: number;
  answer: (answer: RedirectAnswer) => void;
}

export interface SmallWorld {
  readonly presetDesk: PresetDesk;
  readonly world: World;
  readonly script: Script;
  readonly accounts: AccountRecord[];
}

function openListening(script: Script, signal: AbortSignal): Listening {
  script.openPorts += 1;
  let isOpen = true;
  let resolve: (answer: Outcome<RedirectAnswer>) => void = () => undefined;
  const answer = new Promise<Outcome<RedirectAnswer>>((done) => {
    resolve = done;
  });
  const close = (): void => {
    if (isOpen) script.openPorts -= 1;
    isOpen = false;
    resolve({ ok: false, problem: problemOf('took-too-long') });
  };
  signal.addEventListener('abort', close);
  script.answer = (given) => resolve({ ok: true, value: given });
  return {
    redirectUri: 'http://127.0.0.1:5000/',
    answer,
    expect: () => undefined,
    paste: (text) => (text === '' ? 'paste-empty' : 'paste-not-understood'),
    moreTime: () => undefined,
    deadlineAt: () => Date.now() + 300_000,
    close,
  };
}

/** Everything goes well unless the script is changed. */
export function makeSmallWorld(): SmallWorld {
  const accounts: AccountRecord[] = [];
  const vault = new Map<string, Keys>();
  const script: Script = {
    grant: () => ({ ok: true, value: grantFor('pat@harbour.example') }),
    ladder: () => null,
    keep: () => null,
    renew: () => ({
      ok: true,
      value: {
        accessToken: new Secret('access-2'),
        validUntil: Date.now() + 3_600_000,
        renewal: new Secret('refresh-2'),
        clientSecret: null,
      },
    }),
    opened: [],
    forgotten: [],
    openPorts: 0,
    answer: () => undefined,
  };
  const way = {
    begin: async () => ({
      ok: true as const,
      value: {
        url: 'https://id.harbour.example/auth?state=s1',
        state: 's1',
        details: [],
        redeem: async (answer: RedirectAnswer) =>
          'error' in answer ? { ok: false as const, problem: problemOf('refused-by-person') } : script.grant(),
      },
    }),
    beginDevice: async () => ({ ok: false as const, problem: problemOf('device-code-not-allowed') }),
    renew: async () => ({ ok: false as const, problem: problemOf('unexpected') }),
    rehearse: async () => ({ ok: true as const, value: { asked: true, checked: ['client' as const], details: [] } }),
  };
  const world: World = {
    discovery: {
      lookUp: async (address) => ({
        ok: true,
        value: address.endsWith('@harbour.example')
          ? [{ is: provider, source: 'preset', organisation: preset.organisation }]
          : [],
      }),
      choose: () => ({ is: provider, source: 'chosen' }),
    },
    ways: { microsoft: way, google: way, openid: way },
    loopback: {
      open: async (_wish, { signal }) => ({ ok: true, value: openListening(script, signal) }),
      selfTest: async () => ({ ok: true, value: { details: [] } }),
    },
    past: forgetful,
    vault: {
      selfTest: async () => ({ ok: true, value: { store: 'gnome-keyring', kept: 'sealed' } }),
      keep: async (id, keys) => {
        const code = script.keep();
        if (code) return { ok: false, problem: problemOf(code) };
        vault.set(id, keys);
        return { ok: true, value: { store: 'gnome-keyring', kept: 'sealed' } };
      },
      change: async (id, { make }) => {
        const now = vault.get(id);
        const code = now ? script.keep() : 'session-over';
        if (code || !now) return { ok: false, problem: problemOf(code ?? 'session-over') };
        vault.set(id, make(now));
        return { ok: true, value: make(now) };
      },
      keepForSession: (id, keys) => {
        vault.set(id, keys);
        return { store: 'none', kept: 'this-session' };
      },
      open: async (id) => ({ ok: true, value: vault.get(id) ?? null }),
      openPrevious: async () => ({ ok: true, value: null }),
      forget: async (id) => {
        script.forgotten.push(id);
        vault.delete(id);
        return { ok: true, value: undefined };
      },
      traces: async (id) => ({ ok: true, value: vault.has(id) ? ['memory'] : [] }),
    },
    mailCheck: {
      prepare: async () => undefined,
      climb: async ({ service }) => {
        const code = script.ladder(service);
        return code
          ? { ok: false, problem: problemOf(code, { service }) }
          : { ok: true, value: { totalMs: 5, details: [] } };
      },
    },
    renewing: {
      hold: async () => () => undefined,
      fresh: async ({ id }) => {
        const keys = vault.get(id);
        return keys ? { ok: true, value: keys } : { ok: false, problem: problemOf('sign-in-ended') };
      },
      renew: async ({ id }) => {
        const renewed = script.renew();
        if (!renewed.ok) return renewed;
        vault.set(id, renewed.value);
        return { ok: true, value: { keys: renewed.value, details: [] } };
      },
    },
    watching: {
      look: async () => ({ lastCheckAt: Date.now(), nextCheckAt: Date.now() + 900_000, services: { imap: 'passed' } }),
    },
    desktop: {
      openInBrowser: async (url) => {
        script.opened.push(url);
        return { ok: true, value: 'Firefox' };
      },
      openIn: async () => ({ ok: true, value: 'Chromium' }),
      browsers: async () => [],
      copy: () => undefined,
      comeToFront: () => undefined,
    },
    clock: {
      now: () => Date.now(),
      after: (ms, call) => {
        const timer = setTimeout(call, ms);
        return () => clearTimeout(timer);
      },
    },
    practice: {
      start: async () => ({
        found: { is: provider, source: 'practice' },
        clientId: 'practice',
        address: 'pat@practice.example',
      }),
      play: () => undefined,
      playing: () => null,
    },
    preset: () => preset,
    presetSecret: () => null,
    policy: () => noPolicy,
    ca: () => [],
    organisationsCa: () => [],
    qrSvg: () => '<svg/>',
    newId: () => `id-${Math.random()}`,
    logUnexpected: (error) => {
      throw error;
    },
  };
  return { world, script, accounts, presetDesk: smallDesk };
}

/** Resolves once the state fits; a state that never comes ends with the test's own deadline. */
export async function until<T = SetupView>(view: () => T, fits: (view: T) => boolean): Promise<T> {
  while (!fits(view())) await new Promise((resolve) => setTimeout(resolve, 1));
  return view();
}
