// One renewal at a time per account, kept before it is handed out; weather never ends a sign-in.
import { expect, test } from 'vitest';
import { problemOf } from '../../shared/problem.ts';
import type { AccountRecord } from '../setup/memory.ts';
import type { Grant, Keys, KeysChange, Outcome, SignInAdapter, TokenVault } from '../setup/outside-world.ts';
import { Secret } from '../setup/secret.ts';
import { makeRenewing } from './renewing.ts';

const account = {
  id: 'a',
  provider: { signIn: 'openid', shortName: 'Harbour' },
  kept: { store: 'gnome-keyring', kept: 'sealed' },
  registration: { source: 'own', clientId: 'client', hasSecret: false },
} as unknown as AccountRecord;
const { signal } = new AbortController();

function setting(
  first: Partial<Keys>,
  renew: (renewal: Secret) => Promise<Outcome<Grant>>,
  previous: Keys | null = null,
) {
  let kept: Keys = {
    accessToken: new Secret('old'),
    renewal: new Secret('r1'),
    validUntil: 0,
    clientSecret: null,
    ...first,
  };
  const order: string[] = [];
  let isForgotten = false;
  const disk = { isFull: false };
  const vault = {
    open: async () => ({ ok: true, value: isForgotten ? null : kept }),
    openPrevious: async () => ({ ok: true, value: previous }),
    change: async (_id: string, { make }: KeysChange) => {
      if (isForgotten) return { ok: false, problem: problemOf('session-over') };
      kept = make(kept);
      order.push(disk.isFull ? 'in memory' : 'kept');
      return disk.isFull ? { ok: false, problem: problemOf('not-saved') } : { ok: true, value: kept };
    },
  } as unknown as TokenVault;
  let asked = 0;
  const way = {
    renew: (_plan: unknown, renewal: Secret) => {
      asked += 1;
      return renew(renewal);
    },
  } as unknown as SignInAdapter;
  const renewing = makeRenewing({
    ways: { microsoft: way, google: way, openid: way },
    vault,
    clock: { now: () => 1000, after: () => () => undefined },
    planOf: () => ({ kind: 'openid' }) as never,
  });
  const retype = (password: string): void => {
    kept = { ...kept, password: new Secret(password) };
  };
  const forget = (): void => {
    isForgotten = true;
  };
  return { renewing, order, disk, forget, retype, asked: () => asked, kept: () => kept };
}

const grant = (renewal: Secret | null): Grant => ({
  accessToken: new Secret('new'),
  validUntil: 9_000_000,
  renewal,
  grantedScopes: null,
  person: null,
  idTokenChecked: false,
  details: [],
});

test('ten askers cause one renewal, and all get the new token', async () => {
  const rotated = new Secret('r2');
  const { renewing, asked, kept } = setting({}, async () => ({ ok: true, value: grant(rotated) }));
  const all = await Promise.all(Array.from({ length: 10 }, () => renewing.fresh(account, { signal })));
  expect(all.every((each) => each.ok && each.value.validUntil === 9_000_000)).toBe(true);
  expect(asked()).toBe(1);
  expect(kept().renewal).toBe(rotated);
});

test('a provider that does not rotate leaves the earlier refresh token in place', async () => {
  const { renewing, kept } = setting({}, async () => ({ ok: true, value: grant(null) }));
  const before = kept().renewal;
  await renewing.renew(account, { signal });
  expect(kept().renewal).toBe(before);
});

test('weather while the token is still good hands out the token one has', async () => {
  const { renewing, order } = setting({ validUntil: 60_000 }, async () => ({
    ok: false,
    problem: problemOf('connection-timeout'),
  }));
  const fresh = await renewing.fresh(account, { signal });
  expect(fresh).toMatchObject({ ok: true, value: { validUntil: 60_000 } });
  expect(order).toEqual([]);
});

test('a real refusal is told, though the token has minutes left', async () => {
  const { renewing } = setting({ validUntil: 60_000 }, async () => ({
    ok: false,
    problem: problemOf('sign-in-ended'),
  }));
  expect(await renewing.fresh(account, { signal })).toMatchObject({ ok: false, problem: { code: 'sign-in-ended' } });
});

test('when the newest refresh token is refused, the one before is tried once', async () => {
  const before = new Secret('r0');
  const previous: Keys = { accessToken: new Secret('old'), renewal: before, validUntil: 0, clientSecret: null };
  const { renewing, asked } = setting(
    {},
    async (renewal) =>
      renewal === before
        ? { ok: true, value: grant(new Secret('r2')) }
        : { ok: false, problem: problemOf('sign-in-ended') },
    previous,
  );
  expect(await renewing.renew(account, { signal })).toMatchObject({ ok: true });
  expect(asked()).toBe(2);
});

