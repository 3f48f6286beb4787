// One sign-in at its page: shows what is asked, takes the form, and tells oidc-provider the outcome. A password is read with the
// form and dropped with it.

import type { PracticeFailure } from '../../shared/practice-failures.ts';
import { mailScopes } from './mail-scopes.ts';
import { consentPage } from './pages/consent-page.ts';
import { closeTabPage, lastPage, messagePage } from './pages/last-page.ts';
import type { Page } from './pages/page-frame.ts';
import { type SignInPageFacts, signInPage } from './pages/sign-in-page.ts';
import { findPerson, mainPerson, otherPerson } from './practice-people.ts';
import { readForm } from './read-form.ts';
import { type PageContext, type SignInDesk, showPage } from './show-page.ts';

type Asked = Awaited<ReturnType<ReturnType<SignInDesk['provider']>['interactionDetails']>>;
type Outcome = Parameters<ReturnType<SignInDesk['provider']>['interactionResult']>[2];

const refusedByPerson: Outcome = { error: 'access_denied', error_description: 'The person said no' };

export async function showSignIn(ctx: PageContext, desk: SignInDesk): Promise<void> {
  const asked = await findAsked(ctx, desk);
  if (asked) showAsked(ctx, desk, asked, { address: stringOf(asked.params['login_hint']), wrong: null });
}

export async function answerSignIn(ctx: PageContext, desk: SignInDesk): Promise<void> {
  const asked = await findAsked(ctx, desk);
  if (!asked) return;
  const playing = desk.stage.playing();
  if (playing === 'closed-tab' || desk.stage.now().page !== undefined)
    return showAsked(ctx, desk, asked, { address: '', wrong: null });
  const form = await readForm(ctx.req);
  if (!form) {
    ctx.status = 413;
    ctx.set('connection', 'close');
    return;
  }
  if (form.get('act') === 'cancel') return finish(ctx, desk, refusedByPerson, false);
  if (asked.prompt.name === 'login') return answerWho(ctx, desk, asked, form, playing);
  if (playing === 'refused') return finish(ctx, desk, refusedByPerson, false);
  const grantId = await grant(desk, asked, playing === 'scope-unticked' ? form.getAll('scope') : null);
  return finish(ctx, desk, { consent: { grantId } }, true);
}

async function answerWho(
  ctx: PageContext,
  desk: SignInDesk,
  asked: Asked,
  form: URLSearchParams,
  playing: PracticeFailure | null,
): Promise<void> {
  const address = form.get('address') ?? '';
  const person = playing === 'wrong-person' ? otherPerson : findPerson(address);
  if (!person) return showAsked(ctx, desk, asked, { address, wrong: 'address' });
  if (!form.get('password')) return showAsked(ctx, desk, asked, { address: person.address, wrong: 'password' });
  const { leadsBack } = desk.stage.now();
  if (leadsBack) {
    return finish(ctx, desk, { error: leadsBack.error, error_description: leadsBack.description }, false);
  }
  return finish(ctx, desk, { login: { accountId: person.address, remember: false } }, true);
}

/** Null: the page has nothing to ask (any more), and says so. */
async function findAsked(ctx: PageContext, desk: SignInDesk): Promise<Asked | null> {
  try {
    return await desk.provider().interactionDetails(ctx.req, ctx.res);
  } catch {
    showPage(ctx, desk.say, lastPage(desk.say, 'tooOld'));
    ctx.status = 400;
    return null;
  }
}

type Typed = Pick<SignInPageFacts, 'address' | 'wrong'>;

function showAsked(ctx: PageContext, desk: SignInDesk, asked: Asked, typed: Typed): void {
  showPage(ctx, desk.say, pageFor(ctx.path, desk, asked, typed));
}

function pageFor(action: string, { say, stage }: SignInDesk, asked: Asked, typed: Typed): Page {
  const playing = stage.playing();
  if (playing === 'closed-tab') return closeTabPage(say);
  const { page } = stage.now();
  if (page !== undefined) return messagePage(say, page);
  const returnAddress = stringOf(asked.params['redirect_uri']);
  const facts = { action, playing, ...(returnAddress !== '' && { formLeadsTo: policySource(returnAddress) }) };
  if (asked.prompt.name === 'login') {
    const other = playing === 'wrong-person';
    const address = other ? otherPerson.address : typed.address;
    return signInPage(say, { ...facts, address, addressFixed: other, wrong: typed.wrong });
  }
  const person = findPerson(stringOf(asked.session?.accountId)) ?? mainPerson;
  return consentPage(say, { ...facts, person, scopes: scopesOf(asked) });
}

/** `ticked` null: everything that is asked for. */
async function grant(desk: SignInDesk, asked: Asked, ticked: readonly string[] | null): Promise<string> {
  const { Grant } = desk.provider();
  const made = new Grant({
    accountId: stringOf(asked.session?.accountId),
    clientId: stringOf(asked.params['client_id']),
  });
  const mail: readonly string[] = Object.values(mailScopes);
  for (const scope of scopesOf(asked)) {
    if (ticked && mail.includes(scope) && !ticked.includes(scope)) made.rejectOIDCScope(scope);
    else made.addOIDCScope(scope);
  }
  return made.save();
}

async function finish(ctx: PageContext, desk: SignInDesk, outcome: Outcome, merge: boolean): Promise<void> {
  const next = await desk.provider().interactionResult(ctx.req, ctx.res, outcome, { mergeWithLastSubmission: merge });
  ctx.redirect(next);
  ctx.status = 303;
}

function scopesOf(asked: Asked): readonly string[] {
  return stringOf(asked.params['scope'])
    .split(' ')
    .filter((scope) => scope !== '');
}

function stringOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A source of a content policy; it has no form for IPv6 addresses, so those open the scheme. */
function policySource(returnAddress: string): string {
  const { origin, hostname } = new URL(returnAddress);
  return hostname.startsWith('[') ? 'http:' : origin;
}
