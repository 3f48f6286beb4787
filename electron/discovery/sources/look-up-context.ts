// What every source of one look-up works with, and what each answers. Questions that several of them have are asked once.
import { randomBytes } from 'node:crypto';
import type { LookUpFault } from '../../../shared/look-up.ts';
import type { MailProvider } from '../../../shared/mail-provider.ts';
import type { FoundProvider } from '../../setup/looking-up.ts';
import type { FetchFile } from '../fetch-file.ts';
import { lookUpAddresses } from '../look-up-addresses.ts';
import type { Asked, MailExchange, NameService } from '../name-service.ts';
import { providerOfMx } from '../provider-data.ts';

/** Microsoft's directory of an organisation. */
export interface TenantFacts {
  /** The directory's GUID. */
  readonly tenant: string;
  /** Microsoft 365 in the cloud that the directory is in. */
  readonly provider: MailProvider;
  readonly organisation?: string;
}

export interface Verdict {
  readonly state: 'found' | 'nothing' | 'failed';
  readonly fault?: LookUpFault;
  /** What it names, where it names something without finding the mailbox there: a mail filter. */
  readonly names?: string;
  readonly found?: FoundProvider;
  readonly tenant?: TenantFacts;
}

export const nothing: Verdict = { state: 'nothing' };
export const failedBy = (fault: LookUpFault): Verdict => ({ state: 'failed', fault });

export interface LookUpContext {
  /** In its ASCII form. */
  readonly domain: string;
  readonly names: NameService;
  readonly fetchFile: FetchFile;
  /** The mail servers that take mail for the domain, the preferred first; equals always in the same order. */
  readonly mx: () => Promise<Asked<MailExchange>>;
  /** Built-in providers that the domain's SPF record (RFC 7208) lets send its mail. A hint, never a proof. */
  readonly senders: () => Promise<readonly MailProvider[]>;
  /** Whether names that nobody can have made exist under the domain. */
  readonly anyNameAnswers: () => Promise<boolean>;
  /** Why the name service itself does not answer; null when it does. */
  readonly nameServiceFault: () => Promise<LookUpFault | null>;
}

/** A name under the domain that nobody made. */
export function unmadeName(domain: string): string {
  return `x${randomBytes(8).toString('hex')}.${domain}`;
}

function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () => {
    asked ??= ask();
    return asked;
  };
}

/** Hosts that exist, whoever is asked about: those that every look-up asks over the web. */
const knownHosts = [lookUpAddresses.ispdb, lookUpAddresses.microsoftTenant].map((url) => new URL(url).hostname);

/**
 * Behind some proxies the name service knows the organisation's own names and says of all others that they do not exist. Its word
 * about a domain counts only where it knows somebody outside.
 */
async function knowsOutside(names: NameService): Promise<boolean> {
  const asked = await Promise.all(knownHosts.map((host) => names.address(host)));
  return asked.some(({ kind }) => kind === 'records');
}

export function makeLookUpContext(domain: string, names: NameService, fetchFile: FetchFile): LookUpContext {
  const mx = once(async (): Promise<Asked<MailExchange>> => {
    const asked = await names.mx(domain);
    if (asked.kind === 'none' && !asked.exists && !(await knowsOutside(names))) {
      return { kind: 'failed', fault: 'name-service-silent' };
    }
    if (asked.kind !== 'records') return asked;
    const byName = [...asked.records].sort((one, other) => (one.host < other.host ? -1 : 1));
    return { ...asked, records: byName.sort((one, other) => one.priority - other.priority) };
  });
  return {
    domain,
    names,
    fetchFile,
    mx,
    senders: once(async () => {
      const asked = await names.txt(domain);
      return asked.kind === 'records' ? sendersIn(asked.records) : [];
    }),
    anyNameAnswers: once(async () => (await names.address(unmadeName(domain))).kind === 'records'),
    nameServiceFault: async () => {
      const asked = await mx();
      return asked.kind === 'failed' ? asked.fault : null;
    },
  };
}

function sendersIn(texts: readonly string[]): readonly MailProvider[] {
  const terms = texts
    .filter((text) => /^v=spf1(?: |$)/iu.test(text))
    .flatMap((text) => text.toLowerCase().split(/\s+/u));
  return lookUpAddresses.sendersOf.flatMap(({ include, mx }) => {
    const isIncluded = terms.some((term) => /^[+~?]?include:/u.test(term) && term.endsWith(`:${include}`));
    const owner = isIncluded ? providerOfMx(mx) : null;
    return owner?.kind === 'provider' ? [owner.provider] : [];
  });
}
