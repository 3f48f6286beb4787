// A key that lives for weeks is renewed each day, because providers count how long the renewal lies unused.
import { expect, test } from 'vitest';
import { problemOf } from '../../shared/problem.ts';
import type { Grant, Keys, KeysChange, Outcome, SignInAdapter, TokenVault } from '../setup/outside-world.ts';
import { Secret } from '../setup/secret.ts';
import { makeRenewing } from './renewing.ts';
import { accountOf, day, hour, standingClock, start } from './watched.test-part.ts';

const account = accountOf();
const { signal } = new AbortController();

function setting(first: Partial<Keys>, renewed: Partial<Grant> | 'offline' | 'sign-in-time-limit' = {}) {
  const clock = standingClock();
  let kept: Keys = {
    accessToken: new Secret('old'),
    renewal: new Secret('r1'),
    validUntil: start + 60 * day,
    clientSecret: null,
    ...first,
  };
  let asked = 0;
  const renew = async (): Promise<Outcome<Grant>> => {
    asked += 1;
    if (typeof renewed === 'string') return { ok: false, problem: problemOf(renewed) };
    const grant: Grant = {
      accessToken: new Secret('new'),
      validUntil: clock.now() + 60 * day,
      renewal: null,
      grantedScopes: null,
      person: null,
      idTokenChecked: false,
      details: [],
      ...renewed,
    };
    return { ok: true, value: grant };
  };
  const vault = {
    open: async () => ({ ok: true, value: kept }),
    openPrevious: async () => ({ ok: true, value: null }),
    change: async (_id: string, { make }: KeysChange) => {
      kept = make(kept);
      return { ok: true, value: kept };
    },
  } as unknown as TokenVault;
  const way = { renew } as unknown as SignInAdapter;
  const ways = { microsoft: way, google: way, openid: way };
  const renewing = makeRenewing({ ways, vault, clock, planOf: () => ({ kind: 'openid' }) as never });
  const fresh = async (): Promise<string> => {
    const keys = await renewing.fresh(account, { signal });
    return keys.ok ? keys.value.accessToken.open() : keys.problem.code;
  };
  return { clock, fresh, asked: () => asked, kept: () => kept };
}

test('not within a day, then once a day', async () => {
  const { clock, fresh, asked, kept } = setting({ renewedAt: start });
  expect(await fresh()).toBe('old');
  await clock.pass(day - hour);
  expect(await fresh()).toBe('old');
  await clock.pass(hour);
  expect([await fresh(), await fresh(), asked()]).toEqual(['new', 'new', 1]);
  expect(kept().renewedAt).toBe(start + day);
  await clock.pass(day);
  await fresh();
  expect(asked()).toBe(2);
});

test('keys from before that was noted are renewed at the next look', async () => {
  const { fresh, asked } = setting({});
  expect([await fresh(), asked()]).toEqual(['new', 1]);
});

test('noted in a future that a set-back clock has taken away: renewed, not trusted', async () => {
  const { fresh, asked } = setting({ renewedAt: start + 30 * day });
  await fresh();
  expect(asked()).toBe(1);
});

test.each(['offline', 'sign-in-time-limit'] as const)('%s: the key that is still good is used on', async (code) => {
  const { fresh, clock } = setting({ renewedAt: start }, code);
  await clock.pass(2 * day);
  expect(await fresh()).toBe('old');
});

test('nothing to renew with, nothing is asked', async () => {
  const { clock, fresh, asked } = setting({ renewal: null });
  await clock.pass(30 * day);
  expect([await fresh(), asked()]).toEqual(['old', 0]);
});

test('what the provider said of the end is kept until it says otherwise', async () => {
  const silent = setting({ renewedAt: start - 2 * day, renewalEndsAt: start + 9 * day });
  await silent.fresh();
  expect(silent.kept()).toMatchObject({ renewalEndsAt: start + 9 * day });
  const saying = setting(
    { renewedAt: start - 2 * day, renewalEndsAt: start + 9 * day },
    { renewalEndsAt: start + 20 * day },
  );
  await saying.fresh();
  expect(saying.kept()).toMatchObject({ renewalEndsAt: start + 20 * day });
});
