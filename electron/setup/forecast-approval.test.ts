import { expect, test } from 'vitest';
import type { ProviderView } from '../../shared/look-up.ts';
import { forecastApproval } from './forecast-approval.ts';
import { provider } from './small-world.test-part.ts';

const found = (is: Partial<ProviderView['is']>, more: Partial<ProviderView> = {}): ProviderView => ({
  is: { ...provider, ...is },
  source: 'mx',
  ...more,
});

test.each<[string, ProviderView, string, string]>([
  ['an approving preset', found({ signIn: 'microsoft', kind: 'work' }, { approved: true }), 'given', 'preset-approved'],
  ['Microsoft at work', found({ signIn: 'microsoft', kind: 'work' }), 'likely', 'microsoft-default-rule'],
  ['Microsoft, work or not', found({ signIn: 'microsoft' }), 'perhaps', 'microsoft-default-rule'],
  ['Outlook.com', found({ signIn: 'microsoft', kind: 'personal' }), 'not-needed', 'personal-mailbox'],
  ['Gmail', found({ signIn: 'google', kind: 'personal' }), 'not-needed', 'personal-mailbox'],
  ['Google Workspace', found({ signIn: 'google', kind: 'work' }), 'perhaps', 'google-may-restrict'],
  ['a password', found({ signIn: 'password' }), 'not-needed', 'no-sign-in-page'],
  ['somebody’s own sign-in service', found({}), 'not-known', 'not-known'],
  ['practice', found({ signIn: 'microsoft' }, { source: 'practice' }), 'not-known', 'not-known'],
])('%s', (_name, view, approval, reason) => {
  expect(forecastApproval(view, undefined)).toEqual({ approval, reason });
});

test('who goes by password asks nobody, whoever the provider is', () => {
  const view = found({ signIn: 'microsoft', kind: 'work' });
  expect(forecastApproval(view, 'password')).toEqual({ approval: 'not-needed', reason: 'no-sign-in-page' });
  expect(forecastApproval(view, 'browser').approval).toBe('likely');
});
