// How one signs in at servers that were found elsewhere: chosen for each server by its name, not for the account. Pure; asks nobody.
import type { MailProvider, MailServers, Service } from '../../shared/mail-provider.ts';
import { services } from '../../shared/mail-provider.ts';
import { providerOfServer } from './provider-data.ts';

export interface SignInOfServers {
  /** The built-in provider to sign in at: whose token opens at least one server; else whose password does. Null: nobody known. */
  readonly base: MailProvider | null;
  /** Services that take no token of `base` and want a password of their own. Empty where `base` signs in by password or is null. */
  readonly passwordFor: readonly Service[];
}

/** Two providers with one issuer share their tokens: `smtp-mail.outlook.com` takes Microsoft 365's. Null: no token there. */
function issuerOf(provider: MailProvider, service: Service): string | null {
  if (!provider.scopes[service]?.length || provider.passwordFor?.includes(service)) return null;
  if (provider.signIn === 'microsoft') return provider.authority ?? null;
  return provider.signIn === 'google' ? 'google' : (provider.endpoints?.authorization ?? provider.issuer ?? null);
}

/**
 * Whose token opens which of these servers, as at a school whose mail comes from Microsoft and goes out through a server of its
 * own. A built-in provider is known by the server's host name; receiving decides when two could be signed in at.
 */
export function withServersOf(servers: MailServers): SignInOfServers {
  const present = services.filter((service) => servers[service] !== undefined);
  const owners = present.map((service) => {
    const provider = providerOfServer(servers[service]?.host ?? '');
    return { service, provider, issuer: provider && issuerOf(provider, service) };
  });
  const first = owners.find(({ issuer }) => issuer !== null);
  if (!first)
    return { base: owners.find(({ provider }) => provider?.signIn === 'password')?.provider ?? null, passwordFor: [] };
  return {
    base: first.provider,
    passwordFor: owners.filter(({ issuer }) => issuer !== first.issuer).map(({ service }) => service),
  };
}
