// An organisation's rule about apps, as Microsoft keeps it: people may agree to who they are but not to mail, until an administrator
// has agreed for everybody; a refresh token may then ask for more than it was given for.
import type Provider from 'oidc-provider';
import { type Middleware, type PageContext, readForm } from './provider-desk.ts';
import { type ProviderFacts, sam } from './provider-kinds.ts';
import { adminConsentPage, lastPage } from './provider-pages.ts';
import { repeatBody } from './repeat-body.ts';

export interface TenantRule {
  /** What people may agree to by themselves. */
  peopleMayAllow: 'all' | 'all-but-mail' | 'nothing';
  administratorAgreed: boolean;
}

export const openTenant: TenantRule = { peopleMayAllow: 'all', administratorAgreed: false };
export const administrator = sam;
export const adminConsentPath = '/v2.0/adminconsent';

export function needsAdministrator(rule: TenantRule, scopes: readonly string[], facts: ProviderFacts): boolean {
  if (rule.administratorAgreed || rule.peopleMayAllow === 'all') return false;
  const mail = Object.values(facts.mailScopes);
  return rule.peopleMayAllow === 'nothing' || scopes.some((scope) => mail.includes(scope));
}

function show(ctx: PageContext, html: string): void {
  ctx.type = 'html';
  ctx.body = html;
}

/** The administrator's page. It leads back to an address where nobody listens, as it does in life. */
async function receiveAdministrator(ctx: PageContext, rule: TenantRule, facts: ProviderFacts): Promise<void> {
  const { client_id: clientId, redirect_uri: back, scope } = ctx.query;
  if (clientId !== facts.clientId || typeof back !== 'string' || typeof scope !== 'string') {
    return show(ctx, lastPage(facts.name, 'This cannot go on', 'AADSTS900144'));
  }
  const scopes = scope.split(' ');
  if (ctx.method !== 'POST') return show(ctx, adminConsentPage(facts.name, { scopes, wrong: false }));
  const form = await readForm(ctx.req);
  if (form.get('address') !== administrator.address) {
    return show(ctx, adminConsentPage(facts.name, { scopes, wrong: true }));
  }
  const mail = Object.values(facts.mailScopes);
  rule.administratorAgreed = scopes.some((each) => mail.includes(each));
  ctx.redirect(`${back}?admin_consent=True&tenant=harbour.example`);
  ctx.status = 303;
}

/** Adds what the administrator agreed to to what the refresh token was given for; oidc-provider alone keeps to RFC 6749 section 6. */
async function widen(
  provider: Provider,
  token: InstanceType<Provider['RefreshToken']>,
  scopes: readonly string[],
): Promise<void> {
  const grant = await provider.Grant.find(token.grantId ?? '');
  for (const scope of scopes) grant?.addOIDCScope(scope);
  await grant?.save();
  token.scope = [token.scope, ...scopes].join(' ');
  await token.save();
}

export function keepTenantRule(provider: Provider, rule: TenantRule, facts: ProviderFacts): Middleware {
  return async (ctx, next) => {
    if (ctx.path.endsWith(adminConsentPath)) return receiveAdministrator(ctx, rule, facts);
    if (ctx.path !== facts.paths.token) return next();
    const form = await readForm(ctx.req);
    const token =
      form.get('grant_type') === 'refresh_token'
        ? await provider.RefreshToken.find(form.get('refresh_token') ?? '')
        : undefined;
    const asked = (form.get('scope') ?? '').split(' ').filter((scope) => scope !== '');
    const more = token ? asked.filter((scope) => !token.scopes.has(scope)) : [];
    if (token && more.length > 0) {
      if (needsAdministrator(rule, more, facts)) {
        ctx.status = 400;
        ctx.body = {
          error: 'invalid_grant',
          error_description: 'AADSTS65001: The user or administrator has not consented to use the application.',
          error_codes: [65001],
          suberror: 'consent_required',
        };
        return;
      }
      await widen(provider, token, more);
    }
    repeatBody(ctx, form);
    await next();
  };
}
