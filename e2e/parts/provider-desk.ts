// Where the person is received at a test provider: shows the pages, takes the forms, and tells oidc-provider the outcome.
import type { IncomingMessage } from 'node:http';
import type Provider from 'oidc-provider';
import type { Configuration, KoaContextWithOIDC } from 'oidc-provider';
import { type ProviderFacts, people } from './provider-kinds.ts';
import { approvalNeededPage, consentPage, devicePage, lastPage, pageNames, signInPage } from './provider-pages.ts';

export type Middleware = Parameters<Provider['use']>[0];
export type PageContext = Parameters<Middleware>[0];
type Asked = Awaited<ReturnType<Provider['interactionDetails']>>;

export const interactionPath = '/interaction/';
export const devicePath = '/device';

/** Reads a posted form whole; for requests of this computer's tests only. */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}

function show(ctx: PageContext, html: string): void {
  ctx.type = 'html';
  ctx.body = html;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The pages oidc-provider itself asks for. */
export function devicePages(facts: ProviderFacts): NonNullable<NonNullable<Configuration['features']>['deviceFlow']> {
  return {
    enabled: true,
    userCodeInputSource(ctx: KoaContextWithOIDC, _form, _out, error) {
      const xsrf = textOf(ctx.oidc.session?.state?.['secret']);
      show(ctx, devicePage(facts.name, { xsrf, code: textOf(ctx.state['code']), wrong: error !== undefined }));
    },
    successSource: (ctx: KoaContextWithOIDC) => show(ctx, lastPage(facts.name, pageNames.deviceDone)),
  };
}

export const showError: NonNullable<Configuration['renderError']> = (ctx, out) =>
  show(ctx, lastPage('Test provider', 'This cannot go on', `${out.error}: ${out.error_description ?? ''}`));

/** Instead of sending the browser back to the app. */
export function showAnswer(ctx: PageContext, facts: ProviderFacts): void {
  const address = ctx.response.get('location');
  if (!/^http:\/\/(?:127\.0\.0\.1|localhost)[:/]/u.test(address)) return;
  ctx.remove('location');
  ctx.status = 200;
  show(ctx, lastPage(facts.name, pageNames.answer, address));
}

/** Each sign-in asks for person and consent anew, whoever signed in before in this browser. Cookies know no ports. */
export function beginAfresh(ctx: PageContext): void {
  delete ctx.req.headers.cookie;
  const { user_code: code, ...query } = ctx.query;
  if (ctx.path === devicePath) {
    ctx.state['code'] = code;
    ctx.query = query;
  } else {
    ctx.query = { ...ctx.query, prompt: 'login consent' };
  }
}

/** Answers everything below `interactionPath`. `mayAllow`: whether the person alone may agree to these scopes. */
export async function receivePerson(
  ctx: PageContext,
  provider: Provider,
  facts: ProviderFacts,
  mayAllow: (scopes: readonly string[]) => boolean,
): Promise<void> {
  const asked = await provider.interactionDetails(ctx.req, ctx.res);
  const isLogin = asked.prompt.name === 'login';
  if (ctx.method !== 'POST') {
    const hint = textOf(asked.params['login_hint']);
    if (!isLogin && !mayAllow(scopesOf(asked))) return show(ctx, approvalNeededPage(facts.name));
    return show(ctx, isLogin ? signInPage(facts.name, { address: hint, wrong: false }) : askConsent(asked, facts));
  }
  const form = await readForm(ctx.req);
  const finish = async (result: Parameters<Provider['interactionResult']>[2], merge: boolean): Promise<void> => {
    ctx.redirect(await provider.interactionResult(ctx.req, ctx.res, result, { mergeWithLastSubmission: merge }));
    ctx.status = 303;
  };
  if (form.get('act') === 'cancel') {
    return finish({ error: 'access_denied', error_description: 'The person said no' }, false);
  }
  if (form.get('act') === 'back') {
    const words = 'AADSTS90094: An administrator has set a policy that prevents you from granting these permissions.';
    return finish({ error: 'access_denied', error_description: words }, false);
  }
  if (isLogin) {
    const address = form.get('address') ?? '';
    const person = people.find((each) => each.address === address.trim().toLowerCase());
    if (!person) return show(ctx, signInPage(facts.name, { address, wrong: true }));
    return finish({ login: { accountId: person.address, remember: false } }, true);
  }
  return finish({ consent: { grantId: await makeGrant(provider, asked, form.getAll('scope'), facts) } }, true);
}

const scopesOf = (asked: Asked): readonly string[] => textOf(asked.params['scope']).split(' ').filter(Boolean);
const isMailScope = (scope: string, facts: ProviderFacts): boolean => Object.values(facts.mailScopes).includes(scope);

function askConsent(asked: Asked, facts: ProviderFacts): string {
  const choices = scopesOf(asked).filter((scope) => isMailScope(scope, facts));
  return consentPage(facts.name, { address: textOf(asked.session?.accountId), choices });
}

async function makeGrant(
  provider: Provider,
  asked: Asked,
  ticked: readonly string[],
  facts: ProviderFacts,
): Promise<string> {
  const grant = new provider.Grant({
    accountId: textOf(asked.session?.accountId),
    clientId: textOf(asked.params['client_id']),
  });
  for (const scope of scopesOf(asked)) {
    if (isMailScope(scope, facts) && !ticked.includes(scope)) grant.rejectOIDCScope(scope);
    else grant.addOIDCScope(scope);
  }
  return grant.save();
}
