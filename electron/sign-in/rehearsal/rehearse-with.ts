// The rehearsal all three adapters share: a token request with a code nobody ever gave out, and at the same time a look at the
// sign-in page with nobody signed in. Neither can grant anything, and neither changes anything.
import { randomBytes } from 'node:crypto';
import type { RehearsalCheck } from '../../../shared/setup-state.ts';
import type { GetOnce } from '../../setup/get-once.ts';
import type { Attempt, Outcome, Rehearsal, SignInPlan } from '../../setup/outside-world.ts';
import { type Details, detailLines } from '../detail-lines.ts';
import { explainSignInError } from '../explain/explain-sign-in-error.ts';
import { troubleContext } from '../settle.ts';
import type { Wire } from '../wire/wire.ts';
import { judgeCode } from './judge-code.ts';
import { judgeLook } from './judge-look.ts';
import { lookAtPage, type PageToLookAt } from './look-at-page.ts';

export interface MadeUpRequest {
  readonly grant_type: 'authorization_code';
  readonly code: string;
  readonly redirect_uri: string;
  readonly code_verifier: string;
}

export function madeUpRequest(redirectUri: string): MadeUpRequest {
  return {
    grant_type: 'authorization_code',
    code: 'postkey-rehearsal-no-such-code',
    redirect_uri: redirectUri,
    code_verifier: randomBytes(32).toString('base64url'),
  };
}

export interface RehearsalParts {
  readonly plan: SignInPlan;
  readonly wire: Wire;
  readonly getOnce: GetOnce;
  readonly page: PageToLookAt;
  readonly details: Details;
  readonly attempt: Attempt;
  /** Whether a code that is refused for itself alone also tells about the secret. */
  readonly tellsOfSecret: boolean;
}

/** Sends the made-up code by `send`, whose own failure is of no interest: the wire saw the answer. */
export async function rehearseWith(parts: RehearsalParts, send: () => Promise<unknown>): Promise<Outcome<Rehearsal>> {
  const { plan, wire, getOnce, page, attempt } = parts;
  const context = troubleContext(plan, 'rehearsal');
  const [looked] = await Promise.all([lookAtPage(getOnce, plan, page, attempt), send().catch(() => undefined)]);
  const look = judgeLook(looked, plan.provider, { ...context, sentSecret: false });
  // The page names what is wrong most exactly; a client it does not know is no client to ask a secret of.
  if (look.problem) return { ok: false, problem: look.problem };
  const trouble = wire.trouble();
  const verdict = judgeCode(trouble, context, look.checked.includes('client'));
  if (typeof verdict === 'object' && trouble) {
    return { ok: false, problem: { ...explainSignInError(trouble, context), code: verdict.code } };
  }
  const byCode: readonly RehearsalCheck[] =
    verdict === 'known' ? ['client', ...(parts.tellsOfSecret ? ['secret' as const] : [])] : [];
  const checked = [...new Set([...look.checked, ...byCode])];
  const details = { ...parts.details, clientId: plan.clientId, authorizationEndpoint: page.authorizationEndpoint };
  return {
    ok: true,
    value: { asked: checked.includes('client'), checked, details: detailLines(details, wire.last()) },
  };
}
