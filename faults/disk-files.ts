// Disks that are full, read-only or broken under the past of an account, the log, and files that are opened.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeLog } from '../electron/desktop/log.ts';
import { openStandIns } from '../electron/desktop/name-key.ts';
import { readTextFile } from '../electron/desktop/text-file.ts';
import { makePast } from '../electron/watch/make-past.ts';
import { accountOf, lookAt, start } from '../electron/watch/watched.test-part.ts';
import type { Ended, Fault } from './fault.ts';
import { inFolder, onDisk, type TrialDisk } from './trial-disk.ts';
import { ended, verdictFault } from './verdict-fault.ts';

const fault = (id: string, injected: string, verdict: string, run: () => Promise<Ended>): Fault =>
  verdictFault('disk', id, injected, verdict, run);

const minuteMs = 60_000;
/** One look more is seen; `spoil` comes before. */
async function seeOnce(folder: string, spoil: () => Promise<void> | void = () => undefined): Promise<Ended> {
  let refused = 0;
  const open = () => makePast({ folder, now: () => start, failed: () => (refused += 1) });
  await spoil();
  const past = open();
  const before = past.entries('a').length;
  past.saw(accountOf(), lookAt(start + 10 * minuteMs, 'imap-off'));
  await past.settled();
  const now = past.entries('a').length;
  const later = open().entries('a').length;
  return ended(`${before} before, ${now} seen, ${later} on the disk, ${refused === 0 ? 'well' : 'the disk refused'}`);
}
const first = (folder: string): Promise<void> => {
  const past = makePast({ folder, now: () => start });
  past.saw(accountOf(), lookAt(start));
  return past.settled();
};
const pastOn = (
  id: string,
  injected: string,
  verdict: string,
  spoil: (disk: TrialDisk) => Promise<void> | void,
): Fault =>
  fault(`past-${id}`, injected, verdict, () =>
    onDisk(async (disk) => {
      await first(join(disk.folder, 'past'));
      return seeOnce(join(disk.folder, 'past'), () => spoil(disk));
    }),
  );
const pastHeld = (id: string, injected: string, verdict: string, put: (path: string) => void): Fault =>
  fault(`past-${id}`, injected, verdict, () =>
    inFolder(async (folder) => {
      await first(folder);
      return seeOnce(folder, () => put(join(folder, 'a.json')));
    }),
  );
const afresh = '0 before, 1 seen, 1 on the disk, well';

const past: readonly Fault[] = [
  pastOn(
    'full',
    'the disk is full when the past is written',
    '1 before, 2 seen, 1 on the disk, the disk refused',
    (disk) => disk.fill(),
  ),
  pastOn(
    'read-only',
    'the disk is read-only when the past is written',
    '1 before, 2 seen, 1 on the disk, the disk refused',
    (disk) => disk.setReadOnly(true),
  ),
  pastHeld('cut', 'a past that ends in the middle', afresh, (path) => truncateSync(path, 60)),
  pastHeld('newer', 'a past of a newer version', afresh, (path) =>
    writeFileSync(path, readFileSync(path, 'utf8').replace('"v":1', '"v":2')),
  ),
  pastHeld('gigantic', 'a past of three megabytes', afresh, (path) =>
    writeFileSync(path, readFileSync(path, 'utf8') + ' '.repeat(3_000_000)),
  ),
  pastHeld(
    'odd-entries',
    'entries nobody understands among good ones',
    '1 before, 2 seen, 2 on the disk, well',
    (path) =>
      writeFileSync(path, readFileSync(path, 'utf8').replace('"entries":[', '"entries":[7,{"state":"glorious"},')),
  ),
];

const names = { inText: (text: string) => text };
const writeLog = (folder: string): void => {
  const log = makeLog({ folder, onConsole: false, names });
  log.info('a line');
  log.unexpected(new Error('a bug'));
};
const logs: readonly Fault[] = [
  fault('log-read-only', 'the disk is read-only: there is no log, and Postkey goes on', 'goes on', () =>
    onDisk(async (disk) => {
      await disk.setReadOnly(true);
      writeLog(join(disk.folder, 'logs'));
      return ended('goes on');
    }),
  ),
  fault('log-full', 'the disk is full when the log is written', 'goes on', () =>
    onDisk(async (disk) => {
      writeLog(join(disk.folder, 'logs'));
      disk.fill();
      for (let line = 0; line < 20; line += 1) writeLog(join(disk.folder, 'logs'));
      return ended('goes on');
    }),
  ),
  fault('log-folder-is-a-file', 'a file in the place of the log’s folder', 'goes on', () =>
    inFolder(async (folder) => {
      writeFileSync(join(folder, 'logs'), '');
      writeLog(join(folder, 'logs'));
      return ended('goes on');
    }),
  ),
  fault('name-key-read-only', 'the key of the names cannot be kept: names of this run', 'a name, and no file', () =>
    onDisk(async (disk) => {
      await disk.setReadOnly(true);
      const name = openStandIns(disk.folder).nameOf('mailbox', 'pat@harbour.example');
      const isThere = existsSync(join(disk.folder, 'name-key'));
      return ended(name.startsWith('mailbox-') && !isThere ? 'a name, and no file' : 'another thing');
    }),
  ),
];

const text = (id: string, injected: string, verdict: string, put: (path: string) => void): Fault =>
  fault(`file-${id}`, injected, verdict, () =>
    inFolder(async (folder) => {
      const path = join(folder, 'preset.json');
      put(path);
      const read = await readTextFile(path, 1000);
      const kind = read !== null && read.trim() === '' ? 'too large' : 'read';
      return ended(read === null ? 'unreadable' : kind);
    }),
  );
const files: readonly Fault[] = [
  text('pipe', 'a pipe is opened as a preset', 'unreadable', (path) => execFileSync('mkfifo', [path])),
  text('folder', 'a folder is opened as a preset', 'unreadable', (path) => mkdirSync(path)),
  text('circle', 'a link to itself is opened as a preset', 'unreadable', (path) => symlinkSync(path, path)),
  text('gigantic', 'a file without end is opened as a preset', 'too large', (path) => {
    writeFileSync(path, '');
    truncateSync(path, 5_000_000_000);
  }),
];

export const diskFileFaults: readonly Fault[] = [...past, ...logs, ...files];
