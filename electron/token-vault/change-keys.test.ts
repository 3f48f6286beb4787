// What is kept is changed in one turn: whoever else writes at the same time loses nothing, and a change that must not be lost is not.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Keys } from '../setup/outside-world.ts';
import { Secret } from '../setup/secret.ts';
import { makeAesCipher } from './aes-cipher.test-part.ts';
import { makeTokenVault } from './make-token-vault.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'postkey-change-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const makeVault = () => {
  const cipher = makeAesCipher(Buffer.alloc(32, 1));
  return { cipher, vault: makeTokenVault({ cipher, folder, now: () => 0 }) };
};
const keysOf = (renewal: string): Keys => ({
  renewal: new Secret(renewal),
  accessToken: new Secret('access'),
  validUntil: 1,
  clientSecret: new Secret('client'),
});
const told = (keys: Keys | null): string => `${keys?.renewal?.open()} ${keys?.password?.open()}`;
const kept = async (vault: ReturnType<typeof makeVault>['vault']): Promise<string> => {
  const opened = await vault.open('pat');
  return opened.ok ? told(opened.value) : opened.problem.code;
};

test('many who change different parts at the same time all find their part kept, also on the disk', async () => {
  const { vault } = makeVault();
  await vault.keep('pat', keysOf('r0'));
  const all = Array.from({ length: 12 }, (_, turn) =>
    vault.change('pat', {
      kept: 'sealed',
      make: (now) =>
        turn % 2 === 0
          ? { ...now, renewal: new Secret(`${now.renewal?.open()}+`) }
          : { ...now, password: new Secret(`${now.password?.open() ?? ''}*`) },
    }),
  );
  expect((await Promise.all(all)).every(({ ok }) => ok)).toBe(true);
  expect(await kept(vault)).toBe('r0++++++ ******');
  expect(await kept(makeVault().vault)).toBe('r0++++++ ******');
});

test('keys of another sign-in stay, and are the answer', async () => {
  const { vault } = makeVault();
  await vault.keep('pat', keysOf('old'));
  const opened = await vault.open('pat');
  if (!opened.ok || !opened.value) throw new Error('nothing kept');
  const of = opened.value;
  await vault.keep('pat', keysOf('signed in anew'));
  const changed = await vault.change('pat', { kept: 'sealed', make: () => keysOf('old, renewed'), of });
  expect(changed.ok && told(changed.value)).toBe('signed in anew undefined');
  expect(await kept(vault)).toBe('signed in anew undefined');
});

test('for one session it is changed in memory, and nothing is written', async () => {
  const { vault } = makeVault();
  vault.keepForSession('pat', keysOf('r1'));
  const change = { kept: 'this-session', make: (now: Keys) => ({ ...now, renewal: new Secret('r2') }) } as const;
  expect((await vault.change('pat', change)).ok).toBe(true);
  expect(await kept(vault)).toBe('r2 undefined');
  expect(await kept(makeVault().vault)).toBe('undefined undefined');
});

test('a store that refuses keeps the change of a renewal in memory, and no other', async () => {
  for (const at of ['open', 'seal'] as const) {
    const { vault, cipher } = makeVault();
    await vault.keep('pat', keysOf('r1'));
    const of = keysOf('r1');
    // Opening or only sealing fails.
    if (at === 'open') cipher.setAvailable(false);
    else cipher.seal = () => Promise.reject(new Error('shut'));
    const make = (now: Keys): Keys => ({ ...now, renewal: new Secret('r2') });
    expect(await vault.change('pat', { kept: 'sealed', make })).toMatchObject({ ok: false });
    expect(await kept(vault)).not.toContain('r2');
    expect(await vault.change('pat', { kept: 'sealed', make, of })).toMatchObject({ ok: false });
    expect(await kept(vault)).toBe('r2 undefined');
    rmSync(join(folder, 'pat.json'));
  }
});

test('what waits in memory is sealed by the next change', async () => {
  const { vault, cipher } = makeVault();
  await vault.keep('pat', keysOf('r1'));
  const make = (now: Keys): Keys => ({ ...now, renewal: new Secret(`${now.renewal?.open()}+`) });
  cipher.setAvailable(false);
  await vault.change('pat', { kept: 'sealed', make, of: keysOf('r1') });
  cipher.setAvailable(true);
  await vault.change('pat', { kept: 'sealed', make, of: keysOf('r1+') });
  expect(await kept(makeVault().vault)).toBe('r1++ undefined');
});

test('what was forgotten is not made anew', async () => {
  const { vault } = makeVault();
  await vault.keep('pat', keysOf('r1'));
  const forgetting = vault.forget('pat');
  const changed = vault.change('pat', { kept: 'sealed', make: () => keysOf('r2'), of: keysOf('r1') });
  await forgetting;
  expect(await changed).toMatchObject({ ok: false, problem: { code: 'session-over' } });
  expect(await vault.traces('pat')).toEqual({ ok: true, value: [] });
});

test('a record that is damaged meanwhile does not cost the renewed keys', async () => {
  const { vault } = makeVault();
  await vault.keep('pat', keysOf('r1'));
  writeFileSync(join(folder, 'pat.json'), readFileSync(join(folder, 'pat.json'), 'utf8').slice(0, 40));
  const change = { kept: 'sealed', make: () => keysOf('r2'), of: keysOf('r1') } as const;
  expect(await vault.change('pat', change)).toMatchObject({ ok: false, problem: { code: 'record-unreadable' } });
  expect(await kept(vault)).toBe('r2 undefined');
});
