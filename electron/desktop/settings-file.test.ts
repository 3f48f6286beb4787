// The settings file on a real disk: whole at any time, and never lost because it could not be read.
import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Conf from 'conf';
import { afterEach, expect, test } from 'vitest';
import { makeSettingsFile } from './settings-file.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function open(content?: string) {
  const folder = mkdtempSync(join(tmpdir(), 'postkey-settings-'));
  folders.push(folder);
  if (content !== undefined) writeFileSync(join(folder, 'settings.json'), content);
  const again = (cut?: number) =>
    makeSettingsFile(folder, 0, (name) => {
      const layer = new Conf<Record<string, unknown>>({ cwd: folder, configName: name, configFileMode: 0o600 });
      if (cut === undefined) return layer;
      return {
        // As a disk that fills up does it.
        set store(settings: Record<string, unknown>) {
          writeFileSync(join(folder, `${name}.json`), JSON.stringify(settings).slice(0, cut));
        },
        get store() {
          return layer.store;
        },
      };
    });
  return { folder, path: join(folder, 'settings.json'), again };
}

test('what is written is read, for its owner alone, and nothing is left beside it', () => {
  const { folder, path, again } = open();
  expect(again().read()).toEqual({});
  again().write({ accounts: [1] });
  expect(again().read()).toEqual({ accounts: [1] });
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(['settings.json']);
});

test('a disk that takes half a write leaves the settings as they were', () => {
  const { folder, again } = open('{"accounts":[1]}');
  expect(() => again(5).write({ accounts: [1, 2] })).toThrow('full');
  expect(again().read()).toEqual({ accounts: [1] });
  expect(readdirSync(folder)).toEqual(['settings.json']);
});

test('what a killed process left beside is no obstacle', () => {
  const { folder, again } = open('{"accounts":[1]}');
  writeFileSync(join(folder, 'settings.new.json'), '{"acc');
  again().write({ accounts: [2] });
  expect(again().read()).toEqual({ accounts: [2] });
});

test('what is no JSON is moved out of the way and kept; of the rest a copy is', () => {
  const broken = open('{"accounts":[');
  const file = broken.again();
  expect(file.read()).toBeUndefined();
  const name = file.setAside();
  expect(readFileSync(join(broken.folder, name), 'utf8')).toBe('{"accounts":[');
  file.write({ accounts: [] });
  expect(readdirSync(broken.folder).sort()).toEqual(['settings.json', name].sort());
  const foreign = open('{"accounts":7}');
  const copied = foreign.again().setAside();
  expect(readdirSync(foreign.folder).sort()).toEqual(['settings.json', copied].sort());
});

test('a folder, a pipe or a dead link in its place is moved out of the way', () => {
  const puts = [
    (path: string) => mkdirSync(path),
    (path: string) => execFileSync('mkfifo', [path]),
    (path: string) => symlinkSync('nowhere', path),
  ];
  for (const put of puts) {
    const { path, again } = open();
    put(path);
    const file = again();
    expect(file.read()).toBeUndefined();
    file.setAside();
    file.write({ accounts: [] });
    expect(again().read()).toEqual({ accounts: [] });
  }
});
