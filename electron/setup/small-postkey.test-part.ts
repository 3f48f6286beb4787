// Test only: Postkey as a whole around a small world, with a memory that is a variable.
import type { SetupView } from '../../shared/setup-state.ts';
import type { MakeSheet } from './hand-over-world.ts';
import type { KeptBridge } from './kept-bridge.ts';
import type { AccountRecord, KeptAside, KeptLeaving, Memory, Preferences } from './memory.ts';
import { makeNetworkLook } from './network-look.ts';
import { makePostkey, type Postkey } from './postkey.ts';
import type { Background, CaseDesk, PostkeyParts } from './postkey-parts.ts';
import { makeProxySignIn } from './proxy-sign-in.ts';
import { makeSmallBridge, type SmallBridge } from './small-bridge.test-part.ts';
import { makeSmallWorld, provider, type SmallWorld } from './small-world.test-part.ts';
import { makeUpdates } from './updates.ts';

const running: Postkey[] = [];

/** After each test. */
export function stopPostkeys(): void {
  for (const postkey of running.splice(0)) postkey.stop();
}

interface Kept {
  readonly accounts?: readonly AccountRecord[];
  readonly setup?: SetupView | null;
  readonly aside?: readonly KeptAside[];
  readonly leaving?: KeptLeaving | null;
  readonly bridges?: readonly KeptBridge[];
}

export function smallMemory(kept: Kept): Memory {
  let { accounts = [], setup = null, aside = [], leaving = null, bridges = [] } = kept;
  let declinedPreset: string | null = null;
  let preferences: Preferences = { theme: 'system', language: null };
  return {
    accounts: () => accounts,
    keepAccounts: (next) => {
      accounts = next;
    },
    setup: () => setup,
    keepSetup: (next) => {
      setup = next;
    },
    aside: () => aside,
    keepAside: (next) => {
      aside = next;
    },
    leaving: () => leaving,
    keepLeaving: (next) => {
      leaving = next;
    },
    declinedPreset: () => declinedPreset,
    keepDeclinedPreset: (mark) => {
      declinedPreset = mark;
    },
    bridges: () => bridges,
    keepBridges: (next) => {
      bridges = next;
    },
    preset: () => null,
    keepPreset: () => undefined,
    preferences: () => preferences,
    keepPreferences: (next) => {
      preferences = next;
    },
  };
}

const noCases: CaseDesk = {
  make: async () => ({
    groups: [],
    hasOrganisation: false,
    hasLog: false,
    mine: [],
    name: '',
    written: null,
    finding: null,
  }),
  read: async () => 'case-none',
  choose: async () => null,
  save: async () => 'not-chosen',
  showLogs: async () => true,
};

const noBackground: Background = {
  startsAtLogin: () => false,
  canStartAtLogin: () => false,
  startAtLogin: async () => false,
  hasTray: () => false,
  startedHidden: () => false,
  quit: () => undefined,
};
const noSheet: MakeSheet = (about, program, way) => ({
  accountId: about.accountId,
  program,
  way: way ?? 'own',
  choices: [],
  oauth: { key: 'thunderbird.oauth.own' },
  services: [],
  screens: [],
  files: [],
  later: [],
  needs: [],
});

export const account = {
  id: 'account-1',
  address: 'pat@harbour.example',
  provider,
  registration: { source: 'preset', clientId: 'c', hasSecret: false },
  scopes: [],
  wanted: [],
  loginNames: {},
  programs: [],
  practice: false,
  addedAt: 1,
  kept: { store: 'gnome-keyring', kept: 'sealed' },
} as unknown as AccountRecord;

export function startPostkey(
  kept: Kept = {},
  small: SmallWorld = makeSmallWorld(),
  more: Partial<PostkeyParts> = {},
): { readonly bridge: SmallBridge; readonly postkey: Postkey; readonly memory: Memory; readonly small: SmallWorld } {
  const memory = smallMemory(kept);
  const bridge = makeSmallBridge();
  const postkey = makePostkey({
    world: small.world,
    memory,
    shelf: {
      current: () => small.world.preset(),
      clientSecret: () => null,
      ca: () => [],
      locks: () => null,
      take: async () => ({ accepted: true }),
      load: async () => undefined,
    },
    presetDesk: small.presetDesk,
    look: {
      version: '1',
      languages: ['en'],
      language: () => 'en',
      direction: () => 'ltr',
      followPreferences: async () => undefined,
    },
    files: {
      openPreset: async () => null,
      openText: async () => null,
      openLink: async () => false,
      mailSystem: 'others',
      openMail: async () => false,
      saveText: async () => 'not-chosen',
      saveLogo: async () => 'not-chosen',
    },
    explain: async (text) => ({
      cause: 'general-unknown',
      code: '12-UNKNOWN',
      actors: ['you'],
      retryHelps: false,
      certain: false,
      decisive: text.slice(0, 9),
      candidates: [],
    }),
    cases: noCases,
    updates: makeUpdates({
      source: { off: 'build' },
      clock: small.world.clock,
      daily: () => true,
      keepDaily: () => undefined,
      changed: () => undefined,
      tell: () => undefined,
    }),
    handOvers: { load: async () => noSheet, save: async () => 'not-chosen' },
    networkLook: makeNetworkLook({
      page: async () => ({}),
      server: async () => ({}),
      mailProxy: null,
      ca: () => [],
      providers: () => [],
      clock: small.world.clock,
      changed: () => undefined,
      logUnexpected: () => '',
    }),
    proxySignIn: makeProxySignIn({ clock: small.world.clock, changed: () => undefined }),
    announce: () => undefined,
    accountsChanged: () => undefined,
    loadBridge: bridge.load,
    background: noBackground,
    check: () => true,
    ...more,
  });
  running.push(postkey);
  return { postkey, memory, small, bridge };
}
