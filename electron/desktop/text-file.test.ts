import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readTextFile } from './text-file.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'postkey-text-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const text = '{"organisation":"Bücher & Söhne 株式会社"}';
const utf16be = Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();

test.each([
  ['UTF-8', Buffer.from(text)],
  ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`)],
  ['UTF-16 as Windows writes it', Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ['UTF-16 the other way round', utf16be],
])('reads %s', async (_name, bytes) => {
  writeFileSync(join(home, 'preset.json'), bytes);
  expect(await readTextFile(join(home, 'preset.json'), 1000)).toBe(text);
});

test('a file above the limit is answered longer than the limit, without being read', async () => {
  writeFileSync(join(home, 'large.json'), 'x'.repeat(1001));
  const read = await readTextFile(join(home, 'large.json'), 1000);
  expect(read).toHaveLength(1001);
  expect(read?.trim()).toBe('');
});

test('a missing file and a folder are no text', async () => {
  expect(await readTextFile(join(home, 'missing.json'), 1000)).toBeNull();
  expect(await readTextFile(home, 1000)).toBeNull();
});

test.skipIf(process.platform === 'win32')('a pipe is not waited for', async () => {
  execFileSync('mkfifo', [join(home, 'pipe.json')]);
  expect(await readTextFile(join(home, 'pipe.json'), 1000)).toBeNull();
});
