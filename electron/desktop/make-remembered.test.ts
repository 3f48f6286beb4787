import { expect, test } from 'vitest';
import type { SetupView } from '../../shared/setup-state.ts';
import { setupSteps } from '../../shared/setup-steps.ts';
import type { AccountRecord } from '../setup/memory.ts';
import { makeRemembered, type SettingsFile } from './make-remembered.ts';

const provider: AccountRecord['provider'] = {
  id: 'own',
  name: 'Example Mail',
  shortName: 'Example',
  signIn: 'openid',
  servers: { imap: { host: 'imap.example', port: 993, security: 'tls' } },
  scopes: {},
  extraScopes: [],
  signInHost: 'id.example',
  deviceCode: false,
  loginName: 'address',
};
const account = (id: string): AccountRecord => ({
  id,
  address: `${id}@example.com`,
  provider,
  registration: { source: 'own', clientId: 'client', hasSecret: false },
  scopes: ['mail'],
  wanted: ['imap'],
  loginNames: { imap: 'pat' },
  programs: [],
  practice: false,
  addedAt: 1,
  kept: { store: 'gnome-keyring', kept: 'sealed' },
});
const setup: SetupView = {
  id: 'in-progress',
  purpose: 'new-account',
  practice: false,
  steps: Object.fromEntries(setupSteps.map((step) => [step, { kind: 'waiting' }])) as SetupView['steps'],
  current: 'understand',
  wanted: ['imap'],
  scopes: [],
  ladders: [],
  details: {},
};

interface Disk extends SettingsFile {
  content: unknown;
  writes: number;
  refuses: boolean;
  readonly aside: unknown[];
}

/** A disk that keeps what a real one would: text. */
function makeDisk(content: unknown = {}): Disk {
  const disk: Disk = {
    content,
    writes: 0,
    refuses: false,
    aside: [],
    read: () => disk.content,
    write: (settings) => {
      if (disk.refuses) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
      disk.writes += 1;
      disk.content = JSON.parse(JSON.stringify(settings));
    },
    setAside: () => {
      disk.aside.push(disk.content);
      return 'settings.unreadable.json';
    },
  };
  return disk;
}

function open(disk: Disk) {
  const waiting = new Set<() => void>();
  const failures: unknown[] = [];
  const remembered = makeRemembered(disk, {
    later: (call) => {
      waiting.add(call);
      return () => waiting.delete(call);
    },
    writeFailed: (error) => failures.push(error),
  });
  const pass = (): void => {
    for (const call of [...waiting]) call();
  };
  return { remembered, failures, pass };
}

test('all that is kept is there after a restart', () => {
  const disk = makeDisk();
  const first = open(disk);
  first.remembered.keepAccounts([account('pat'), account('sam')]);
  first.remembered.keepSetup(setup);
  first.remembered.keepAside([{ setup: { ...setup, id: 'aside' }, since: 3, approved: false }]);
  first.remembered.keepPreset({ text: '{}', hasSecret: true, ca: null });
  first.remembered.keepPreferences({ theme: 'dark', language: 'ar' });
  first.remembered.keepWindowPlace({ x: 1, y: 2, width: 900, height: 700, maximised: true });
  first.remembered.flush();
  const { remembered } = open(disk);
  expect(remembered.accounts()).toEqual([account('pat'), account('sam')]);
  expect(remembered.setup()).toEqual(setup);
  expect(remembered.aside()).toEqual([{ setup: { ...setup, id: 'aside' }, since: 3, approved: false }]);
  expect(remembered.preset()).toEqual({ text: '{}', hasSecret: true, ca: null });
  expect(remembered.preferences()).toEqual({ theme: 'dark', language: 'ar' });
  expect(remembered.windowPlace()).toEqual({ x: 1, y: 2, width: 900, height: 700, maximised: true });
  expect(remembered.setAside).toBeNull();
});

test('a first start has nothing and sets nothing aside', () => {
  const { remembered } = open(makeDisk());
  expect(remembered.accounts()).toEqual([]);
  expect(remembered.setup()).toBeNull();
  expect(remembered.preferences()).toEqual({ theme: 'system', language: null });
  expect(remembered.setAside).toBeNull();
});

