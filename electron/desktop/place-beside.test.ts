// A certificate file that a preset names is beside it, and nowhere else.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { placeBeside } from './place-beside.ts';
import { readPresetFile } from './read-preset-file.ts';

const pem = '-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----\n';
let folder: string;
let preset: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'pk-beside-')));
  mkdirSync(join(folder, 'in'));
  preset = join(folder, 'in', 'harbour.postkey');
  writeFileSync(join(folder, 'in', 'ca.pem'), pem);
  writeFileSync(join(folder, 'secret.pem'), pem);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('beside it, whether it is there or not', async () => {
  expect(await placeBeside(preset, 'ca.pem')).toBe(join(folder, 'in', 'ca.pem'));
  expect(await placeBeside(preset, 'gone.pem')).toBe(join(folder, 'in', 'gone.pem'));
});

test.each([
  '../secret.pem',
  '..',
  '.',
  '/etc/ssl/cert.pem',
  String.raw`..\secret.pem`,
  String.raw`\\evil.example\share\ca.pem`,
  '//evil.example/share/ca.pem',
  'C:ca.pem',
  'ca.pem:stream',
  'CON',
  'nul.pem',
  'COM1',
  'sub/ca.pem',
])('not at %s', async (name) => {
  expect(await placeBeside(preset, name)).toBeNull();
});

test('not by a link on the disk to another folder', async () => {
  symlinkSync(join(folder, 'secret.pem'), join(folder, 'in', 'link.pem'));
  expect(await placeBeside(preset, 'link.pem')).toBeNull();
});

test('a preset that was opened says that its certificate is away; one that was named by whoever starts Postkey may say where', async () => {
  const content = { postkeyPreset: 1, organisation: 'Harbour', signIn: { kind: 'microsoft', clientId: 'x' } };
  const write = (caFile: string) => writeFileSync(preset, JSON.stringify({ ...content, caFile }));
  write('ca.pem');
  expect((await readPresetFile(preset, 'beside')).file).toMatchObject({ caPem: pem });
  write('../secret.pem');
  expect(await readPresetFile(preset, 'beside')).toMatchObject({
    name: 'harbour.postkey',
    file: { caPem: null, caFileIsAway: true },
  });
  expect((await readPresetFile(preset, 'anywhere')).file).toMatchObject({ caPem: pem });
  expect((await readPresetFile(join(folder, 'gone.postkey'), 'beside')).file).toBe('unreadable');
});
