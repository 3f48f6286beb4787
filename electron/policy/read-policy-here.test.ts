// What holds on a computer, from real files: every place, every kind of bad file, and never more open than a good one would be.
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type PlacesHere, readPolicyHere } from './read-policy-here.ts';

const isRoot = process.getuid?.() === 0;
let room = '';
let machine = '';
let profile = '';

beforeEach(() => {
  room = mkdtempSync(join(tmpdir(), 'postkey-policy-'));
  [machine, profile] = [join(room, 'etc'), join(room, 'profile')];
  for (const folder of [machine, join(machine, 'policy.d'), profile]) mkdirSync(folder);
});
afterEach(() => rmSync(room, { recursive: true, force: true }));

const places = (): PlacesHere => ({
  platform: 'linux',
  machine,
  systemRoot: '',
  ask: async () => ({ code: null, text: '' }),
});
const here = () => readPolicyHere(profile, places());
const lay = (path: string, said: object | string): void =>
  writeFileSync(path, typeof said === 'string' ? said : JSON.stringify(said), { mode: 0o644 });

const preset = {
  postkeyPreset: 1,
  organisation: 'Harbour Schools',
  signIn: { kind: 'microsoft', clientId: '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0' },
};
const [pem = ''] = rootCertificates;
const damaged = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n';

test('a computer with nothing laid down is open', async () => {
  expect(await here()).toEqual({
    inForce: { organisation: undefined, settings: {}, setBy: {}, passedOver: [], troubles: [] },
    preset: null,
    ca: [],
  });
});

test.runIf(isRoot)('the machine’s file, those beside it by name, then the person’s', async () => {
  lay(join(machine, 'policy.json'), { postkeyPolicy: 1, organisation: 'Harbour Schools', logLevel: 'warn' });
  lay(join(machine, 'policy.d', '20.json'), { postkeyPolicy: 1, watchIntervalMinutes: 60 });
  lay(join(machine, 'policy.d', '10.json'), { postkeyPolicy: 1, watchIntervalMinutes: 30, logLevel: 'info' });
  lay(join(profile, 'policy.json'), { postkeyPolicy: 1, bridge: 'off', watchIntervalMinutes: 5 });
  const { inForce } = await here();
  expect(inForce.settings).toEqual({ logLevel: 'warn', watchIntervalMinutes: 30, bridge: 'off' });
  expect(inForce.setBy.watchIntervalMinutes?.place).toBe(join(machine, 'policy.d', '10.json'));
  expect(inForce.setBy.bridge).toEqual({ level: 'user', place: join(profile, 'policy.json') });
  expect(inForce.passedOver.map(({ key }) => key)).toEqual([
    'logLevel',
    'watchIntervalMinutes',
    'watchIntervalMinutes',
  ]);
});

test.runIf(isRoot)(
  'a preset that stands alone holds, and so does one that a policy names with its certificate',
  async () => {
    lay(join(machine, 'preset.json'), preset);
    expect((await here()).inForce.settings.preset).toEqual({ organisation: 'Harbour Schools' });
    lay(join(machine, 'policy.json'), { postkeyPolicy: 1, preset: 'island.json', caFile: 'ca.pem' });
    lay(join(machine, 'island.json'), { ...preset, organisation: 'Island Schools', caFile: 'ca.pem' });
    lay(join(machine, 'ca.pem'), pem);
    const { inForce, preset: taken, ca } = await here();
    expect(inForce.settings).toMatchObject({ preset: { organisation: 'Island Schools' }, ca: 1 });
    expect(taken).toMatchObject({ caPem: pem });
    expect(ca).toEqual([pem]);
  },
);

const laidBy = (file: string, then: () => void): void => {
  lay(file, { postkeyPolicy: 1 });
  then();
};

const bad: readonly [string, (file: string) => void, string][] = [
  ['no JSON', (file) => lay(file, 'bridge: allowed'), 'not-json'],
  ['huge', (file) => lay(file, ' '.repeat(2_000_001)), 'too-large'],
  ['a newer version', (file) => lay(file, { postkeyPolicy: 2 }), 'newer-version'],
  ['an unknown key', (file) => lay(file, { postkeyPolicy: 1, brigde: 'off' }), 'unknown-field'],
  ['a preset that is not there', (file) => lay(file, { postkeyPolicy: 1, preset: 'gone.json' }), 'file-unreadable'],
  ['certificates that are none', (file) => lay(file, { postkeyPolicy: 1, caFile: 'policy.json' }), 'file-unreadable'],
  ['a damaged certificate', (file) => lay(file, { postkeyPolicy: 1, caPem: `${pem}\n${damaged}` }), 'wrong-value'],
  ['somebody’s own', (file) => laidBy(file, () => chownSync(file, 1234, 1234)), 'wrong-owner'],
  ['open to all', (file) => laidBy(file, () => chmodSync(file, 0o666)), 'writable-by-others'],
];

test.runIf(isRoot).each(bad)('%s: closed, with the place and the fault', async (_name, make, fault) => {
  const file = join(machine, 'policy.json');
  make(file);
  lay(join(profile, 'policy.json'), { postkeyPolicy: 1, bridge: 'allowed', tokenCommand: 'allowed' });
  const { inForce } = await here();
  expect(inForce.troubles).toMatchObject([{ level: 'machine', place: file, fault }]);
  expect(inForce.settings).toMatchObject({
    bridge: 'off',
    tokenCommand: 'off',
    updates: 'off',
    allowedProviders: [],
  });
});

test.runIf(isRoot)('a file beside it that somebody else owns is as bad', async () => {
  lay(join(machine, 'policy.json'), { postkeyPolicy: 1, preset: 'preset-of-pat.json' });
  const named = join(machine, 'preset-of-pat.json');
  lay(named, preset);
  chownSync(named, 1234, 1234);
  expect((await here()).inForce.troubles).toMatchObject([{ fault: 'wrong-owner', field: 'preset' }]);
});

test.runIf(isRoot)('a folder of drop-ins that cannot be listed may hold anything', async () => {
  rmSync(join(machine, 'policy.d'), { recursive: true });
  lay(join(machine, 'policy.d'), 'a file');
  expect((await here()).inForce.troubles).toMatchObject([{ place: join(machine, 'policy.d'), fault: 'unreadable' }]);
});
