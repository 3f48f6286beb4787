// Whether servers that came by the open name service may be trusted all the same. Pure.
import { type MailServers, services } from '../../../shared/mail-provider.ts';
import { providerOfServer } from '../provider-data.ts';
import { hasSameOwner } from '../registrable-domain.ts';

/**
 * True when every server lies in the mail's own registered domain or is a built-in provider's: their certificates are checked, and
 * somebody who changes answers on the way has none for those names.
 */
export function areServersTrusted(servers: MailServers, domain: string): boolean {
  return services.every((service) => {
    const host = servers[service]?.host;
    return host === undefined || hasSameOwner(host, domain) || providerOfServer(host) !== null;
  });
}
