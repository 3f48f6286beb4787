// From a server's name to its addresses, in the order to try them. The resolver itself cannot be cancelled; the caller stops waiting.
import { promises as dns } from 'node:dns';
import { isIP, isIPv6 } from 'node:net';
import { MailStop } from './mail-failure.ts';

export type LookUp = (host: string) => Promise<readonly string[]>;

/** The system's own resolver, hosts file and all, in its own order. */
export const systemLookUp: LookUp = async (host) => {
  const found = await dns.lookup(host, { all: true, verbatim: true });
  return found.map(({ address }) => address);
};

/** At most eight, IPv6 and IPv4 in turn beginning with the resolver's first (RFC 8305 section 4). Throws `MailStop`. */
export async function findAddresses(host: string, lookUp: LookUp): Promise<readonly string[]> {
  if (isIP(host) > 0) return [host];
  const found = await lookUp(host).catch((error: NodeJS.ErrnoException) => {
    throw error.code === undefined ? error : new MailStop({ kind: 'network', code: error.code });
  });
  const addresses = inTurn([...new Set(found)]).slice(0, 8);
  if (addresses.length === 0) throw new MailStop({ kind: 'network', code: 'ENODATA' });
  return addresses;
}

function inTurn(addresses: readonly string[]): readonly string[] {
  const first = addresses[0];
  if (first === undefined) return [];
  const leads = addresses.filter((address) => isIPv6(address) === isIPv6(first));
  const follows = addresses.filter((address) => isIPv6(address) !== isIPv6(first));
  const turns = Math.max(leads.length, follows.length);
  return Array.from({ length: turns }, (_, turn) => [leads[turn], follows[turn]])
    .flat()
    .filter((address): address is string => address !== undefined);
}
