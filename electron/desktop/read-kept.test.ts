// Settings read beside an open window: used as far as they can be, and left as they are.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readKept } from './read-kept.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'postkey-kept-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const preset = { text: '{"postkeyPreset":1}', hasSecret: false, ca: null };

test('reads what is kept', async () => {
  writeFileSync(
    join(home, 'settings.json'),
    JSON.stringify({ preset, preferences: { theme: 'dark', language: 'de' }, unknown: 1 }),
  );
  expect(await readKept(home)).toMatchObject({ preset, preferences: { language: 'de' }, accounts: [] });
});

test.each([
  ['broken', '{"preset":'],
  ['of another form', '[]'],
  ['in part of another form', JSON.stringify({ preset, accounts: [{ id: '../x' }], preferences: { theme: 7 } })],
])('a file that is %s stays where and as it is', async (_what, text) => {
  writeFileSync(join(home, 'settings.json'), text);
  expect(await readKept(home)).toMatchObject({ preferences: { theme: 'system', language: null }, accounts: [] });
  expect(readdirSync(home)).toEqual(['settings.json']);
  expect(readFileSync(join(home, 'settings.json'), 'utf8')).toBe(text);
});

test('no file is made where none is', async () => {
  expect(await readKept(join(home, 'nowhere'))).toMatchObject({ preset: null });
  expect(readdirSync(home)).toEqual([]);
});
