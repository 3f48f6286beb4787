// Makes msal-node's client for one operation: our wire instead of its own network, our sealed text instead of its own cache file.
import {
  type AuthenticationResult,
  type INetworkModule,
  type NetworkRequestOptions,
  ProtocolMode,
  PublicClientApplication,
} from '@azure/msal-node';
import { Secret } from '../../setup/secret.ts';
import { TroubleFound } from '../explain/sign-in-trouble.ts';
import type { Wire } from '../wire/wire.ts';
import type { MicrosoftService } from './microsoft-service.ts';

export interface MsalClient {
  readonly application: PublicClientApplication;
  /** What renews later; null when the answer brought no refresh token. */
  renewalOf(result: AuthenticationResult): Secret | null;
}

type Sent = { readonly status: number; readonly headers: Record<string, string>; readonly body: unknown };

/** Sends by the wire; whatever the wire finds wrong rejects, so that msal only ever reads a good answer. */
export async function sendByWire(
  wire: Wire,
  method: 'GET' | 'POST',
  url: string,
  options?: NetworkRequestOptions,
): Promise<Sent> {
  const response = await wire.fetch(url, {
    method,
    headers: { ...options?.headers },
    ...(options?.body === undefined ? {} : { body: options.body }),
  });
  const trouble = wire.trouble();
  if (trouble) throw new TroubleFound(trouble);
  return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.json() };
}

export type Post = (url: string, options?: NetworkRequestOptions) => Promise<Sent>;

function networkOver(wire: Wire, post: Post): INetworkModule {
  return {
    sendGetRequestAsync: async <T>(url: string, options?: NetworkRequestOptions) => {
      const sent = await sendByWire(wire, 'GET', url, options);
      return { ...sent, body: sent.body as T };
    },
    sendPostRequestAsync: async <T>(url: string, options?: NetworkRequestOptions) => {
      const sent = await post(url, options);
      return { ...sent, body: sent.body as T };
    },
  };
}

function holdsRefreshToken(cache: string): boolean {
  const read: unknown = JSON.parse(cache);
  const held = typeof read === 'object' && read !== null && 'RefreshToken' in read ? read.RefreshToken : null;
  return typeof held === 'object' && held !== null && Object.keys(held).length > 0;
}

/** `cache`: msal's serialised cache of one account, or empty. `post` replaces the plain sending of POST requests. */
export function makeMsalClient(
  service: MicrosoftService,
  clientId: string,
  wire: Wire,
  options: { readonly cache?: string; readonly post?: Post } = {},
): MsalClient {
  let cache = options.cache ?? '';
  const application = new PublicClientApplication({
    auth: {
      clientId,
      authority: service.authority,
      knownAuthorities: [service.host],
      // Given, so that msal asks nobody for it. In a cloud msal itself puts the tenant in.
      authorityMetadata: JSON.stringify({
        authorization_endpoint: service.authorizationEndpoint,
        token_endpoint: service.tokenEndpoint,
        issuer: service.issuer,
        jwks_uri: service.keys,
      }),
    },
    cache: {
      cachePlugin: {
        beforeCacheAccess: async (context) => {
          if (cache !== '') context.tokenCache.deserialize(cache);
        },
        afterCacheAccess: async (context) => {
          if (context.cacheHasChanged) cache = context.tokenCache.serialize();
        },
      },
    },
    system: {
      protocolMode: service.isCloud ? ProtocolMode.AAD : ProtocolMode.OIDC,
      networkClient: networkOver(wire, options.post ?? ((url, request) => sendByWire(wire, 'POST', url, request))),
      loggerOptions: { piiLoggingEnabled: false, loggerCallback: () => undefined },
    },
  });
  return {
    application,
    renewalOf: (result) => {
      const homeAccountId = result.account?.homeAccountId;
      if (!homeAccountId || cache === '' || !holdsRefreshToken(cache)) return null;
      return new Secret(JSON.stringify({ homeAccountId, cache }));
    },
  };
}

/** Reads what `renewalOf` made; throws a trouble when it is not that. */
export function readMsalRenewal(renewal: Secret): { readonly homeAccountId: string; readonly cache: string } {
  let read: unknown;
  try {
    read = JSON.parse(renewal.open());
  } catch {
    read = null;
  }
  if (typeof read === 'object' && read !== null && 'homeAccountId' in read && 'cache' in read) {
    const { homeAccountId, cache } = read;
    if (typeof homeAccountId === 'string' && typeof cache === 'string') return { homeAccountId, cache };
  }
  throw new TroubleFound({ kind: 'renewal-unusable' });
}
