// Looking things up in the provider data: by id, domain, MX host, mail server, autodiscover CNAME. Pure; asks nobody, holds no facts.
import type { MailProvider } from '../../shared/mail-provider.ts';
import type { ProviderEntry, ProviderId } from './provider-entry.ts';
import { providerTable } from './provider-table.ts';

function asProvider({ knownBy: _knownBy, notes: _notes, ...rest }: ProviderEntry): MailProvider {
  // Optional fields that are absent in JSON stay absent; zod's optional type says `undefined` besides.
  return rest as MailProvider;
}

/** The built-in provider with this id; the ids are part of the data, so a missing one is a bug. */
export function builtInProvider(id: ProviderId): MailProvider {
  const entry = providerTable().providers.find((each) => each.id === id);
  if (!entry) throw new Error(`No built-in provider ${id}`);
  return asProvider(entry);
}

/** `.co` and `.cm` are countries, but `yahoo.cm` is a slip of the finger: those that mistype `.com` count only where they are listed. */
const slips = new Set(['co', 'cm', 'om']);

function fitsLabel(label: string, wanted: string): boolean {
  if (wanted === '*') return true;
  if (wanted === '{country}') return /^[a-z]{2}$/u.test(label) && !slips.has(label);
  return label === wanted;
}

function fits(domain: string, pattern: string): boolean {
  const labels = domain.split('.');
  const wanted = pattern.split('.');
  return labels.length === wanted.length && wanted.every((each, at) => fitsLabel(labels[at] ?? '', each));
}

/** A domain or host as the data writes it: lower case, without the root's dot. */
function written(name: string): string {
  return name.toLowerCase().replace(/\.$/u, '');
}

/** The built-in provider that gives out addresses of this very domain, or null. A domain named outright goes before a pattern. */
export function providerOwningDomain(domain: string): MailProvider | null {
  const name = written(domain);
  const { providers } = providerTable();
  const entry =
    providers.find(({ knownBy }) => knownBy.domains.includes(name)) ??
    providers.find(({ knownBy }) => knownBy.domainPatterns.some((pattern) => fits(name, pattern)));
  return entry ? asProvider(entry) : null;
}

/** Ends at a dot: `gmail.com.evil.example` and `notgmail.com` are not `gmail.com`. */
function isWithin(host: string, suffix: string): boolean {
  return host === suffix || host.endsWith(`.${suffix}`);
}

interface Match<T> {
  readonly what: T;
  readonly suffix: string;
}

/** Of all suffixes the host ends with, the longest speaks: `outlook-dod.office365.us` before `office365.us`. */
function closest<T>(host: string, all: readonly T[], suffixesOf: (each: T) => readonly string[]): Match<T> | null {
  const name = written(host);
  let best: Match<T> | null = null;
  for (const what of all) {
    for (const suffix of suffixesOf(what)) {
      if (isWithin(name, suffix) && suffix.length > (best?.suffix.length ?? 0)) best = { what, suffix };
    }
  }
  return best;
}

/** Who runs an MX host: a provider, or a filter that stands before one and hides it. Null: not known. */
export type MxOwner =
  | { readonly kind: 'provider'; readonly provider: MailProvider }
  | { readonly kind: 'filter'; readonly name: string };

/** The owner of an MX host by the end of its name. */
export function providerOfMx(host: string): MxOwner | null {
  const { providers, filters } = providerTable();
  const filter = closest(host, filters, ({ mx }) => mx);
  if (filter) return { kind: 'filter', name: filter.what.name };
  const found = closest(host, providers, ({ knownBy }) => knownBy.mx);
  return found ? { kind: 'provider', provider: asProvider(found.what) } : null;
}

/** The provider a mail server belongs to, whoever's domain it serves: it says how one signs in there. */
export function providerOfServer(host: string): MailProvider | null {
  const found = closest(host, providerTable().providers, ({ knownBy }) => knownBy.servers);
  return found ? asProvider(found.what) : null;
}

/** The provider that the CNAME of `autodiscover.<domain>` leads to. */
export function providerOfAutodiscover(cname: string): MailProvider | null {
  const found = closest(cname, providerTable().providers, ({ knownBy }) => knownBy.autodiscover);
  return found ? asProvider(found.what) : null;
}
