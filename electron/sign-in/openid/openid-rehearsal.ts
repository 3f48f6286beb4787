// Does this provider describe itself, does it do S256, and does it know the client and the way back?
import { genericGrantRequest } from 'openid-client';
import type { GetOnce } from '../../setup/get-once.ts';
import type { Attempt, Outcome, Rehearsal, SignInPlan } from '../../setup/outside-world.ts';
import { madeUpRequest, rehearseWith } from '../rehearsal/rehearse-with.ts';
import { settle } from '../settle.ts';
import type { Wire } from '../wire/wire.ts';
import type { OpenidClients } from './openid-clients.ts';
import { checkS256, findServer, mayUseLoopbackHttp } from './openid-server.ts';
import { readOpenidError } from './read-openid-error.ts';

export async function rehearseOpenid(
  parts: { readonly clients: OpenidClients; readonly wire: Wire; readonly getOnce: GetOnce },
  plan: SignInPlan,
  attempt: Attempt,
): Promise<Outcome<Rehearsal>> {
  const { clients, wire, getOnce } = parts;
  const found = await settle({ plan, phase: 'rehearsal', wire, read: readOpenidError }, async () => {
    const server = await findServer(plan.provider, wire);
    checkS256(server.metadata);
    return server;
  });
  if (!found.ok) return found;
  const server = found.value;
  const { grant_type, ...request } = madeUpRequest('http://127.0.0.1');
  const page = {
    authorizationEndpoint: server.metadata.authorization_endpoint,
    wayBack: 'http://127.0.0.1',
    loopbackHttp: mayUseLoopbackHttp(plan.provider),
  };
  const details = {
    issuer: server.issuerKnown ? server.metadata.issuer : undefined,
    tokenEndpoint: server.metadata.token_endpoint,
  };
  return rehearseWith({ plan, wire, getOnce, page, details, attempt, tellsOfSecret: true }, () =>
    clients.with(server, plan, wire, (client) => genericGrantRequest(client, grant_type, { ...request })),
  );
}
