// A real sign-in adapter against a provider that misbehaves: starts the provider, goes as far as the fault wants, counts the time of
// the adapter alone, and makes sure that nothing that was sent to the provider is said, and that no connection is left open.

import type { KeyAndCertificate } from '../electron/mail-check/trial-certificates.test-part.ts';
import type {
  Attempt,
  BegunDeviceSignIn,
  Grant,
  Outcome,
  RedirectAnswer,
  Revoked,
  SignInAdapter,
  SignInPlan,
} from '../electron/setup/outside-world.ts';
import { Secret } from '../electron/setup/secret.ts';
import { httpsFetch } from '../electron/sign-in/https-fetch.test-part.ts';
import { planFor, redirectUri, valueIn } from '../electron/sign-in/test-plan.test-part.ts';
import { waysOver } from '../electron/sign-in/ways-over.test-part.ts';
import type { MailProvider, SignInKind } from '../shared/mail-provider.ts';
import type { Problem } from '../shared/problem.ts';
import { causesOf, type Ended, type Fault, type FaultGroup, secretsUsed } from './fault.ts';
import { untilTrue } from './mail-trial.ts';
import { allScopes, openService, type Place, type PlayedService, type Reply } from './played-service.ts';

/** For one request, so that a silence ends soon; long enough for a busy computer. */
export const requestMs = 2_500;
/** The wire's own for one request, as in the app. */
export const usualMs = 12_000;

/** Which of the adapter's calls meets the fault; those before it go well. */
export type Step = 'begin' | 'code' | 'renewal' | 'device' | 'wait' | 'revoke' | 'rehearsal';

export interface SignInMeeting {
  readonly step: Step;
  readonly kind?: SignInKind;
  readonly replies?: Partial<Readonly<Record<Place, Reply>>>;
  /** What the browser brings back; a code with the right state unless given. */
  readonly answer?: (state: string, service: PlayedService) => RedirectAnswer;
  readonly plan?: Partial<SignInPlan>;
  readonly provider?: Partial<MailProvider>;
  readonly withSecret?: boolean;
  readonly renewal?: Secret;
  /** One request may take so long; twelve seconds, as in the app, unless given. */
  readonly requestMs?: number;
  /** The whole try ends after so long. */
  readonly attemptMs?: number;
  readonly clockOffMs?: number;
  readonly now?: () => number;
  readonly shows?: () => Promise<KeyAndCertificate>;
  /** Another address than that of the played provider. */
  readonly origin?: string;
  /** Redeems twice; the second counts. */
  readonly twice?: boolean;
  /** What the set-up itself has against a grant. */
  readonly judge?: (grant: Grant) => Problem | null;
}

function planOf(meeting: SignInMeeting, origin: string): SignInPlan {
  const { kind = 'openid', plan = {}, provider = {}, withSecret } = meeting;
  const endpoints = {
    issuer: origin,
    authorization: `${origin}/oauth2/v2.0/authorize`,
    token: `${origin}/oauth2/v2.0/token`,
    revocation: `${origin}/revoke`,
    keys: `${origin}/keys`,
  };
  const where = {
    openid: { issuer: origin },
    microsoft: { authority: origin, tenant: 'common', shortName: 'Microsoft' },
    google: { endpoints, shortName: 'Google' },
  }[kind];
  const secret = withSecret ? { clientSecret: new Secret(secretsUsed.clientSecret) } : {};
  return planFor({ ...where, ...provider, signIn: kind }, { scopes: allScopes, ...secret, ...plan });
}

const kept = (): Secret => new Secret(JSON.stringify({ refreshToken: secretsUsed.refreshToken }));

interface Road {
  readonly way: SignInAdapter;
  readonly plan: SignInPlan;
  readonly service: PlayedService;
  readonly meeting: SignInMeeting;
}

async function signIn({ way, plan, service, meeting }: Road, attempt: Attempt) {
  const begun = valueIn(await way.begin(plan, redirectUri, attempt));
  service.nonce = new URL(begun.url).searchParams.get('nonce') ?? '';
  const { state } = begun;
  const answer = meeting.answer?.(state, service) ?? { state, code: secretsUsed.code };
  return { begun, answer };
}

