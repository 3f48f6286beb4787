// Puts stand-ins in the place of everything that says who somebody is: addresses, names, the organisation, its domain and its hosts.
// Pure. What is replaced stays the same throughout a file and from one file to the next.
import type { StandIns } from '../../../shared/stand-in-names.ts';

export interface KnownNames {
  readonly addresses: readonly string[];
  /** As the provider gave them. */
  readonly persons: readonly string[];
  readonly organisations: readonly string[];
  readonly tenants: readonly string[];
}

export interface HideNamesParts {
  readonly known: KnownNames;
  readonly names: StandIns;
  /** The organisation's own names stay: the person said so. */
  readonly keepOrganisation: boolean;
  /** A provider's, in which anybody can have a mailbox. */
  readonly isPublicDomain: (domain: string) => boolean;
  /** Takes secrets out of a text. */
  readonly redact: (text: string) => string;
}

export interface HideNames {
  mailbox(address: string): string;
  domainOf(address: string): string;
  host(host: string): string;
  /** A login name: an address, its first part, or something else. */
  login(name: string): string;
  /** Any text: of a server, of a provider, of a log. */
  text(text: string): string;
  /** Something of the organisation's would be in the file if its names stayed. */
  readonly hidesOrganisation: () => boolean;
}

/** First parts that say nothing of anybody, and stand in servers' words for other reasons. */
const plainParts = new Set([
  'admin',
  'contact',
  'info',
  'imap',
  'login',
  'mail',
  'office',
  'postmaster',
  'smtp',
  'support',
  'test',
  'user',
]);
const shortestName = 4;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`);
const word = (text: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])${escaped(text)}(?![\\p{L}\\p{N}])`, 'giu');
const splitAddress = (address: string): readonly [string, string] => {
  const at = address.lastIndexOf('@');
  return at < 0 ? [address, ''] : [address.slice(0, at), address.slice(at + 1).toLowerCase()];
};

export function hideNames({ known, names, keepOrganisation, isPublicDomain, redact }: HideNamesParts): HideNames {
  const { nameOf: standIn, inText: nameMailboxes } = names;
  let met = false;
  const own = [...new Set(known.addresses.map((address) => splitAddress(address)[1]))].filter(
    (domain) => domain !== '' && !(isPublicDomain(domain) && !domain.endsWith('.onmicrosoft.com')),
  );
  type Rule = readonly [RegExp, string, isOrganisation: boolean];
  const personRules: readonly Rule[] = [
    ...known.persons.flatMap((name): readonly Rule[] =>
      [name, ...name.split(/[\s,]+/u)]
        .filter((part) => part.length >= shortestName)
        .map((part) => [word(part), standIn('person', name), false]),
    ),
    ...known.addresses.flatMap((address): readonly Rule[] => {
      const [part] = splitAddress(address);
      const isTelling = part.length >= shortestName && !plainParts.has(part.toLowerCase());
      return isTelling ? [[word(part), `name-of-${standIn('mailbox', address)}`, false]] : [];
    }),
  ];
  const organisationRules: readonly Rule[] = [
    ...known.organisations
      .filter((name) => name.length > 1)
      .map((name): Rule => [word(name), standIn('organisation', name), true]),
    ...known.tenants.map((tenant): Rule => [word(tenant), standIn('tenant', tenant), true]),
    // As a mail exchanger's name it is written with hyphens, as a tenant's with its first part alone.
    ...own.flatMap((domain): readonly Rule[] => {
      const forms = [domain, domain.replaceAll('.', '-')];
      const [first = ''] = domain.split('.');
      const tenant = new RegExp(`(?<![\\p{L}\\p{N}])${escaped(first)}(?=[.](?:onmicrosoft|sharepoint)[.])`, 'giu');
      return [
        ...forms.map((form): Rule => [word(form), standIn('domain', domain), true]),
        [tenant, standIn('domain', domain), true],
      ];
    }),
  ];

  const apply = (text: string, rules: readonly Rule[]): string => {
    let clean = text;
    for (const [pattern, stand, isOrganisation] of rules) {
      const next = clean.replace(pattern, stand);
      if (next === clean) continue;
      if (isOrganisation) met = true;
      if (!isOrganisation || !keepOrganisation) clean = next;
    }
    return clean;
  };
  const text = (from: string): string => apply(apply(nameMailboxes(redact(from)), organisationRules), personRules);
  return {
    mailbox: (address) => standIn('mailbox', address),
    domainOf: (address) => apply(splitAddress(address)[1], organisationRules),
    host: (host) => apply(host, organisationRules),
    login: (name) => {
      if (name.includes('@')) return standIn('mailbox', name);
      const whole = known.addresses.find((address) => splitAddress(address)[0].toLowerCase() === name.toLowerCase());
      return whole === undefined ? standIn('person', name) : `name-of-${standIn('mailbox', whole)}`;
    },
    text,
    hidesOrganisation: () => met,
  };
}
