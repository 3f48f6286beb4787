// Makes the library's client for one operation, and finds out in which of two ways a provider takes a client secret.
import {
  allowInsecureRequests,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  Configuration,
  clockTolerance,
  customFetch,
  enableNonRepudiationChecks,
  None,
} from 'openid-client';
import type { SignInPlan } from '../../setup/outside-world.ts';
import type { Wire } from '../wire/wire.ts';
import { mayUseLoopbackHttp, type OpenidServer, openidFetch } from './openid-server.ts';

/** Seconds by which two clocks may differ. */
export const clockToleranceSeconds = 300;

export interface OpenidClients {
  /** Runs `use` with a client; once more with the secret sent the other way when the provider did not take it in the first. */
  with<T>(server: OpenidServer, plan: SignInPlan, wire: Wire, use: (client: Configuration) => Promise<T>): Promise<T>;
  /**
   * The same for a renewal. An id token that comes with it is left aside: were it checked, a failure to fetch the keys would lose
   * the refresh token that was rotated in the same answer.
   */
  forRenewal<T>(
    server: OpenidServer,
    plan: SignInPlan,
    wire: Wire,
    use: (client: Configuration) => Promise<T>,
  ): Promise<T>;
}

/**
 * RFC 6749 section 2.3.1: every server must take HTTP Basic, and RFC 8414 makes it the default; some take only the body. Which one
 * a client was registered for is written nowhere, so the other is tried when the first is refused.
 */
function waysToAuthenticate(server: OpenidServer, plan: SignInPlan): readonly ClientAuth[] {
  const { clientSecret } = plan;
  if (!clientSecret) return [None()];
  const named = server.metadata.token_endpoint_auth_methods_supported ?? [];
  const takesPost = named.includes('client_secret_post');
  const takesBasic = named.includes('client_secret_basic');
  const post = ClientSecretPost(clientSecret.open());
  const basic = ClientSecretBasic(clientSecret.open());
  if (takesPost && !takesBasic) return [post];
  return takesBasic && !takesPost ? [basic] : [basic, post];
}

function makeClient(
  server: OpenidServer,
  plan: SignInPlan,
  wire: Wire,
  authentication: ClientAuth,
  readsIdToken: boolean,
): Configuration {
  const client = new Configuration(
    server.metadata,
    plan.clientId,
    { [clockTolerance]: clockToleranceSeconds },
    authentication,
  );
  client[customFetch] = readsIdToken ? openidFetch(wire) : withoutIdToken(openidFetch(wire));
  if (mayUseLoopbackHttp(plan.provider)) allowInsecureRequests(client);
  if (server.metadata.jwks_uri) enableNonRepudiationChecks(client);
  return client;
}

/** For building addresses only: it authenticates nothing. */
export function addressClient(server: OpenidServer, plan: SignInPlan, wire: Wire): Configuration {
  return makeClient(server, plan, wire, None(), false);
}

function withoutIdToken(fetchJson: ReturnType<typeof openidFetch>): ReturnType<typeof openidFetch> {
  return async (url, options) => {
    const response = await fetchJson(url, options);
    if (!response.ok) return response;
    const answer: unknown = await response.json();
    const kept = typeof answer === 'object' && answer !== null ? { ...answer, id_token: undefined } : answer;
    return new Response(JSON.stringify(kept), { status: response.status, headers: response.headers });
  };
}

function wasRefusedAsClient(wire: Wire): boolean {
  const trouble = wire.trouble();
  return trouble?.kind === 'refused' && trouble.error.error === 'invalid_client';
}

/** Remembers for the life of the process which way worked, so that a renewal does not start with a refusal. */
export function makeOpenidClients(): OpenidClients {
  const worked = new Map<string, number>();
  async function tryWays<T>(
    server: OpenidServer,
    plan: SignInPlan,
    wire: Wire,
    readsIdToken: boolean,
    use: (client: Configuration) => Promise<T>,
  ): Promise<T> {
    const ways = waysToAuthenticate(server, plan);
    const key = `${server.metadata.token_endpoint} ${plan.clientId}`;
    const first = Math.min(worked.get(key) ?? 0, ways.length - 1);
    const order = [first, ...ways.keys()].filter((way, index, all) => all.indexOf(way) === index);
    for (const way of order) {
      const authentication = ways[way];
      if (!authentication) continue;
      const isLast = way === order.at(-1);
      const done = await use(makeClient(server, plan, wire, authentication, readsIdToken)).then(
        (value) => ({ value }),
        (error: unknown) => ({ error }),
      );
      if ('value' in done) {
        worked.set(key, way);
        return done.value;
      }
      if (isLast || !wasRefusedAsClient(wire)) {
        // Refused for another reason: the client itself was recognised.
        if (!wasRefusedAsClient(wire)) worked.set(key, way);
        throw done.error;
      }
    }
    throw new Error('a provider without any way to authenticate');
  }

  return {
    with: (server, plan, wire, use) => tryWays(server, plan, wire, server.issuerKnown, use),
    forRenewal: (server, plan, wire, use) => tryWays(server, plan, wire, false, use),
  };
}
