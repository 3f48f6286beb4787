// Which files are believed: only those that nobody but an administrator could have written. On real files with real owners, which takes root.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Believed, believedOfMachine, readTrustedText } from './trusted-file.ts';

const isRoot = process.getuid?.() === 0;
const somebody = 1234;
let room = '';
let etc = '';
let file = '';

beforeEach(() => {
  room = mkdtempSync(join(tmpdir(), 'postkey-trusted-'));
  etc = join(room, 'etc');
  mkdirSync(etc, { mode: 0o755 });
  file = join(etc, 'policy.json');
  writeFileSync(file, '{}', { mode: 0o644 });
});
afterEach(() => rmSync(room, { recursive: true, force: true }));

const read = (path = file, believed: Believed = believedOfMachine) => readTrustedText(path, believed, 1000);
const fault = (name: string) => ({ kind: 'fault', fault: name });

test.runIf(isRoot)('a file of root’s in folders of root’s is believed', async () => {
  expect(await read()).toEqual({ kind: 'text', text: '{}' });
  expect(await read(join(etc, 'nothing.json'))).toEqual({ kind: 'absent' });
  expect(await read(join(room, 'no-folder', 'policy.json'))).toEqual({ kind: 'absent' });
});

test.runIf(isRoot)('somebody else’s file is not, nor one in somebody’s folder', async () => {
  chownSync(file, somebody, somebody);
  expect(await read()).toEqual(fault('wrong-owner'));
  chownSync(file, 0, 0);
  chownSync(etc, somebody, somebody);
  expect(await read()).toEqual(fault('wrong-owner'));
});

test.runIf(isRoot)('nor one that others may write, or in whose folder they may', async () => {
  chmodSync(file, 0o646);
  expect(await read()).toEqual(fault('writable-by-others'));
  chmodSync(file, 0o664);
  chownSync(file, 0, somebody);
  expect(await read()).toEqual(fault('writable-by-others'));
  chmodSync(file, 0o644);
  chmodSync(etc, 0o777);
  expect(await read()).toEqual(fault('writable-by-others'));
});

test.runIf(isRoot)('a link is followed as far as only root could have laid the way', async () => {
  const store = join(room, 'store');
  mkdirSync(store);
  writeFileSync(join(store, 'p.json'), '{"a":1}');
  rmSync(file);
  symlinkSync(join('..', 'store', 'p.json'), file);
  expect(await read()).toEqual({ kind: 'text', text: '{"a":1}' });
  chownSync(store, somebody, somebody);
  expect(await read()).toEqual(fault('link-elsewhere'));
});

test.runIf(isRoot)('a link through a folder of somebody’s is refused, wherever it ends', async () => {
  const home = join(room, 'home');
  mkdirSync(home);
  writeFileSync(join(room, 'good.json'), '{}');
  symlinkSync(join(room, 'good.json'), join(home, 'middle.json'));
  chownSync(home, somebody, somebody);
  rmSync(file);
  symlinkSync(join(home, 'middle.json'), file);
  expect(await read()).toEqual(fault('link-elsewhere'));
});

test.runIf(isRoot)('a link to nothing, and links in a ring, are faults: something was meant to be there', async () => {
  rmSync(file);
  symlinkSync(join(room, 'nowhere.json'), file);
  expect(await read()).toEqual(fault('unreadable'));
  rmSync(file);
  symlinkSync(file, join(etc, 'other.json'));
  symlinkSync(join(etc, 'other.json'), file);
  expect(await read()).toEqual(fault('link-elsewhere'));
});

test.runIf(isRoot)('a huge file, a folder and a pipe are refused at once', async () => {
  truncateSync(file, 1001);
  expect(await read()).toEqual(fault('too-large'));
  expect(await read(etc)).toEqual(fault('not-a-file'));
  const pipe = join(etc, 'pipe.json');
  execFileSync('mkfifo', ['-m', '644', pipe]);
  expect(await read(pipe)).toEqual(fault('not-a-file'));
});

test('the person’s own file is theirs, and closed to the world', async () => {
  const uid = process.getuid?.() ?? 0;
  const person: Believed = { owners: [0, uid], groups: [0, process.getgid?.() ?? 0], wholeWay: false };
  expect(await read(file, person)).toEqual({ kind: 'text', text: '{}' });
  chmodSync(file, 0o666);
  expect(await read(file, person)).toEqual(fault('writable-by-others'));
  chmodSync(file, 0o644);
  const link = join(etc, 'link.json');
  symlinkSync(file, link);
  expect(await read(link, person)).toEqual(fault('link-elsewhere'));
});
