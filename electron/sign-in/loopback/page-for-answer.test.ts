import { expect, test } from 'vitest';
import { pageForAnswer } from './page-for-answer.ts';

test.each([
  [{ code: 'C' }, 'arrived'],
  [{ error: 'access_denied' }, 'declined'],
  [{ error: 'access_denied', error_subcode: 'cancel', error_description: 'AADSTS65004: User declined' }, 'declined'],
  [{ error: 'access_denied', error_description: 'AADSTS90094: The grant requires admin permission.' }, 'approval'],
  [{ error: 'admin_policy_enforced' }, 'approval'],
  [{ error: 'access_denied', error_subtype: 'admin_policy_enforced' }, 'approval'],
  [{ error: 'server_error', error_description: 'AADSTS90094' }, 'fault'],
  [{ error: 'temporarily_unavailable' }, 'fault'],
  [{ error: 'invalid_scope' }, 'other'],
  [{ error: 'toString' }, 'other'],
  [{ code: 'C', error: 'access_denied' }, 'declined'],
])('%o shows "%s"', (answer, kind) => {
  expect(pageForAnswer(answer)).toBe(kind);
});
