// A password typed anew, a new sign-in and a renewal at the same time, with the real vault: none of them loses what another has kept.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AccountRecord } from './setup/memory.ts';
import type { Grant, Keys, Outcome, SignInAdapter } from './setup/outside-world.ts';
import { Secret } from './setup/secret.ts';
import { makeAesCipher } from './token-vault/aes-cipher.test-part.ts';
import { makeTokenVault } from './token-vault/make-token-vault.ts';
import { makeRenewing } from './watch/renewing.ts';

const account = {
  id: 'pat',
  provider: { signIn: 'openid', shortName: 'Harbour' },
  kept: { store: 'gnome-keyring', kept: 'sealed' },
  registration: { source: 'own', clientId: 'client', hasSecret: false },
} as unknown as AccountRecord;
const { signal } = new AbortController();
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'postkey-at-once-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const first = (renewal: string): Keys => ({
  renewal: new Secret(renewal),
  accessToken: new Secret('access'),
  validUntil: 0,
  clientSecret: null,
  password: new Secret('old'),
});

/** A provider that rotates with each renewal and takes the newest alone, as Microsoft and others may. */
function makeHome() {
  const vault = makeTokenVault({ cipher: makeAesCipher(Buffer.alloc(32, 1)), folder, now: Date.now });
  let newest = 0;
  const refused: string[] = [];
  const renew = async (_plan: unknown, renewal: Secret): Promise<Outcome<Grant>> => {
    if (renewal.open() !== `r${newest}`) {
      refused.push(renewal.open());
      return { ok: false, problem: { code: 'sign-in-ended', facts: {} } };
    }
    newest += 1;
    await new Promise((resolve) => setImmediate(resolve));
    const value = { accessToken: new Secret(`a${newest}`), renewal: new Secret(`r${newest}`), validUntil: 9e15 };
    return { ok: true, value: { ...value, details: [] } as unknown as Grant };
  };
  const way = { renew } as unknown as SignInAdapter;
  const renewing = makeRenewing({
    ways: { microsoft: way, google: way, openid: way },
    vault,
    clock: { now: Date.now, after: () => () => undefined },
    planOf: () => ({ kind: 'openid' }) as never,
  });
  const kept = async (): Promise<string> => {
    const opened = await vault.open('pat');
    return opened.ok ? `${opened.value?.renewal?.open()} ${opened.value?.password?.open()}` : opened.problem.code;
  };
  return { vault, renewing, refused, kept, newest: () => newest };
}

const someTurns = async (turns: number): Promise<void> => {
  for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

test('whenever the password is typed, the rotated key and the password are both kept', async () => {
  const home = makeHome();
  await home.vault.keep('pat', first('r0'));
  for (let turn = 0; turn < 24; turn += 1) {
    const renewing = home.renewing.renew(account, { signal });
    await someTurns(turn % 12);
    const make = (now: Keys): Keys => ({ ...now, password: new Secret(`typed ${turn}`) });
    const typing = home.vault.change('pat', { kept: 'sealed', make });
    expect([(await renewing).ok, (await typing).ok]).toEqual([true, true]);
    expect(await home.kept()).toBe(`r${home.newest()} typed ${turn}`);
  }
  expect(home.refused).toEqual([]);
});

test('a renewal that ends after a new sign-in does not put its own keys in their place', async () => {
  for (let turns = 0; turns < 12; turns += 1) {
    const home = makeHome();
    await home.vault.keep('pat', first('r0'));
    const renewing = home.renewing.renew(account, { signal });
    await someTurns(turns);
    const signingIn = home.vault.keep('pat', first('of a new sign-in'));
    await Promise.all([renewing, signingIn]);
    expect(await home.kept()).toBe('of a new sign-in old');
  }
});
