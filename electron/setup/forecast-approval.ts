// Whether somebody in the organisation will have to approve the app, told before anybody is asked. Pure; a forecast, never a verdict.
import type { ForecastView, ProviderView } from '../../shared/look-up.ts';

/**
 * Microsoft's managed consent policy, the default of new organisations, lets people agree to sending but not to IMAP and POP
 * ("Manage app consent policies"); for a personal mailbox nobody but the person decides. Google Workspace lets everyone in
 * until an administrator restricts apps. Elsewhere nothing is known beforehand.
 */
export function forecastApproval(
  found: ProviderView,
  way: 'browser' | 'device' | 'password' | undefined,
): ForecastView {
  const { is } = found;
  if (found.approved) return { approval: 'given', reason: 'preset-approved' };
  if (is.signIn === 'password' || way === 'password') return { approval: 'not-needed', reason: 'no-sign-in-page' };
  if (found.source === 'practice') return { approval: 'not-known', reason: 'not-known' };
  if (is.kind === 'personal') return { approval: 'not-needed', reason: 'personal-mailbox' };
  if (is.signIn === 'microsoft') {
    return { approval: is.kind === 'work' ? 'likely' : 'perhaps', reason: 'microsoft-default-rule' };
  }
  if (is.signIn === 'google') return { approval: 'perhaps', reason: 'google-may-restrict' };
  return { approval: 'not-known', reason: 'not-known' };
}
