// Asks the name service (DNS) during one look-up. Tells "no such record", "no such name" and "no answer" apart, and takes every
// query back when the look-up ends. Reads no meaning into records.
import { Resolver } from 'node:dns/promises';
import type { LookUpFault } from '../../shared/look-up.ts';

export type Asked<Item> =
  | { readonly kind: 'records'; readonly records: readonly Item[] }
  /** `exists`: the name has records of another type. */
  | { readonly kind: 'none'; readonly exists: boolean }
  | { readonly kind: 'failed'; readonly fault: LookUpFault };

export interface MailExchange {
  /** Lower case, no dot at the end; empty in a null MX (RFC 7505). */
  readonly host: string;
  readonly priority: number;
}

export interface OfferedService {
  /** Empty where the service is not offered (RFC 2782, target "."). */
  readonly host: string;
  readonly port: number;
  readonly priority: number;
  readonly weight: number;
}

export interface NameService {
  mx(domain: string): Promise<Asked<MailExchange>>;
  srv(name: string): Promise<Asked<OfferedService>>;
  txt(domain: string): Promise<Asked<string>>;
  cname(name: string): Promise<Asked<string>>;
  /** Any IPv4 or IPv6 address. */
  address(name: string): Promise<Asked<string>>;
}

/** A lost datagram is asked for again after the first of these; c-ares then waits longer from try to try. */
const answerMs = 1_200;
const tries = 3;

const plain = (host: string): string => host.toLowerCase().replace(/\.$/u, '');

/** `nameServer`: an IP address with or without port; null asks those of the system. Everything ends with `signal`. */
export function openNameService(nameServer: string | null, signal: AbortSignal): NameService {
  const resolver = new Resolver({ timeout: answerMs, tries });
  if (nameServer !== null) resolver.setServers([nameServer]);
  signal.addEventListener('abort', () => resolver.cancel(), { once: true });

  async function ask<Record, Item>(
    query: () => Promise<readonly Record[]>,
    read: (record: Record) => Item,
  ): Promise<Asked<Item>> {
    if (signal.aborted) return { kind: 'failed', fault: 'timeout' };
    try {
      const records = await query();
      return records.length > 0 ? { kind: 'records', records: records.map(read) } : { kind: 'none', exists: true };
    } catch (error) {
      return explainNameError((error as NodeJS.ErrnoException).code ?? '', resolver.getServers());
    }
  }

  return {
    mx: (domain) =>
      ask(
        () => resolver.resolveMx(domain),
        ({ exchange, priority }) => ({ host: plain(exchange), priority }),
      ),
    srv: (name) =>
      ask(
        () => resolver.resolveSrv(name),
        ({ name: host, ...rest }) => ({ ...rest, host: plain(host) }),
      ),
    txt: (domain) =>
      ask(
        () => resolver.resolveTxt(domain),
        (parts) => parts.join(''),
      ),
    cname: (name) => ask(() => resolver.resolveCname(name), plain),
    address: async (name) => {
      const four = await ask(() => resolver.resolve4(name), plain);
      if (four.kind !== 'none' || !four.exists) return four;
      return ask(() => resolver.resolve6(name), plain);
    },
  };
}

/** What c-ares' code means; `servers` are those that were asked, as `Resolver.getServers` gives them. */
export function explainNameError(code: string, servers: readonly string[]): Asked<never> {
  if (code === 'ENODATA') return { kind: 'none', exists: true };
  // A name that cannot be asked for, with a label of more than 63 characters, is nobody's either.
  if (code === 'ENOTFOUND' || code === 'EBADNAME') return { kind: 'none', exists: false };
  if (code === 'ECANCELLED') return { kind: 'failed', fault: 'timeout' };
  // Without a configured server c-ares asks this computer itself, where nobody listens.
  const isOwn = servers.every((server) => /^(?:127\.|\[?::1\b)/u.test(server));
  if (code === 'ECONNREFUSED' && isOwn) return { kind: 'failed', fault: 'no-resolver' };
  return { kind: 'failed', fault: 'name-service-silent' };
}
