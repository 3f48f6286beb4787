// Microsoft's ways with scopes, evened out. Pure.
import type { OtherSpelling } from '../scopes-as-asked.ts';

/** What msal-node adds by itself; asked for twice it would be sent twice. */
const addedByMsal = new Set(['openid', 'profile', 'offline_access']);

export function scopesForMsal(scopes: readonly string[]): string[] {
  return scopes.filter((scope) => !addedByMsal.has(scope));
}

/** Identity and renewal are left out of the list of what was granted; the tokens themselves prove them. */
export function unlistedScopes(asked: readonly string[]): readonly string[] {
  return asked.filter((scope) => addedByMsal.has(scope) || scope === 'email');
}

/** Two names of one service. Source: public auto-configuration data that asks by either. */
const mailService = /^https:\/\/outlook\.office(?:365)?\.com\//iu;

/** The same right under the service's other name. Never another service's: its tokens would not open the mailbox. */
export const otherMicrosoftSpelling: OtherSpelling = (granted, asked) => {
  if (!mailService.test(granted)) return null;
  const right = granted.replace(mailService, '').toLowerCase();
  return asked.find((each) => mailService.test(each) && each.replace(mailService, '').toLowerCase() === right) ?? null;
};