/** Goes well as far as the step, then answers the call that meets the fault. */
async function upTo(road: Road, attempt: Attempt): Promise<(attempt: Attempt) => Promise<Outcome<unknown>>> {
  const { way, plan, service, meeting } = road;
  const misbehave = (): void => void Object.assign(service.replies, meeting.replies);
  switch (meeting.step) {
    case 'begin':
      misbehave();
      return (own) => way.begin(plan, redirectUri, own);
    case 'device':
      misbehave();
      return (own) => way.beginDevice(plan, own);
    case 'rehearsal':
      misbehave();
      return (own) => way.rehearse(plan, own);
    case 'code': {
      const { begun, answer } = await signIn(road, attempt);
      if (meeting.twice) await begun.redeem(answer, attempt);
      misbehave();
      return (own) => begun.redeem(answer, own);
    }
    case 'wait': {
      misbehave();
      const begun = valueIn(await way.beginDevice(plan, attempt));
      return (own) => begun.grant(own);
    }
    case 'renewal': {
      let renewal = meeting.renewal ?? kept();
      if (plan.kind === 'microsoft' && !meeting.renewal) {
        const { begun, answer } = await signIn(road, attempt);
        renewal = valueIn(await begun.redeem(answer, attempt)).renewal ?? renewal;
      }
      misbehave();
      return (own) => way.renew(plan, renewal, own);
    }
    case 'revoke': {
      misbehave();
      const left = { renewal: kept(), accessToken: new Secret(secretsUsed.accessToken) };
      return (own) => (way.revoke ? way.revoke(plan, left, own) : Promise.reject(new Error('no revoking')));
    }
  }
}

function endOf({ step, judge }: SignInMeeting, outcome: Outcome<unknown>): Omit<Ended, 'said'> {
  if (!outcome.ok) return { causes: causesOf(outcome) };
  if (step === 'revoke') return { causes: [], verdict: (outcome.value as Revoked).kind };
  if (step === 'device' && (outcome.value as BegunDeviceSignIn).completePage === undefined) {
    return { causes: [], verdict: 'goes on with the plain page' };
  }
  if (step === 'begin' || step === 'device' || step === 'rehearsal') return { causes: [], verdict: 'goes on' };
  const objection = judge?.(outcome.value as Grant);
  if (objection) return { causes: [objection.code] };
  const { validUntil } = outcome.value as Grant;
  return { causes: [], verdict: Number.isFinite(validUntil) ? 'signed in' : 'a token without a time' };
}

function checkSaid(said: string, service: PlayedService): void {
  for (const secret of service.heard) {
    if (secret.length > 8 && said.includes(secret)) throw new Error('says what was sent to the provider');
  }
}

export async function meetProvider(meeting: SignInMeeting, signal: AbortSignal): Promise<Ended> {
  const { kind = 'openid', clockOffMs = 0, now = Date.now } = meeting;
  const shows = await meeting.shows?.();
  const service = await openService({ clockOffMs, pemKeys: kind === 'google', ...(shows ? { shows } : {}) });
  try {
    const parts = meeting.requestMs === undefined ? {} : { requestDeadlineMs: meeting.requestMs };
    const way = waysOver(httpsFetch(service.ca), now, parts)[kind];
    const plan = planOf(meeting, meeting.origin ?? service.origin);
    const call = await upTo({ way, plan, service, meeting }, { signal });
    const own = new AbortController();
    const stop = (): void => own.abort();
    signal.addEventListener('abort', stop);
    const timer = meeting.attemptMs === undefined ? undefined : setTimeout(stop, meeting.attemptMs);
    const begun = performance.now();
    const outcome = await call({ signal: own.signal });
    const tookMs = Math.round(performance.now() - begun);
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
    const said = JSON.stringify(outcome);
    checkSaid(said, service);
    await untilTrue(() => service.open() === 0, 'a connection was left open');
    return { ...endOf(meeting, outcome), said, tookMs };
  } finally {
    await service.stop();
  }
}

type Met = Pick<Fault, 'causes' | 'actor'> & { readonly verdict?: string } & SignInMeeting;

/** A fault that a sign-in meets. Its deadline is the adapter's own unless the meeting has a shorter one. */
export const signInFault = (group: FaultGroup, id: string, injected: string, met: Met): Fault => {
  const { causes, actor, verdict, ...meeting } = met;
  return {
    id: `${group}-${id}`,
    group,
    injected,
    deadlineMs: meeting.attemptMs ?? meeting.requestMs ?? usualMs,
    causes,
    actor,
    ...(verdict === undefined ? {} : { verdict }),
    run: (signal) => meetProvider(meeting, signal),
  };
};
