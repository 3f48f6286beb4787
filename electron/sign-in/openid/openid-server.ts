// Finds out where a provider's endpoints are: by its discovery document, or as given by a preset or a person.
import { allowInsecureRequests, type CustomFetch, customFetch, discovery, type ServerMetadata } from 'openid-client';
import type { MailProvider } from '../../../shared/mail-provider.ts';
import { TroubleFound } from '../explain/sign-in-trouble.ts';
import { urlOrNull } from '../url-or-null.ts';
import type { Wire } from '../wire/wire.ts';

export interface OpenidServer {
  readonly metadata: ServerMetadata;
  /** Without an issuer's name an id token cannot be judged (OIDC Core section 3.1.3.7) and is left aside. */
  readonly issuerKnown: boolean;
}

/** Practice alone may be `http:`; the wire holds it to this computer. */
export function mayUseLoopbackHttp(provider: MailProvider): boolean {
  return provider.id === 'practice';
}

function givenServer(provider: MailProvider): OpenidServer | null {
  const { endpoints } = provider;
  if (!endpoints) return null;
  const issuer = endpoints.issuer ?? provider.issuer;
  return {
    issuerKnown: issuer !== undefined,
    metadata: {
      issuer: issuer ?? new URL(endpoints.authorization).origin,
      authorization_endpoint: endpoints.authorization,
      token_endpoint: endpoints.token,
      ...(endpoints.device ? { device_authorization_endpoint: endpoints.device } : {}),
      ...(endpoints.revocation ? { revocation_endpoint: endpoints.revocation } : {}),
      ...(endpoints.keys ? { jwks_uri: endpoints.keys } : {}),
    },
  };
}

/** The wire in the shape openid-client takes; its own signal is left out, the wire has the deadline. */
export function openidFetch(wire: Wire): CustomFetch {
  return (url, { method, headers, body }) => {
    if (body && typeof body !== 'string' && !(body instanceof URLSearchParams))
      throw new TypeError('only text and forms are sent');
    return wire.fetch(url, { method, headers, ...(body ? { body } : {}) });
  };
}

function describesNothing(wire: Wire): boolean {
  const trouble = wire.trouble();
  return (
    trouble === null ||
    (trouble.kind === 'status' && trouble.status >= 400 && ![407, 429].includes(trouble.status) && trouble.status < 500)
  );
}

async function discover(
  issuer: URL,
  provider: MailProvider,
  wire: Wire,
  algorithm: 'oidc' | 'oauth2',
): Promise<ServerMetadata | null> {
  const found = await discovery(issuer, 'discovery', undefined, undefined, {
    algorithm,
    execute: mayUseLoopbackHttp(provider) ? [allowInsecureRequests] : [],
    [customFetch]: openidFetch(wire),
  }).then(
    (configuration) => ({ metadata: configuration.serverMetadata() }),
    () => null,
  );
  if (found) return found.metadata;
  if (describesNothing(wire)) return null;
  throw new TroubleFound(wire.trouble() ?? { kind: 'not-a-service' });
}

/**
 * The provider's endpoints; throws a trouble when it does not describe itself, or describes another issuer than the one asked.
 * OpenID Connect Discovery first, RFC 8414 second.
 */
export async function findServer(provider: MailProvider, wire: Wire): Promise<OpenidServer> {
  const given = givenServer(provider);
  if (given) return given;
  const issuer = urlOrNull(provider.issuer ?? '');
  if (!issuer) throw new TroubleFound({ kind: 'not-a-service' });
  const metadata =
    (await discover(issuer, provider, wire, 'oidc')) ?? (await discover(issuer, provider, wire, 'oauth2'));
  if (!metadata?.authorization_endpoint || !metadata.token_endpoint) throw new TroubleFound({ kind: 'not-a-service' });
  return { metadata, issuerKnown: true };
}

/** Downgrading to plain PKCE is no choice; silence about it is common and means nothing (RFC 8414 section 2). */
export function checkS256(metadata: ServerMetadata): void {
  const methods = metadata.code_challenge_methods_supported;
  if (methods && !methods.includes('S256')) throw new TroubleFound({ kind: 'no-s256' });
}
