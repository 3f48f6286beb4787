import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { installedBrowsers } from './installed-browsers.ts';
import { startProgram } from './start-program.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'postkey-browsers-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

function entry(folder: string, file: string, name: string, exec: string, more = ''): void {
  mkdirSync(join(home, folder, 'applications'), { recursive: true });
  const text = `[Desktop Entry]\nType=Application\nName=${name}\nExec=${exec}\nMimeType=x-scheme-handler/https;\n${more}`;
  writeFileSync(join(home, folder, 'applications', file), text);
}
function program(name: string): void {
  mkdirSync(join(home, 'bin'), { recursive: true });
  writeFileSync(join(home, 'bin', name), '#!/bin/sh\nexit 0\n');
  chmodSync(join(home, 'bin', name), 0o755);
}
const look = () =>
  installedBrowsers({
    platform: 'linux',
    language: 'en',
    environment: {
      PATH: join(home, 'bin'),
      XDG_DATA_HOME: join(home, 'own'),
      XDG_DATA_DIRS: `${join(home, 'shared')}:${join(home, 'not there')}:relative`,
    },
  });

test('finds the browsers that are there, each once, by name', async () => {
  program('firefox');
  program('other');
  entry('shared', 'zebra.desktop', 'Zebra', 'other %u');
  entry('shared', 'firefox.desktop', 'Firefox', 'firefox %u');
  entry('own', 'firefox.desktop', 'My Firefox', `${join(home, 'bin', 'firefox')} --profile mine %u`);
  entry('shared', 'gone.desktop', 'Gone', 'uninstalled %u');
  entry('shared', 'hidden.desktop', 'Hidden', 'firefox %u', 'NoDisplay=true\n');
  writeFileSync(join(home, 'shared', 'applications', 'notes.txt'), 'no entry');
  const found = await look();
  expect(found.map(({ id, name }) => [id, name])).toEqual([
    ['firefox', 'My Firefox'],
    ['zebra', 'Zebra'],
  ]);
  expect(found[0]?.start('https://x.example/')).toEqual([
    join(home, 'bin', 'firefox'),
    '--profile',
    'mine',
    'https://x.example/',
  ]);
});

test("the person's own entry can take a browser out of the list", async () => {
  program('firefox');
  entry('shared', 'firefox.desktop', 'Firefox', 'firefox %u');
  entry('own', 'firefox.desktop', 'Firefox', 'firefox %u', 'Hidden=true\n');
  expect(await look()).toEqual([]);
});

test('a computer without any is no problem', async () => {
  expect(await look()).toEqual([]);
});

test('a program that ends badly, or is not there, did not take the page; one that runs on did', async () => {
  expect(await startProgram([process.execPath, '-e', 'process.exit(4)'], 20_000)).toBe(false);
  expect(await startProgram([process.execPath, '-e', ''], 20_000)).toBe(true);
  expect(await startProgram([join(home, 'not there')], 20_000)).toBe(false);
  expect(await startProgram([process.execPath, '-e', 'setTimeout(() => {}, 3000)'], 50)).toBe(true);
});
