// Asks Microsoft about an app's registration before anybody signs in.
import type { Attempt, Outcome, Rehearsal, SignInPlan } from '../../setup/outside-world.ts';
import { madeUpRequest, rehearseWith } from '../rehearsal/rehearse-with.ts';
import { settle } from '../settle.ts';
import type { SignInParts } from '../sign-in-parts.ts';
import { makeWire } from '../wire/wire.ts';
import { findMicrosoftService } from './microsoft-service.ts';
import { readMsalError } from './read-msal-error.ts';

export async function rehearseMicrosoft(
  parts: SignInParts,
  plan: SignInPlan,
  attempt: Attempt,
): Promise<Outcome<Rehearsal>> {
  const wire = makeWire(parts, attempt.signal);
  const found = await settle({ plan, phase: 'rehearsal', wire, read: readMsalError }, () =>
    findMicrosoftService(plan.provider, wire),
  );
  if (!found.ok) return found;
  const { tokenEndpoint, authorizationEndpoint, issuer } = found.value;
  // As a desktop app asks: without a secret. A registration that wants one is of another type, and shows it here.
  const body = new URLSearchParams({
    ...madeUpRequest('http://localhost'),
    client_id: plan.clientId,
    scope: plan.scopes.join(' '),
  });
  const page = { authorizationEndpoint, wayBack: 'http://localhost', parameters: { response_mode: 'query' } };
  return rehearseWith(
    { plan, wire, getOnce: parts.getOnce, page, details: { issuer, tokenEndpoint }, attempt, tellsOfSecret: false },
    () => wire.fetch(tokenEndpoint, { method: 'POST', body }),
  );
}
