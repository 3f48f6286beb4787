// Does this provider describe itself, does it do S256, and does it know the client?
import { genericGrantRequest } from 'openid-client';
import type { SignInPlan } from '../../setup/outside-world.ts';
import { madeUpRequest, type Rehearsed, rehearseWith } from '../rehearse-with.ts';
import { settle } from '../settle.ts';
import type { Wire } from '../wire/wire.ts';
import type { OpenidClients } from './openid-clients.ts';
import { checkS256, findServer } from './openid-server.ts';
import { readOpenidError } from './read-openid-error.ts';

export async function rehearseOpenid(clients: OpenidClients, wire: Wire, plan: SignInPlan): Promise<Rehearsed> {
  const found = await settle({ plan, phase: 'rehearsal', wire, read: readOpenidError }, async () => {
    const server = await findServer(plan.provider, wire);
    checkS256(server.metadata);
    return server;
  });
  if (!found.ok) return found;
  const server = found.value;
  const { grant_type, ...request } = madeUpRequest('http://127.0.0.1');
  const details = {
    issuer: server.issuerKnown ? server.metadata.issuer : undefined,
    tokenEndpoint: server.metadata.token_endpoint,
  };
  return rehearseWith(plan, wire, details, () =>
    clients.with(server, plan, wire, (client) => genericGrantRequest(client, grant_type, { ...request })),
  );
}
