// A password in a record: sealed like a token, gone with the record, and no trouble for records from before there were any.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Secret } from '../setup/secret.ts';
import { makeAesCipher } from './aes-cipher.test-part.ts';
import { makeTokenVault } from './make-token-vault.ts';

let folder: string;
const cipher = makeAesCipher(Buffer.alloc(32, 1));
const vaultOf = () => makeTokenVault({ cipher, folder, now: Date.now });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'postkey-vault-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const keysWith = (password: string) => ({
  renewal: null,
  accessToken: new Secret(''),
  validUntil: Number.MAX_SAFE_INTEGER,
  clientSecret: null,
  password: new Secret(password),
});

async function passwordIn(id: string): Promise<string | undefined> {
  const outcome = await vaultOf().open(id);
  if (!outcome.ok || outcome.value === null) throw new Error('not opened');
  return outcome.value.password?.open();
}

test('is kept sealed and opens again in another process', async () => {
  expect((await vaultOf().keep('pat', keysWith('corréct horse'))).ok).toBe(true);
  expect(readFileSync(join(folder, 'pat.json'), 'utf8')).not.toMatch(/horse|password/u);
  expect(await passwordIn('pat')).toBe('corréct horse');
});

test('a new one leaves nothing of the old, and forgetting leaves nothing at all', async () => {
  await vaultOf().keep('pat', keysWith('first'));
  await vaultOf().keep('pat', keysWith('second'));
  expect(await passwordIn('pat')).toBe('second');
  expect(await vaultOf().openPrevious('pat')).toEqual({ ok: true, value: null });
  await vaultOf().forget('pat');
  expect(readdirSync(folder)).toEqual([]);
});

test('may be kept for the session alone', async () => {
  const vault = vaultOf();
  vault.keepForSession('pat', keysWith('hush'));
  const outcome = await vault.open('pat');
  expect(outcome.ok && outcome.value?.password?.open()).toBe('hush');
  expect(readdirSync(folder)).toEqual([]);
});

test('a record from before passwords opens as it was, byte for byte as it was written then', async () => {
  const text =
    '{"account":"pat","renewal":"renewal-text","accessToken":"access-text","validUntil":123,"clientSecret":null}';
  const sealed = Buffer.from(await cipher.seal(text)).toString('base64');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'pat.json'), JSON.stringify({ v: 1, sealed }));
  const outcome = await vaultOf().open('pat');
  if (!outcome.ok || outcome.value === null) throw new Error('not opened');
  expect(outcome.value.renewal?.open()).toBe('renewal-text');
  expect('password' in outcome.value).toBe(false);
  await vaultOf().keep('pat', outcome.value);
  const { sealed: again } = JSON.parse(readFileSync(join(folder, 'pat.json'), 'utf8')) as { sealed: string };
  expect(await cipher.unseal(new Uint8Array(Buffer.from(again, 'base64')))).toBe(text);
});
