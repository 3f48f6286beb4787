// Signing in with any provider that speaks OpenID Connect or plain OAuth 2.0, by openid-client.
import { buildAuthorizationUrl, genericGrantRequest, refreshTokenGrant } from 'openid-client';
import type { BegunSignIn, Outcome, RedirectAnswer, SignInPlan } from '../../setup/outside-world.ts';
import type { AskedService } from '../check-answer-issuer.ts';
import { detailLines } from '../detail-lines.ts';
import { freshTry } from '../fresh-try.ts';
import { openidPrompt } from '../openid-prompt.ts';
import { once, readCode } from '../read-code.ts';
import { readRefreshToken } from '../read-refresh-token.ts';
import { settle } from '../settle.ts';
import type { Revoking, SignInParts } from '../sign-in-parts.ts';
import { makeWire } from '../wire/wire.ts';
import { addressClient, makeOpenidClients, type OpenidClients } from './openid-clients.ts';
import { beginOpenidDevice } from './openid-device.ts';
import { checkClaims, findPerson, openidGrant, renewalOf } from './openid-grant.ts';
import { rehearseOpenid } from './openid-rehearsal.ts';
import { revokeOpenid } from './openid-revocation.ts';
import { checkS256, findServer, mayUseLoopbackHttp, type OpenidServer } from './openid-server.ts';
import { readOpenidError } from './read-openid-error.ts';

function askedService(server: OpenidServer): AskedService {
  const { issuer, authorization_endpoint, authorization_response_iss_parameter_supported } = server.metadata;
  return {
    authorizationEndpoint: authorization_endpoint ?? issuer,
    isIssuer: server.issuerKnown ? (iss) => iss === issuer : null,
    promisesIss: authorization_response_iss_parameter_supported === true,
  };
}

/** One adapter for the life of the process. */
export function makeOpenidSignIn(parts: SignInParts): Revoking {
  const clients: OpenidClients = makeOpenidClients();
  const wireFor = (plan: SignInPlan, signal: AbortSignal) =>
    makeWire(parts, signal, { loopbackHttp: mayUseLoopbackHttp(plan.provider) });

  function begun(
    plan: SignInPlan,
    server: OpenidServer,
    client: Parameters<typeof buildAuthorizationUrl>[0],
    redirectUri: string,
  ): BegunSignIn {
    const fresh = freshTry();
    const withIdentity = plan.scopes.includes('openid');
    const prompt = openidPrompt(plan, server.metadata['prompt_values_supported']);
    const url = buildAuthorizationUrl(client, {
      redirect_uri: redirectUri,
      scope: plan.scopes.join(' '),
      state: fresh.state,
      code_challenge: fresh.challenge,
      code_challenge_method: 'S256',
      ...(withIdentity ? { nonce: fresh.nonce } : {}),
      ...(prompt === '' ? {} : { prompt }),
      ...(plan.chooseAccount ? {} : { login_hint: plan.loginHint }),
    });
    const useOnce = once();
    return {
      url: url.href,
      state: fresh.state,
      details: detailLines({
        issuer: server.issuerKnown ? server.metadata.issuer : undefined,
        authorizationEndpoint: url.href,
        clientId: plan.clientId,
        responseType: 'code',
        codeChallengeMethod: 'S256',
        prompt,
        scopes: plan.scopes,
      }),
      redeem: (answer: RedirectAnswer, attempt) => {
        const wire = wireFor(plan, attempt.signal);
        return settle({ plan, phase: 'error' in answer ? 'answer' : 'code', wire, read: readOpenidError }, async () => {
          useOnce();
          const code = readCode(answer, askedService(server), fresh.state);
          return clients.with(server, plan, wire, async (found) => {
            // The library's own code grant adds a slash to a redirect address without a path, which strict servers refuse.
            const request = { code, redirect_uri: redirectUri, code_verifier: fresh.verifier };
            const tokens = await genericGrantRequest(found, 'authorization_code', request);
            checkClaims(tokens, withIdentity ? fresh.nonce : null, wire, parts.now());
            const exchange = wire.last();
            const person = await findPerson(found, tokens);
            const renewal = renewalOf(tokens, null);
            return openidGrant({ plan, client: found, tokens, person, renewal, exchange, now: parts.now() });
          });
        });
      },
    };
  }

  return {
    async begin(plan, redirectUri, attempt): Promise<Outcome<BegunSignIn>> {
      const wire = wireFor(plan, attempt.signal);
      return settle({ plan, phase: 'discovery', wire, read: readOpenidError }, async () => {
        const server = await findServer(plan.provider, wire);
        checkS256(server.metadata);
        return begun(plan, server, addressClient(server, plan, wire), redirectUri);
      });
    },

    beginDevice: (plan, attempt) => beginOpenidDevice({ parts, clients, wireFor }, plan, attempt),

    async renew(plan, renewal, attempt) {
      const wire = wireFor(plan, attempt.signal);
      return settle({ plan, phase: 'renewal', wire, read: readOpenidError }, async () => {
        const refreshToken = readRefreshToken(renewal);
        const server = await findServer(plan.provider, wire);
        return clients.forRenewal(server, plan, wire, async (client) => {
          const tokens = await refreshTokenGrant(client, refreshToken);
          const kept = renewalOf(tokens, refreshToken);
          return openidGrant({
            plan,
            client,
            tokens,
            person: null,
            renewal: kept,
            exchange: wire.last(),
            now: parts.now(),
          });
        });
      });
    },

    revoke: (plan, left, attempt) => revokeOpenid({ clients, wire: wireFor(plan, attempt.signal) }, plan, left),

    rehearse: (plan, attempt) =>
      rehearseOpenid({ clients, wire: wireFor(plan, attempt.signal), getOnce: parts.getOnce }, plan, attempt),
  };
}
