// What ends a sign-in, by what the provider said, what is written and what was seen here; and how sure that is.
import { expect, test } from 'vitest';
import type { AccountRecord } from '../setup/memory.ts';
import { endingsOf, type Learnt } from './endings-of.ts';
import type { SignInSpan } from './organisation-rule.ts';
import { accountOf, day, google, hour, microsoft, start } from './watched.test-part.ts';

const nothing: Learnt = { facts: {}, spans: [] };
const told = (account: AccountRecord, learnt = nothing, now = start + hour): readonly unknown[] =>
  endingsOf(account, learnt, now).map(({ cause, sure, at }) =>
    at === undefined ? [cause, sure] : [cause, sure, (at - start) / day],
  );
const own = { source: 'own', clientId: 'c', hasSecret: false } as const;
const signIn = { at: start };

test('Microsoft: ninety days from the last renewal', () => {
  const account = accountOf({ provider: microsoft, signIn });
  expect(told(account)).toEqual([
    ['idle', 'likely', 90],
    ['password-change', 'likely'],
  ]);
  expect(told(account, { ...nothing, facts: { renewedAt: start + 5 * day } })[0]).toEqual(['idle', 'likely', 95]);
  expect(endingsOf(account, nothing, start)[0]?.values).toEqual({ provider: 'Microsoft', days: 90 });
});

test('what was learnt of an earlier sign-in does not count for the new one', () => {
  const again = accountOf({ provider: microsoft, signIn: { at: start + 3 * day } });
  const facts = { renewedAt: start, renewalEndsAt: start + 4 * day };
  expect(told(again, { ...nothing, facts })[0]).toEqual(['idle', 'likely', 93]);
});

test('an account from before sign-ins were noted has no date until it was renewed', () => {
  expect(told(accountOf({ provider: microsoft }))).toEqual([
    ['idle', 'likely'],
    ['password-change', 'likely'],
  ]);
});

test('Google says seven days: that is testing, and certain', () => {
  const account = accountOf({ provider: google, signIn: { at: start, renewalEndsAt: start + 7 * day } });
  expect(told(account)).toEqual([
    ['testing-seven-days', 'certain', 7],
    ['password-change', 'certain'],
  ]);
});

test('one’s own registration at Google is perhaps in testing, until a sign-in has lasted longer', () => {
  const account = accountOf({ provider: google, registration: own, signIn });
  expect(told(account)[0]).toEqual(['testing-seven-days', 'possible', 7]);
  expect(told(account, nothing, start + 8 * day)[0]).toEqual(['idle', 'likely', 180]);
  expect(told(accountOf({ provider: google, signIn }))[0]).toEqual(['idle', 'likely', 180]);
});

test('it was in testing the last time: it is likely still', () => {
  const span: SignInSpan = {
    from: start - 8 * day,
    goodUntil: start - day,
    until: start - day,
    cause: 'testing-seven-days',
  };
  const account = accountOf({ provider: google, registration: own, signIn });
  expect(told(account, { ...nothing, spans: [span] })[0]).toEqual(['testing-seven-days', 'likely', 7]);
});

test('a provider that says how long: likely at first, certain when renewals do not move it, idle when they do', () => {
  const account = accountOf({ signIn: { at: start, renewalEndsAt: start + 30 * day } });
  expect(told(account)[0]).toEqual(['provider-rule', 'likely', 30]);
  const stays = { renewedAt: start + 2 * day, renewalEndsAt: start + 30 * day };
  expect(told(account, { ...nothing, facts: stays })[0]).toEqual(['provider-rule', 'certain', 30]);
  const moves = { renewedAt: start + 2 * day, renewalEndsAt: start + 32 * day };
  expect(told(account, { ...nothing, facts: moves })[0]).toEqual(['idle', 'certain', 32]);
  expect(endingsOf(account, { ...nothing, facts: moves }, start)[0]?.values).toMatchObject({ days: 30 });
});

const limit = (from: number, days: number): SignInSpan => ({
  from,
  goodUntil: from + days * day - hour,
  until: from + days * day,
  cause: 'sign-in-time-limit',
});

test('the organisation’s rule as observed: once is possible, twice is likely', () => {
  const account = accountOf({ provider: microsoft, signIn, organisation: 'Harbour Schools' });
  const once = [limit(start - 14 * day, 14)];
  expect(told(account, { ...nothing, spans: once })[0]).toEqual(['organisation-rule', 'possible', 14]);
  const twice = [limit(start - 28 * day, 14), ...once];
  expect(told(account, { ...nothing, spans: twice })[0]).toEqual(['organisation-rule', 'likely', 14]);
  expect(endingsOf(account, { ...nothing, spans: twice }, start)[0]?.values).toMatchObject({
    days: 14,
    organisation: 'Harbour Schools',
  });
});

test('a rule that the sign-in has outlived is told no longer', () => {
  const account = accountOf({ provider: microsoft, signIn });
  const found = told(account, { ...nothing, spans: [limit(start - 14 * day, 14)] }, start + 15 * day);
  expect(found.flat()).not.toContain('organisation-rule');
});

test('the secret’s last day, to its end, also when the sign-in is over', () => {
  const registration = { ...own, hasSecret: true, secretEndsOn: '2027-05-31' };
  const account = accountOf({ registration, signIn });
  const [first] = endingsOf(account, { ...nothing, over: 'sign-in-ended' }, start);
  expect(first).toMatchObject({ cause: 'secret-end', sure: 'certain', values: { on: '2027-05-31' } });
  expect(first?.at).toBe(new Date(2027, 5, 1).getTime() - 1);
  expect(endingsOf(account, { ...nothing, over: 'sign-in-ended' }, start)).toHaveLength(1);
});

test('nothing renews it: it ends with the key, and that is all there is to say', () => {
  expect(told(accountOf({ signIn: { at: start, endsAt: start + day } }))).toEqual([['not-renewable', 'certain', 1]]);
});

test('kept for this session only, and by password alone', () => {
  const session = { store: 'none', kept: 'this-session' } as const;
  expect(told(accountOf({ signIn, kept: session }))).toContainEqual(['this-session', 'certain']);
  const none = { source: 'none', clientId: '', hasSecret: false } as const;
  expect(told(accountOf({ registration: none }))).toEqual([['password-change', 'certain']]);
  const app = { kind: 'app', first: [] } as const;
  const byApp = accountOf({
    registration: none,
    provider: { ...accountOf().provider, password: { ...app, first: [] } },
  });
  expect(told(byApp)).toEqual([['password-change', 'likely']]);
});

test('the soonest first, those without a date last', () => {
  const registration = { ...own, hasSecret: true, secretEndsOn: '2026-12-01' };
  const account = accountOf({ provider: microsoft, registration, signIn });
  const causes = endingsOf(account, { ...nothing, spans: [limit(start - 14 * day, 14)] }, start).map(
    ({ cause }) => cause,
  );
  expect(causes).toEqual(['secret-end', 'organisation-rule', 'idle', 'password-change']);
});