test('a set-up that changes many times is written once, the last one, and what matters is written at once', () => {
  const disk = makeDisk();
  const { remembered, pass } = open(disk);
  for (const address of ['a@example.com', 'b@example.com']) remembered.keepSetup({ ...setup, address });
  expect(disk.writes).toBe(0);
  expect(remembered.setup()?.address).toBe('b@example.com');
  pass();
  expect(disk.writes).toBe(1);
  expect(open(disk).remembered.setup()?.address).toBe('b@example.com');
  remembered.keepSetup(null);
  remembered.keepAccounts([account('pat')]);
  expect(disk.writes).toBe(2);
  pass();
  remembered.flush();
  expect(disk.writes).toBe(2);
  expect(open(disk).remembered.setup()).toBeNull();
});

test('what cannot be used is left out, the rest is used, and the whole file is kept', () => {
  const content = {
    accounts: [account('pat'), { ...account('sam'), wanted: ['telegraph'] }, 7, { ...account('../up') }],
    setup: { ...setup, steps: {} },
    preferences: { theme: 'mauve', language: null },
    windowPlace: { x: 'left' },
  };
  const disk = makeDisk(content);
  const { remembered } = open(disk);
  expect(remembered.accounts()).toEqual([account('pat')]);
  expect(remembered.setup()).toBeNull();
  expect(remembered.preferences().theme).toBe('system');
  expect(remembered.windowPlace()).toBeNull();
  expect(remembered.setAside).toBe('settings.unreadable.json');
  expect(disk.aside).toEqual([content]);
});

test.each([undefined, [], 'text', 7])('a file that holds %j is set aside', (content) => {
  const disk = makeDisk(content === undefined ? null : content);
  expect(open(disk).remembered.setAside).not.toBeNull();
});

test('a disk that refuses is said once, and the change goes with the next write', () => {
  const disk = makeDisk();
  const { remembered, failures } = open(disk);
  disk.refuses = true;
  remembered.keepPreferences({ theme: 'dark', language: null });
  expect(failures).toHaveLength(1);
  expect(remembered.preferences().theme).toBe('dark');
  disk.refuses = false;
  remembered.keepAccounts([account('pat')]);
  expect(open(disk).remembered.preferences().theme).toBe('dark');
});

test('what could not be read and is kept nowhere else is not written over, and Postkey starts all the same', () => {
  const disk = makeDisk({ accounts: 7 });
  const keep = disk.setAside;
  Object.assign(disk, {
    setAside: () => {
      throw new Error('read-only');
    },
  });
  const { remembered, failures } = open(disk);
  expect(remembered.setAside).toBeNull();
  remembered.keepAccounts([account('pat')]);
  expect(failures).toHaveLength(2);
  expect(disk.content).toEqual({ accounts: 7 });
  Object.assign(disk, { setAside: keep });
  remembered.keepAccounts([account('pat')]);
  expect(disk.aside).toEqual([{ accounts: 7 }]);
  expect(remembered.setAside).toBe('settings.unreadable.json');
  expect(open(disk).remembered.accounts()).toEqual([account('pat')]);
});

test('a file from before set-ups were set aside has none, and of many the first twenty are read', () => {
  const { remembered } = open(makeDisk({ setup }));
  expect(remembered.aside()).toEqual([]);
  expect(remembered.setAside).toBeNull();
  const kept = { setup, since: 3, approved: false };
  const full = open(makeDisk({ aside: [{ ...kept, since: 'today' }, ...Array.from({ length: 21 }, () => kept)] }));
  expect(full.remembered.aside()).toEqual(Array.from({ length: 20 }, () => kept));
  expect(full.remembered.setAside).not.toBeNull();
});

test('an account without a sign-in is an account', () => {
  const pat: AccountRecord = {
    ...account('pat'),
    provider: { ...provider, signIn: 'password', password: { kind: 'app', first: [] } },
    registration: { source: 'none', clientId: '', hasSecret: false },
    scopes: [],
    passwordFor: ['imap'],
  };
  expect(open(makeDisk({ accounts: [pat] })).remembered.accounts()).toEqual([pat]);
});

test('programs that are on the list no more count as another program', () => {
  const { remembered } = open(
    makeDisk({
      accounts: [{ ...account('pat'), programs: ['thunderbird', 'phone'] }],
      setup: { ...setup, programs: ['phone', 'other'] },
    }),
  );
  expect(remembered.accounts()[0]?.programs).toEqual(['thunderbird', 'other']);
  expect(remembered.setup()?.programs).toEqual(['other']);
  expect(remembered.setAside).toBeNull();
});