test('keys that could not be sealed are told as that, and are not lost while Postkey runs', async () => {
  const rotated = new Secret('r2');
  const { renewing, order, disk, kept } = setting({}, async () => ({ ok: true, value: grant(rotated) }));
  disk.isFull = true;
  expect(await renewing.renew(account, { signal })).toMatchObject({ ok: false, problem: { code: 'not-saved' } });
  expect(order).toEqual(['in memory']);
  expect(kept().renewal).toBe(rotated);
});

test('two who joined a renewal that ended too early begin one more, not two', async () => {
  let ending: (ended: Outcome<Grant>) => void = () => undefined;
  const answers: Promise<Outcome<Grant>>[] = [
    new Promise((resolve) => {
      ending = resolve;
    }),
  ];
  const { renewing, asked } = setting({}, () => answers.shift() ?? Promise.resolve({ ok: true, value: grant(null) }));
  const all = [1, 2, 3].map(() => renewing.renew(account, { signal }));
  await new Promise((resolve) => setImmediate(resolve));
  ending({ ok: false, problem: problemOf('took-too-long') });
  expect((await Promise.all(all)).map((each) => each.ok)).toEqual([false, true, true]);
  expect(asked()).toBe(2);
});

test('keys that were kept for one session only are over, not refused, once Postkey was closed', async () => {
  const { renewing } = setting({}, async () => ({ ok: true, value: grant(null) }));
  const forgotten = { ...account, kept: { store: 'none', kept: 'this-session' } } as AccountRecord;
  const empty = makeRenewing({
    ways: {} as never,
    vault: { open: async () => ({ ok: true, value: null }) } as unknown as TokenVault,
    clock: { now: () => 1000, after: () => () => undefined },
    planOf: () => ({ kind: 'openid' }) as never,
  });
  expect(await empty.fresh(forgotten, { signal })).toMatchObject({ ok: false, problem: { code: 'session-over' } });
  expect(await empty.fresh(account, { signal })).toMatchObject({ ok: false, problem: { code: 'sign-in-ended' } });
  expect((await renewing.fresh(account, { signal })).ok).toBe(true);
});

test('the password beside a sign-in outlives every renewal, also one typed meanwhile', async () => {
  const { renewing, kept } = setting({ password: new Secret('mail') }, async () => ({ ok: true, value: grant(null) }));
  await renewing.renew(account, { signal });
  expect(kept().password?.open()).toBe('mail');
  expect(kept().accessToken.open()).toBe('new');
  const late = setting({ password: new Secret('mail') }, async () => {
    late.retype('typed anew');
    return { ok: true, value: grant(new Secret('r2')) };
  });
  await late.renewing.renew(account, { signal });
  expect(late.kept().password?.open()).toBe('typed anew');
});

test('an account with a password alone has nothing to renew', async () => {
  const { renewing, asked } = setting(
    { renewal: null, validUntil: Number.MAX_SAFE_INTEGER, password: new Secret('mail') },
    async () => ({ ok: true, value: grant(null) }),
  );
  const alone = { ...account, registration: { source: 'none', clientId: '', hasSecret: false } } as AccountRecord;
  const fresh = await renewing.fresh(alone, { signal });
  expect(fresh.ok && fresh.value.password?.open()).toBe('mail');
  expect(asked()).toBe(0);
});

test('keys that are forgotten while the provider is asked are kept nowhere', async () => {
  for (const kept of ['sealed', 'this-session'] as const) {
    const { renewing, order, forget } = setting({}, async () => {
      forget();
      return { ok: true, value: grant(new Secret('r2')) };
    });
    const renewed = await renewing.renew({ ...account, kept: { ...account.kept, kept } }, { signal });
    expect(renewed).toMatchObject({ ok: false, problem: { code: 'session-over' } });
    expect(order).toEqual([]);
  }
});

test('a hold waits for the renewal under way and lets no other begin', async () => {
  let answer: (grant: Outcome<Grant>) => void = () => undefined;
  const { renewing, asked, kept } = setting({}, () => new Promise((resolve) => (answer = resolve)));
  const underWay = renewing.renew(account, { signal });
  const held = renewing.hold('a', { signal });
  // The renewal asks only once it has opened the keys.
  await expect.poll(asked).toBe(1);
  answer({ ok: true, value: grant(new Secret('r2')) });
  const release = await held;
  expect((await underWay).ok).toBe(true);
  expect(kept().renewal?.open()).toBe('r2');
  expect(await renewing.renew(account, { signal })).toMatchObject({ ok: false });
  expect(asked()).toBe(1);
  release();
  const again = renewing.renew(account, { signal });
  await expect.poll(asked).toBe(2);
  answer({ ok: true, value: grant(null) });
  expect((await again).ok).toBe(true);
});

test('a hold waits no longer than its attempt', async () => {
  const { renewing } = setting({}, () => new Promise(() => undefined));
  void renewing.renew(account, { signal });
  const controller = new AbortController();
  const held = renewing.hold('a', controller);
  controller.abort();
  await held;
});
