import { expect, test } from 'vitest';
import { readCode } from '../../../shared/read-code.ts';
import { browserPageKinds } from './browser-page-kinds.ts';
import { pageForAnswer } from './page-for-answer.ts';

test('a code has arrived', () => {
  expect(pageForAnswer({ code: 'C' })).toEqual({ kind: 'arrived' });
});

test.each([
  [{ error: 'access_denied' }, 'declined', '6-NO'],
  [{ error: 'access_denied', error_subcode: 'cancel', error_description: 'AADSTS65004: No' }, 'declined', '6-NO'],
  [{ error: 'access_denied', error_description: 'AADSTS90094: Needs admin permission.' }, 'approval', '6-APPROVE'],
  [{ error: 'server_error' }, 'fault', '6-OUTAGE'],
  [{ error: 'temporarily_unavailable' }, 'fault', '6-BUSY'],
  [{ error: 'admin_policy_enforced' }, 'approval', '6-APPROVE'],
  [{ error: 'invalid_scope' }, 'other', '6-SCOPE'],
  [{ error: 'never_heard_of' }, 'other', '6-APP-SETUP'],
  [{ code: 'C', error: 'access_denied' }, 'declined', '6-NO'],
])('%o shows "%s" with the code %s', (answer, kind, stamp) => {
  expect(pageForAnswer(answer)).toEqual({ kind, stamp });
});

test('where a kind has one plain cause, its own code is that cause’s', () => {
  expect(browserPageKinds.declined.stamp).toBe(pageForAnswer({ error: 'access_denied' }).stamp);
  expect(browserPageKinds.fault.stamp).toBe(pageForAnswer({ error: 'server_error' }).stamp);
});

test('an agent can type what a tab shows', () => {
  const unread = Object.values(browserPageKinds).filter(({ stamp }) => readCode(stamp).kind !== 'found');
  expect(unread).toEqual([]);
});
