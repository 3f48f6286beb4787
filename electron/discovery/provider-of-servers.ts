// Sign-in is chosen by the servers' host names, per server: what a built-in provider's servers take, they take wherever a domain
// points at them. Pure.
import { type MailProvider, type MailServers, services } from '../../shared/mail-provider.ts';
import { builtInProvider } from './provider-data.ts';
import { withServersOf } from './sign-in-of-servers.ts';

/** The built-in provider that opens these servers, in whole or in part, with exactly these servers; null when none is known. */
export function knownProviderOfServers(servers: MailServers): MailProvider | null {
  const { base, passwordFor } = withServersOf(servers);
  if (base === null) return null;
  const { passwordFor: _usual, ...provider } = base;
  return { ...provider, servers, ...(passwordFor.length > 0 ? { passwordFor } : {}) };
}

/** A provider of which nothing is known but its servers: they get the mailbox's own password. */
export function plainProvider(servers: MailServers, domain: string): MailProvider {
  return {
    ...builtInProvider('own'),
    name: domain,
    shortName: domain,
    signIn: 'password',
    servers,
    password: { kind: 'account', first: [] },
  };
}

/** For servers that came without a word about logins. */
export function providerOfServers(servers: MailServers, domain: string): MailProvider {
  return knownProviderOfServers(servers) ?? plainProvider(servers, domain);
}

/** Whether all of `some` are among `all`; how they are encrypted does not matter. */
export function isSubset(some: MailServers, all: MailServers): boolean {
  return services.every((service) => {
    const [one, other] = [some[service], all[service]];
    if (!one) return true;
    return other?.host.toLowerCase() === one.host.toLowerCase() && other.port === one.port;
  });
}
