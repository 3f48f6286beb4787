// The page at Microsoft where an administrator agrees to an app for the whole organisation. Pure.
// Source: Microsoft identity platform, "Admin consent" (the v2.0 endpoint takes the scopes to agree to).

/** What of a set-up the page depends on; absent where there is no such page. */
export interface AdminConsent {
  readonly signIn: string;
  /** `https://login.microsoftonline.com` */
  readonly authority?: string | undefined;
  /** Names for "any tenant" become `organizations`. */
  readonly tenant?: string | undefined;
  readonly clientId: string;
  readonly scopes: readonly string[];
}

const anyTenant = new Set(['common', 'consumers', 'organizations', '']);

/** Colons and slashes may stand in a query (RFC 3986 section 3.4): a person reads this address before opening it. */
function readable(value: string): string {
  return encodeURIComponent(value).replace(/%3A/g, ':').replace(/%2F/g, '/');
}

/** It ends on `http://localhost`, which only the registration knows: a page that cannot be reached, with `admin_consent=True` in it. */
export function adminConsentLink({
  signIn,
  authority,
  tenant = '',
  clientId,
  scopes,
}: AdminConsent): string | undefined {
  if (signIn !== 'microsoft' || authority === undefined || !authority.startsWith('https://') || clientId === '') {
    return undefined;
  }
  // Those of the mail service alone; identity and renewal are agreed to with them.
  const ofMail = [...new Set(scopes)].filter((scope) => scope.includes('://'));
  const fields = [
    ['client_id', clientId],
    ['redirect_uri', 'http://localhost'],
    ['scope', ofMail.join(' ')],
  ].map(([name = '', value = '']) => `${name}=${readable(value)}`);
  const path = anyTenant.has(tenant.toLowerCase()) ? 'organizations' : encodeURIComponent(tenant);
  return `${authority.replace(/\/+$/u, '')}/${path}/v2.0/adminconsent?${fields.join('&')}`;
}
