import { expect, test } from 'vitest';
import { makeStore } from './practice-store.ts';

test('stays bounded: the oldest make room', async () => {
  const store = makeStore(() => undefined);
  const shelf = store.adapter('RefreshToken');
  for (let at = 0; at < 1000; at += 1) await shelf.upsert(`id-${at}`, { jti: `id-${at}` }, 3600);
  expect(store.kept().RefreshToken).toHaveLength(300);
  expect(await shelf.find('id-0')).toBeUndefined();
  expect(await shelf.find('id-999')).toEqual({ jti: 'id-999' });
});

test('what has run out is not found and not kept', async () => {
  const store = makeStore(() => undefined);
  await store.adapter('AccessToken').upsert('old', { jti: 'old' }, -1);
  expect(await store.adapter('AccessToken').find('old')).toBeUndefined();
  expect(store.kept().AccessToken).toEqual([]);
});

test('takes back all that rests on one permission, and tells', async () => {
  let told = 0;
  const store = makeStore(() => (told += 1));
  await store.adapter('AccessToken').upsert('a', { grantId: 'one' }, 3600);
  await store.adapter('AccessToken').upsert('b', { grantId: 'two' }, 3600);
  await store.adapter('Session').upsert('s', { uid: 'u' }, 3600);
  expect(told).toBe(2);
  await store.adapter('AccessToken').revokeByGrantId('one');
  expect(store.kept().AccessToken.map(({ id }) => id)).toEqual(['b']);
  expect(await store.adapter('Session').findByUid('u')).toEqual({ uid: 'u' });
});

test('keeps only what a later run can use', async () => {
  const store = makeStore(() => undefined);
  for (const kind of ['Session', 'Interaction', 'AuthorizationCode', 'DeviceCode', 'RefreshToken'])
    await store.adapter(kind).upsert(kind, { jti: kind }, 3600);
  await store.adapter('RefreshToken').consume('RefreshToken');
  const later = makeStore(() => undefined);
  later.restore(structuredClone(store.kept()));
  expect(
    Object.values(later.kept())
      .flat()
      .map(({ id }) => id),
  ).toEqual(['RefreshToken']);
  expect(await later.adapter('RefreshToken').find('RefreshToken')).toMatchObject({ consumed: expect.any(Number) });
});
