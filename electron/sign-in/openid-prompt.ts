// Which `prompt` a provider is asked with that is held to OpenID Connect and nothing else. Pure.
import type { SignInPlan } from '../setup/outside-world.ts';

/**
 * Offline access needs `consent` (OIDC Core section 11). For another account, `login` is what every provider knows; the chooser
 * `select_account` only where the provider's own list names it, for some refuse a word they do not know. Empty: no prompt.
 */
export function openidPrompt(plan: SignInPlan, promptsSupported: unknown): string {
  const hasChooser = Array.isArray(promptsSupported) && promptsSupported.includes('select_account');
  const chooser = hasChooser ? 'select_account' : 'login';
  return [plan.scopes.includes('offline_access') ? 'consent' : '', plan.chooseAccount ? chooser : '']
    .filter((word) => word !== '')
    .join(' ');
}
