// Disks that are full, read-only or broken under the settings, and settings that are something else than was written.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Conf from 'conf';
import { makeRemembered, type Remembered } from '../electron/desktop/make-remembered.ts';
import { makeSettingsFile } from '../electron/desktop/settings-file.ts';
import { makeUnsavedNotice } from '../electron/desktop/unsaved-notice.ts';
import { accountOf } from '../electron/watch/watched.test-part.ts';
import type { Ended, Fault } from './fault.ts';
import { inFolder, onDisk, type TrialDisk } from './trial-disk.ts';
import { ended, verdictFault } from './verdict-fault.ts';

const fault = (id: string, injected: string, verdict: string, run: () => Promise<Ended>): Fault =>
  verdictFault('disk', id, injected, verdict, run);

interface OpenedSettings {
  readonly memory: Remembered;
  /** Notices that stand in the window. */
  readonly notices: ReadonlySet<string>;
}

/** The settings as the window opens them, with the layer that electron-store is made of. */
function openSettings(folder: string): OpenedSettings {
  const notices = new Set<string>();
  const unsaved = makeUnsavedNotice();
  unsaved.connect({ notify: ({ code }) => notices.add(code), dismiss: (id) => notices.delete(id) });
  const file = makeSettingsFile(
    folder,
    Date.now(),
    (name) =>
      new Conf<Record<string, unknown>>({
        cwd: folder,
        configName: name,
        configFileMode: 0o600,
        accessPropertiesByDotNotation: false,
      }),
  );
  const memory = makeRemembered(file, {
    later: () => () => undefined,
    writeFailed: unsaved.failed,
    written: unsaved.written,
  });
  if (memory.setAside !== null) notices.add('settings-unreadable');
  return { memory, notices };
}

const account = (id: string) => accountOf({ id });
/** What is said, and what a start after that finds. */
function settled({ notices, memory }: OpenedSettings, folder: string): Ended {
  const found = openSettings(folder)
    .memory.accounts()
    .map(({ id }) => id);
  const verdict = `${[...notices].join(', ') || 'nothing said'}; after a restart: ${found.join(', ') || 'no account'}`;
  return ended(verdict, { notices: [...notices], setAside: memory.setAside });
}

const onFullSettings = (
  id: string,
  injected: string,
  verdict: string,
  spoil: (disk: TrialDisk, opened: OpenedSettings) => Promise<void> | void,
): Fault =>
  fault(`settings-${id}`, injected, verdict, () =>
    onDisk(async (disk) => {
      const opened = openSettings(disk.folder);
      opened.memory.keepAccounts([account('pat')]);
      await spoil(disk, opened);
      return settled(opened, disk.folder);
    }),
  );

/** Something else stands where the settings were; then an account is added. */
const settingsHeld = (id: string, injected: string, verdict: string, put: (path: string) => void): Fault =>
  fault(`settings-${id}`, injected, verdict, () =>
    inFolder(async (folder) => {
      put(join(folder, 'settings.json'));
      const opened = openSettings(folder);
      const before = opened.memory.accounts();
      opened.memory.keepAccounts([...before, account('sam')]);
      if (opened.memory.setAside !== null && !readdirSync(folder).includes(opened.memory.setAside)) {
        throw new Error('what could not be read was not kept');
      }
      return settled(opened, folder);
    }),
  );

const whole = JSON.stringify({ accounts: [account('pat')] });
const unsaved = 'settings-not-saved; after a restart: pat';
const anew = 'settings-unreadable; after a restart: sam';

export const diskSettingsFaults: readonly Fault[] = [
  onFullSettings('full', 'the disk is full when settings are written', unsaved, (disk, { memory }) => {
    disk.fill();
    memory.keepAccounts([account('pat'), account('sam')]);
  }),
  onFullSettings('half-full', 'the disk takes half of the settings', unsaved, (disk, { memory }) => {
    disk.fill(4096);
    memory.keepAccounts([account('pat'), accountOf({ id: 'sam', address: 'x'.repeat(20_000) })]);
  }),
  onFullSettings('read-only', 'the disk is read-only when settings are written', unsaved, async (disk, { memory }) => {
    await disk.setReadOnly(true);
    memory.keepAccounts([account('pat'), account('sam')]);
  }),
  onFullSettings(
    'free-again',
    'the disk was full, and has room again',
    'nothing said; after a restart: pat, sam',
    (disk, { memory }) => {
      disk.fill();
      memory.keepAccounts([account('pat'), account('sam')]);
      truncateSync(join(disk.folder, 'filler'));
      memory.keepPreferences({ theme: 'dark', language: null });
    },
  ),
  fault(
    'settings-read-only-broken',
    'broken settings on a read-only disk: Postkey starts, and leaves them as they are',
    'settings-not-saved; after a restart: no account',
    () =>
      onDisk(async (disk) => {
        writeFileSync(join(disk.folder, 'settings.json'), whole.slice(0, 50));
        await disk.setReadOnly(true);
        const opened = openSettings(disk.folder);
        opened.memory.keepAccounts([account('sam')]);
        if (readFileSync(join(disk.folder, 'settings.json'), 'utf8') !== whole.slice(0, 50))
          throw new Error('replaced');
        return settled(opened, disk.folder);
      }),
  ),
  settingsHeld('cut', 'settings that end in the middle', anew, (path) => writeFileSync(path, whole.slice(0, 80))),
  settingsHeld('zeros', 'settings of zeros, as a crash leaves them', anew, (path) =>
    writeFileSync(path, Buffer.alloc(400)),
  ),
  settingsHeld('empty', 'empty settings', anew, (path) => writeFileSync(path, '')),
  settingsHeld('foreign', 'another program’s file', anew, (path) => writeFileSync(path, '[core]\nbare = false\n')),
  settingsHeld('list', 'settings that are a list', anew, (path) => writeFileSync(path, '[1,2]')),
  settingsHeld('folder', 'a folder in the place of the settings', anew, (path) => mkdirSync(path)),
  settingsHeld('pipe', 'a pipe in the place of the settings', anew, (path) => execFileSync('mkfifo', [path])),
  settingsHeld('dead-link', 'a link to nowhere in the place of the settings', anew, (path) =>
    symlinkSync('nowhere', path),
  ),
  settingsHeld(
    'newer',
    'settings of a newer version, with an account nobody here understands',
    'settings-unreadable; after a restart: pat, sam',
    (path) =>
      writeFileSync(
        path,
        JSON.stringify({ accounts: [account('pat'), { id: 'kim', signsIn: { by: 'passkey' } }], version: 99 }),
      ),
  ),
  settingsHeld(
    'killed-beside',
    'half of newer settings that a killed process left beside',
    'nothing said; after a restart: pat, sam',
    (path) => {
      writeFileSync(path, whole);
      writeFileSync(path.replace('settings.json', 'settings.new.json'), '{"accounts":[{"i');
    },
  ),
];
