import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeAesCipher } from './aes-cipher.test-part.ts';
import { makeSealedText } from './sealed-text.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pk-sealed-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('comes back as it was, for its owner alone, and not in the open', async () => {
  const path = join(folder, 'in', 'text.sealed');
  const sealed = makeSealedText({ cipher: makeAesCipher(randomBytes(32)), path });
  expect(await sealed.read()).toBeNull();
  expect(await sealed.write('the key')).toBe(true);
  expect(await sealed.read()).toBe('the key');
  expect(readFileSync(path, 'latin1')).not.toContain('the key');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(statSync(join(folder, 'in')).mode & 0o777).toBe(0o700);
  expect(await sealed.write('another')).toBe(true);
  expect(await sealed.read()).toBe('another');
  expect(readdirSync(join(folder, 'in'))).toEqual(['text.sealed']);
});

it('is nothing when it does not open, and is not written where nothing can seal', async () => {
  const path = join(folder, 'text.sealed');
  writeFileSync(path, 'garbage');
  expect(await makeSealedText({ cipher: makeAesCipher(randomBytes(32)), path }).read()).toBeNull();
  const none = { ...makeAesCipher(randomBytes(32)), available: async () => false };
  expect(await makeSealedText({ cipher: none, path: join(folder, 'other') }).write('x')).toBe(false);
  expect(readdirSync(folder)).toEqual(['text.sealed']);
  const nowhere = join(path, 'below-a-file');
  expect(await makeSealedText({ cipher: makeAesCipher(randomBytes(32)), path: nowhere }).write('x')).toBe(false);
});
