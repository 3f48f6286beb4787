import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeLog } from './log.ts';
import { standInsOf } from './name-key.ts';
import { lastLogLines } from './read-log.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'postkey-read-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const names = standInsOf('a key');
const pat = names.nameOf('mailbox', 'pat@harbour.example');

test('lines about these mailboxes and about nobody, the oldest first, over both files', async () => {
  writeFileSync(join(folder, 'postkey.old.log'), `old of ${pat}\nold of mailbox-0123456789\n`);
  const log = makeLog({ folder, onConsole: false, names });
  log.info('start');
  log.from('watch').warn('pat@harbour.example stopped');
  log.from('watch').warn('sam@harbour.example stopped');
  const lines = await lastLogLines(folder, [pat]);
  expect(lines.map((line) => line.replace(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} [+-]\d\d:\d\d /u, ''))).toEqual([
    `old of ${pat}`,
    'info postkey start',
    `warn watch ${pat} stopped`,
  ]);
});

test('no log is no lines, and a long one its last two hundred', async () => {
  expect(await lastLogLines(join(folder, 'nothing'), [])).toEqual([]);
  writeFileSync(join(folder, 'postkey.log'), Array.from({ length: 900 }, (_none, at) => `line ${at}`).join('\n'));
  const lines = await lastLogLines(folder, []);
  expect([lines.length, lines[0], lines.at(-1)]).toEqual([200, 'line 700', 'line 899']);
});
