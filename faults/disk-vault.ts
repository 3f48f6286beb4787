// Disks that are full, read-only or broken under the keys, and processes that are killed while they write them.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Outcome } from '../electron/setup/outside-world.ts';
import { Secret } from '../electron/setup/secret.ts';
import { makeAesCipher } from '../electron/token-vault/aes-cipher.test-part.ts';
import { makeTokenVault } from '../electron/token-vault/make-token-vault.ts';
import { startRotatingServer } from '../electron/token-vault/rotating-server.test-part.ts';
import type { Ended, Fault } from './fault.ts';
import { inFolder, onDisk, type TrialDisk } from './trial-disk.ts';
import { accountId, endedWith, kept, keysOf, type OpenedVault, openVault, vaultFault, vaultMs } from './vault-trial.ts';

type Met = Pick<Fault, 'causes' | 'actor'> & { readonly verdict?: string };
const notSaved: Met = { causes: ['not-saved'], actor: 'you' };
const earlier: Met = { ...notSaved, verdict: 'the keys of round 1 open' };

const inPlace = (
  id: string,
  injected: string,
  met: Met,
  run: (opened: OpenedVault, home: string) => Promise<Ended>,
): Fault => vaultFault('disk', `keys-${id}`, injected, met, (opened) => run(opened, join(opened.folder, '..')));

/** Keys of round 1 are kept; then the disk goes wrong, and those of round 2 are to be kept. */
const onTrialDisk = (
  id: string,
  injected: string,
  met: Met,
  spoil: (disk: TrialDisk) => Promise<void> | void,
  then: (opened: OpenedVault) => Promise<Outcome<unknown>> = ({ vault }) => vault.keep(accountId, keysOf(2)),
): Fault => ({
  id: `disk-keys-${id}`,
  group: 'disk',
  injected,
  deadlineMs: vaultMs,
  ...met,
  run: () =>
    onDisk(async (disk) => {
      const opened = openVault(disk.folder);
      await kept(opened.vault);
      await spoil(disk);
      const outcome = await then(opened);
      return endedWith(outcome, opened.again());
    }),
});

const child = fileURLToPath(new URL('../electron/token-vault/renewing-process.test-part.ts', import.meta.url));

/** A process of its own renews and is killed at its n-th call that changes the disk; a write is cut in half first. */
const killed = (call: number, what: string): Fault => ({
  id: `disk-keys-killed-${call}`,
  group: 'disk',
  injected: `the process is killed while it keeps renewed keys: ${what}`,
  deadlineMs: 15_000,
  causes: [],
  actor: 'nobody',
  verdict: 'a key that renews is on the disk',
  run: (signal) =>
    inFolder(async (home) => {
      const folder = join(home, 'vault');
      const key = Buffer.alloc(32, call);
      const vault = () => makeTokenVault({ cipher: makeAesCipher(key), folder, now: Date.now });
      const server = await startRotatingServer('lenient');
      try {
        const first = { ...keysOf(1), renewal: new Secret(server.first) };
        await vault().keep('account', first);
        const args = [child, folder, key.toString('hex'), server.url, String(call)];
        const program = spawn(process.execPath, ['--no-warnings', ...args], { stdio: 'ignore', signal });
        const [, how] = (await once(program, 'exit')) as [number | null, NodeJS.Signals | null];
        if (how !== 'SIGKILL') throw new Error('the process was not killed');
        const opened = await vault().open('account');
        const token = opened.ok ? opened.value?.renewal?.open() : undefined;
        const renews = token !== undefined && server.usable(token);
        const verdict = renews ? 'a key that renews is on the disk' : 'no key that renews is on the disk';
        return { causes: [], verdict, said: JSON.stringify(opened) };
      } finally {
        await server.close();
      }
    }),
});

export const diskVaultFaults: readonly Fault[] = [
  onTrialDisk('full', 'the disk is full when keys are to be kept', earlier, (disk) => disk.fill()),
  onTrialDisk(
    'half-full',
    'the disk takes half of the keys',
    earlier,
    (disk) => disk.fill(4096),
    ({ vault }) => vault.keep(accountId, keysOf(2, 20_000)),
  ),
  onTrialDisk('no-names', 'the disk takes no more files', earlier, (disk) => disk.useUpNames()),
  onTrialDisk('read-only', 'the disk is read-only', earlier, (disk) => disk.setReadOnly(true)),
  onTrialDisk(
    'read-only-forgetting',
    'keys are to be deleted from a read-only disk',
    earlier,
    (disk) => disk.setReadOnly(true),
    ({ vault }) => vault.forget(accountId),
  ),
  onTrialDisk(
    'full-then-free',
    'the disk was full, and has room again',
    { causes: [], actor: 'nobody', verdict: 'the keys of round 2 open' },
    (disk) => disk.fill(),
    async ({ vault, folder }) => {
      const refused = await vault.keep(accountId, keysOf(2));
      if (refused.ok) throw new Error('a full disk took the keys');
      unlinkSync(join(folder, '..', 'filler'));
      return vault.keep(accountId, keysOf(2));
    },
  ),
  onTrialDisk(
    'read-only-damaged',
    'a damaged record on a read-only disk cannot even be put aside',
    { ...notSaved, verdict: 'not-saved open' },
    async (disk) => {
      writeFileSync(join(disk.folder, 'vault', `${accountId}.json`), '{');
      await disk.setReadOnly(true);
    },
    ({ again }) => again().open(accountId),
  ),
  inPlace('folder-is-a-file', 'a file in the place of the keys’ folder', notSaved, async ({ vault, folder }) => {
    writeFileSync(folder, 'a file');
    return endedWith(await vault.keep(accountId, keysOf(1)));
  }),
  inPlace(
    'folder-leads-in-circles',
    'a link to itself in the place of the keys’ folder',
    notSaved,
    async ({ vault, folder }) => {
      symlinkSync(folder, folder);
      return endedWith(await vault.keep(accountId, keysOf(1)));
    },
  ),
  inPlace(
    'record-is-a-dead-link',
    'a link to nowhere in the place of the record',
    { causes: [], actor: 'nobody', verdict: 'the keys of round 1 open' },
    async ({ vault, again, folder }) => {
      mkdirSync(folder, { recursive: true });
      symlinkSync('nowhere', join(folder, `${accountId}.json`));
      return endedWith(await vault.keep(accountId, keysOf(1)), again());
    },
  ),
  inPlace(
    'folder-is-a-link',
    'the keys’ folder is a link to another one',
    { causes: [], actor: 'nobody', verdict: 'the keys of round 2 open' },
    async ({ vault, again, folder }, home) => {
      mkdirSync(join(home, 'elsewhere'));
      symlinkSync('elsewhere', folder);
      await kept(vault);
      return endedWith(await again().keep(accountId, keysOf(2)), again());
    },
  ),
  inPlace(
    'waiting-record-cut',
    'half a record that a killed process left beside',
    { causes: [], actor: 'nobody', verdict: 'the keys of round 1 open' },
    async ({ vault, again, folder }) => {
      await kept(vault);
      writeFileSync(join(folder, `${accountId}.new.json`), '{"v":1,"sealed":"AA');
      return endedWith({ ok: true, value: null }, again());
    },
  ),
  ...(
    [
      [3, 'before anything is written'],
      [5, 'in the middle of the write'],
      [8, 'before it reached the disk'],
      [10, 'before the swap'],
    ] as const
  ).map(([call, what]) => killed(call, what)),
];
