// The hosts that many know and that deceivers dress up as: sign-in pages and mail servers of the provider data. Pure; holds no facts.
import type { MailProvider } from '../../../shared/mail-provider.ts';
import { services } from '../../../shared/mail-provider.ts';
import { hostOf } from '../preset-provider.ts';
import { providerOfServer } from '../provider-data.ts';
import { providerTable } from '../provider-table.ts';
import { registrableDomain } from '../registrable-domain.ts';

const withoutPort = (host: string): string => host.replace(/:\d+$/u, '').toLowerCase();

const pagesOf = (provider: MailProvider): readonly (string | undefined)[] => [
  provider.authority,
  provider.issuer,
  ...Object.values(provider.endpoints ?? {}),
];

function signInHostsOf(provider: MailProvider): readonly string[] {
  return [provider.signInHost, ...pagesOf(provider).map((page) => hostOf(page ?? ''))]
    .map(withoutPort)
    .filter((host) => host.includes('.'));
}

let known: ReadonlySet<string> | null = null;

/** What was registered by providers that many know: `microsoftonline.com`, `google.com`, `gmail.com`, `office365.com`. */
export function knownDomains(): ReadonlySet<string> {
  if (known) return known;
  const { providers, wellKnownDomains } = providerTable();
  const hosts = providers.flatMap((provider) => [
    ...signInHostsOf(provider as MailProvider),
    ...services.map((service) => provider.servers[service]?.host ?? ''),
    ...provider.knownBy.servers,
  ]);
  known = new Set(
    [...hosts, ...wellKnownDomains].map((host) => registrableDomain(host)).filter((domain) => domain !== null),
  );
  return known;
}

/** The providers whose sign-in page stands at this very host. */
export function providersSigningInAt(host: string): readonly MailProvider[] {
  const name = withoutPort(host);
  return (providerTable().providers as readonly MailProvider[]).filter((each) => signInHostsOf(each).includes(name));
}

/** Whether a mail server is one of this provider's, or of its kin: Outlook.com’s serve Microsoft 365. */
export function isServerOf(host: string, provider: MailProvider): boolean {
  const owner = providerOfServer(host);
  return owner !== null && owner.shortName === provider.shortName;
}
