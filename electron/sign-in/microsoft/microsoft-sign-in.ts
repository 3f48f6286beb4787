// Signing in with Microsoft by msal-node: it builds the request and redeems the answer, Postkey listens and checks.
import type { Attempt, BegunSignIn, SignInAdapter, SignInPlan } from '../../setup/outside-world.ts';
import type { Secret } from '../../setup/secret.ts';
import { detailLines } from '../detail-lines.ts';
import { TroubleFound } from '../explain/sign-in-trouble.ts';
import { type FreshTry, freshTry } from '../fresh-try.ts';
import { openidPrompt } from '../openid-prompt.ts';
import { once, readCode } from '../read-code.ts';
import { settle } from '../settle.ts';
import type { SignInParts } from '../sign-in-parts.ts';
import { makeWire } from '../wire/wire.ts';
import { beginMicrosoftDevice } from './microsoft-device.ts';
import { microsoftGrant, renewedMicrosoftGrant } from './microsoft-grant.ts';
import { rehearseMicrosoft } from './microsoft-rehearsal.ts';
import { scopesForMsal } from './microsoft-scopes.ts';
import { askedMicrosoft, findMicrosoftService, type MicrosoftService } from './microsoft-service.ts';
import { makeMsalClient, readMsalRenewal } from './msal-client.ts';
import { readMsalError } from './read-msal-error.ts';

/**
 * Microsoft's clouds want no `prompt=consent` (it would ask an organisation's people again and again) and no `login_hint` beside
 * `select_account`.
 */
function promptFor(plan: SignInPlan, service: MicrosoftService): string {
  if (!service.isCloud) return openidPrompt(plan, service.promptsSupported);
  return plan.chooseAccount ? 'select_account' : '';
}

export function makeMicrosoftSignIn(parts: SignInParts): Required<Omit<SignInAdapter, 'revoke'>> {
  function redeemer(
    plan: SignInPlan,
    service: MicrosoftService,
    fresh: FreshTry,
    redirectUri: string,
  ): BegunSignIn['redeem'] {
    const useOnce = once();
    return (answer, attempt) => {
      const wire = makeWire(parts, attempt.signal);
      return settle({ plan, phase: 'error' in answer ? 'answer' : 'code', wire, read: readMsalError }, async () => {
        useOnce();
        const code = readCode(answer, askedMicrosoft(service), fresh.state);
        const client = makeMsalClient(service, plan.clientId, wire);
        const result = await client.application.acquireTokenByCode({
          scopes: scopesForMsal(plan.scopes),
          redirectUri,
          code,
          codeVerifier: fresh.verifier,
          nonce: fresh.nonce,
          ...(answer['client_info'] ? { clientInfo: answer['client_info'] } : {}),
        });
        return microsoftGrant({ plan, service, client, result, wire, now: parts.now() }, fresh.nonce);
      });
    };
  }

  /** Trades what was kept for a new grant. A refresh token of Microsoft's is bound to no resource, so that it may ask for more. */
  const renewed = (plan: SignInPlan, renewal: Secret, attempt: Attempt, phase: 'renewal' | 'widening') => {
    const wire = makeWire(parts, attempt.signal);
    return settle({ plan, phase, wire, read: readMsalError }, async () => {
      const { homeAccountId, cache } = readMsalRenewal(renewal);
      const service = await findMicrosoftService(plan.provider, wire);
      const client = makeMsalClient(service, plan.clientId, wire, { cache });
      const account = await client.application.getTokenCache().getAccountByHomeId(homeAccountId);
      if (!account) throw new TroubleFound({ kind: 'renewal-unusable' });
      const scopes = scopesForMsal(plan.scopes);
      const result = await client.application.acquireTokenSilent({ account, scopes, forceRefresh: true });
      return renewedMicrosoftGrant({ plan, service, client, result, wire, now: parts.now() });
    });
  };

  return {
    begin(plan, redirectUri, attempt) {
      const wire = makeWire(parts, attempt.signal);
      return settle({ plan, phase: 'discovery', wire, read: readMsalError }, async () => {
        const service = await findMicrosoftService(plan.provider, wire);
        const fresh = freshTry();
        const prompt = promptFor(plan, service);
        const url = await makeMsalClient(service, plan.clientId, wire).application.getAuthCodeUrl({
          scopes: scopesForMsal(plan.scopes),
          redirectUri,
          codeChallenge: fresh.challenge,
          codeChallengeMethod: 'S256',
          state: fresh.state,
          nonce: fresh.nonce,
          ...(prompt === '' ? {} : { prompt }),
          ...(plan.chooseAccount ? {} : { loginHint: plan.loginHint }),
        });
        return {
          url,
          state: fresh.state,
          redeem: redeemer(plan, service, fresh, redirectUri),
          details: detailLines({
            issuer: service.issuer,
            authorizationEndpoint: url,
            clientId: plan.clientId,
            responseType: 'code',
            codeChallengeMethod: 'S256',
            prompt,
            scopes: plan.scopes,
          }),
        };
      });
    },

    beginDevice: (plan, attempt) => beginMicrosoftDevice(parts, plan, attempt),

    renew: (plan, renewal, attempt) => renewed(plan, renewal, attempt, 'renewal'),

    widen: (plan, renewal, attempt) => renewed(plan, renewal, attempt, 'widening'),

    rehearse: (plan, attempt) => rehearseMicrosoft(parts, plan, attempt),
  };
}
