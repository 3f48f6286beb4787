// Signing in on another device (RFC 8628) with openid-client; the waiting is ours, so that it ends the moment it should.
import { genericGrantRequest, initiateDeviceAuthorization } from 'openid-client';
import type { Attempt, BegunDeviceSignIn, Outcome, SignInPlan } from '../../setup/outside-world.ts';
import { detailLines } from '../detail-lines.ts';
import { TroubleFound } from '../explain/sign-in-trouble.ts';
import { pollForApproval, pollIntervalMs } from '../poll-for-approval.ts';
import { settle } from '../settle.ts';
import { urlOrNull } from '../url-or-null.ts';
import type { Wire, WireParts } from '../wire/wire.ts';
import type { OpenidClients } from './openid-clients.ts';
import { checkClaims, findPerson, openidGrant, renewalOf } from './openid-grant.ts';
import { findServer, mayUseLoopbackHttp } from './openid-server.ts';
import { readOpenidError } from './read-openid-error.ts';

export interface OpenidDeviceParts {
  readonly parts: WireParts;
  readonly clients: OpenidClients;
  readonly wireFor: (plan: SignInPlan, signal: AbortSignal) => Wire;
}

/** A page that a person is sent to with a code, and that a browser may be handed. */
function mayLeadTo(page: string, plan: SignInPlan): boolean {
  const url = urlOrNull(page);
  if (url?.protocol === 'https:') return true;
  return mayUseLoopbackHttp(plan.provider) && url?.protocol === 'http:' && url.hostname === '127.0.0.1';
}

const deviceGrant = 'urn:ietf:params:oauth:grant-type:device_code';

/** Asks for a code; a provider without this way answers with `device-code-not-allowed`. */
export function beginOpenidDevice(
  tools: OpenidDeviceParts,
  plan: SignInPlan,
  attempt: Attempt,
): Promise<Outcome<BegunDeviceSignIn>> {
  const { parts, clients, wireFor } = tools;
  const wire = wireFor(plan, attempt.signal);
  return settle({ plan, phase: 'device', wire, read: readOpenidError }, async () => {
    const server = await findServer(plan.provider, wire);
    const endpoint = server.metadata.device_authorization_endpoint;
    if (!endpoint) {
      const error = { error: 'unauthorized_client', description: '', subError: '', numbers: [] };
      throw new TroubleFound({ kind: 'refused', status: 0, error, host: '' });
    }
    const scope = plan.scopes.join(' ');
    const asked = await clients.with(server, plan, wire, (client) => initiateDeviceAuthorization(client, { scope }));
    const deadlineAt = parts.now() + asked.expires_in * 1000;
    const { verification_uri: page, verification_uri_complete: completePage } = asked;
    if (!mayLeadTo(page, plan)) throw new TroubleFound({ kind: 'token-wrong', why: 'malformed', clockOffMs: null });
    return {
      userCode: asked.user_code,
      page,
      ...(completePage && mayLeadTo(completePage, plan) ? { completePage } : {}),
      deadlineAt,
      details: detailLines(
        {
          issuer: server.issuerKnown ? server.metadata.issuer : undefined,
          deviceEndpoint: endpoint,
          clientId: plan.clientId,
          responseType: 'device_code',
          scopes: plan.scopes,
        },
        wire.last(),
      ),
      grant: (later) => {
        const polling = wireFor(plan, later.signal);
        return settle({ plan, phase: 'device', wire: polling, read: readOpenidError }, () =>
          clients.with(server, plan, polling, async (client) => {
            const tokens = await pollForApproval({
              ask: () => genericGrantRequest(client, deviceGrant, { device_code: asked.device_code }),
              trouble: () => polling.trouble(),
              intervalMs: pollIntervalMs(asked.interval),
              deadlineAt,
              now: parts.now,
              signal: later.signal,
            });
            checkClaims(tokens, null, polling, parts.now());
            const exchange = polling.last();
            const person = await findPerson(client, tokens);
            const renewal = renewalOf(tokens, null);
            return openidGrant({ plan, client, tokens, person, renewal, exchange, now: parts.now() });
          }),
        );
      },
    };
  });
}
