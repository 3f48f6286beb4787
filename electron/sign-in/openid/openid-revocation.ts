// Takes a permission back at any provider that says where (RFC 7009), by openid-client.
import { tokenRevocation } from 'openid-client';
import type { LeftBehind, Outcome, Revoked, SignInPlan } from '../../setup/outside-world.ts';
import { revokeTokens } from '../revoke/revoke-tokens.ts';
import { settle } from '../settle.ts';
import type { Wire } from '../wire/wire.ts';
import type { OpenidClients } from './openid-clients.ts';
import { findServer } from './openid-server.ts';
import { readOpenidError } from './read-openid-error.ts';

export async function revokeOpenid(
  { clients, wire }: { readonly clients: OpenidClients; readonly wire: Wire },
  plan: SignInPlan,
  left: LeftBehind,
): Promise<Outcome<Revoked>> {
  return settle({ plan, phase: 'renewal', wire, read: readOpenidError }, async () => {
    const server = await findServer(plan.provider, wire);
    if (!server.metadata.revocation_endpoint) return { kind: 'not-offered', reach: 'sign-in' };
    return revokeTokens(left, 'sign-in', wire, (token, hint) =>
      clients.with(server, plan, wire, (client) => tokenRevocation(client, token, { token_type_hint: hint })),
    );
  });
}
