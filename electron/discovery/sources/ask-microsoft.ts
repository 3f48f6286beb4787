// Microsoft behind a mail filter: the autodiscover alias, and whether the domain is in one of Microsoft's directories, and whose. A
// directory alone proves no mailbox; together with another sign it does.
import * as z from 'zod/mini';
import type { MailProvider } from '../../../shared/mail-provider.ts';
import { addressFor, lookUpAddresses } from '../look-up-addresses.ts';
import { providerOfAutodiscover } from '../provider-data.ts';
import { filterBefore, providersOf } from './ask-mx.ts';
import {
  failedBy,
  type LookUpContext,
  nothing,
  type TenantFacts,
  unmadeName,
  type Verdict,
} from './look-up-context.ts';

/** The few fields of the discovery document that are read (OpenID Connect Discovery; the region is Microsoft's own). */
const documentSchema = z.object({
  issuer: z.string(),
  authorization_endpoint: z.string(),
  tenant_region_sub_scope: z.optional(z.nullable(z.string())),
});

const realmSchema = z.object({ FederationBrandName: z.string() });

const guid = /^https:\/\/[^/]+\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\//iu;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function providerOfCloud(host: string, region: string): MailProvider | null {
  const fitting = lookUpAddresses.microsoftClouds.filter((each) => each.host === host);
  const cloud = fitting.find(({ regions }) => regions.includes(region)) ?? fitting.find(({ regions }) => !regions[0]);
  return cloud ? providerOfAutodiscover(cloud.alias) : null;
}

/** `text`: the discovery document of a directory. Null where it is none, or the one that all personal accounts share. */
export function readTenant(text: string): Omit<TenantFacts, 'organisation'> | null {
  const read = documentSchema.safeParse(parse(text));
  if (!read.success) return null;
  const tenant = guid.exec(read.data.issuer)?.[1]?.toLowerCase();
  const host = /^https:\/\/([^/]+)\//u.exec(read.data.authorization_endpoint)?.[1] ?? '';
  const provider = providerOfCloud(host, read.data.tenant_region_sub_scope ?? '');
  if (tenant === undefined || tenant === lookUpAddresses.microsoftPersonalTenant || provider === null) return null;
  return { tenant, provider };
}

/** The organisation as it calls itself; null where it does not, or in a way that cannot be shown. */
export function readOrganisation(text: string): string | null {
  const read = realmSchema.safeParse(parse(text));
  const name = read.success ? read.data.FederationBrandName.trim() : '';
  return /^[^\p{C}\p{Zl}\p{Zp}<>]{1,100}$/u.test(name) ? name : null;
}

/** Microsoft tells the cloud by the alias; one that stands for every name tells nothing. */
async function aliasOf({ names, domain }: LookUpContext) {
  const [alias, unmade] = await Promise.all([names.cname(`autodiscover.${domain}`), names.cname(unmadeName(domain))]);
  if (alias.kind !== 'records' || unmade.kind === 'records') return null;
  return alias.records.map(providerOfAutodiscover).find((provider) => provider !== null) ?? null;
}

/** Not Outlook.com, whose people are in no organisation's directory. */
export function isWorkAtMicrosoft({ signIn, kind }: MailProvider): boolean {
  return signIn === 'microsoft' && kind !== 'personal';
}

async function mailExchangers({ mx }: LookUpContext): Promise<readonly string[]> {
  const asked = await mx();
  return asked.kind === 'records' ? asked.records.map(({ host }) => host) : [];
}

export async function askMicrosoft(context: LookUpContext): Promise<Verdict> {
  const { domain, fetchFile, senders, nameServiceFault } = context;
  const [alias, directory, realm, hosts, sending] = await Promise.all([
    aliasOf(context),
    fetchFile(addressFor(lookUpAddresses.microsoftTenant, domain)),
    fetchFile(addressFor(lookUpAddresses.microsoftRealm, domain)),
    mailExchangers(context),
    senders(),
  ]);
  const known = directory.kind === 'file' ? readTenant(directory.text) : null;
  const organisation = realm.kind === 'file' ? readOrganisation(realm.text) : null;
  const tenant: TenantFacts | undefined = known ? { ...known, ...(organisation ? { organisation } : {}) } : undefined;

  const takers = providersOf(hosts);
  const takesMail = takers.some(isWorkAtMicrosoft);
  const sends = sending.some(({ signIn }) => signIn === 'microsoft');
  const isHidden = filterBefore(hosts) !== null && takers.length === 0 && sending.length === 0;
  const is = alias ?? (tenant && (takesMail || sends || isHidden) ? tenant.provider : null);
  if (is) return { state: 'found', found: { is, source: 'microsoft' }, ...(tenant ? { tenant } : {}) };
  if (directory.kind === 'failed') return failedBy(directory.fault);
  if (directory.kind === 'no-such-name') return failedBy((await nameServiceFault()) ?? 'unreachable');
  if (directory.kind === 'page') return failedBy('portal');
  return tenant ? { ...nothing, tenant } : nothing;
}
