// Which of Microsoft's clouds, or which other authority, is asked, and where its endpoints are.
import * as z from 'zod/mini';
import type { MailProvider } from '../../../shared/mail-provider.ts';
import type { AskedService } from '../check-answer-issuer.ts';
import { TroubleFound } from '../explain/sign-in-trouble.ts';
import { urlOrNull } from '../url-or-null.ts';
import type { Wire } from '../wire/wire.ts';

export interface MicrosoftService {
  /** One of Microsoft's own clouds; any other authority is held to plain OpenID Connect. */
  readonly isCloud: boolean;
  readonly authority: string;
  readonly host: string;
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  readonly keys: string;
  /** In a cloud with `{tenantid}` in it. */
  readonly issuer: string;
  /** As asked for: a GUID, a domain, `common`, `organizations`, `consumers`; null outside the clouds. */
  readonly tenant: string | null;
  readonly promisesIss: boolean;
  /** As its document lists them; null where nothing is said. */
  readonly promptsSupported: readonly string[] | null;
}

/** Sign-in host to issuer host. Source: Microsoft, national clouds; msal's own table for the second Chinese name. */
const clouds: Readonly<Record<string, string>> = {
  'login.microsoftonline.com': 'login.microsoftonline.com',
  'login.microsoftonline.us': 'login.microsoftonline.us',
  'login.partner.microsoftonline.cn': 'login.partner.microsoftonline.cn',
  'login.chinacloudapi.cn': 'login.partner.microsoftonline.cn',
};

const httpsAddress = z.string().check(z.maxLength(2048), z.regex(/^https:\/\//iu));
const documentSchema = z.object({
  issuer: httpsAddress,
  authorization_endpoint: httpsAddress,
  token_endpoint: httpsAddress,
  jwks_uri: httpsAddress,
  authorization_response_iss_parameter_supported: z.optional(z.boolean()),
  prompt_values_supported: z.optional(z.array(z.string())),
});

const bare = (address: string): string => address.replace(/\/+$/u, '');

function cloudService(host: string, issuerHost: string, tenant: string): MicrosoftService {
  const base = `https://${host}/${tenant}`;
  return {
    isCloud: true,
    authority: base,
    host,
    authorizationEndpoint: `${base}/oauth2/v2.0/authorize`,
    tokenEndpoint: `${base}/oauth2/v2.0/token`,
    keys: `${base}/discovery/v2.0/keys`,
    issuer: `https://${issuerHost}/{tenantid}/v2.0`,
    tenant,
    promisesIss: false,
    promptsSupported: null,
  };
}

async function discoverService(authority: string, host: string, wire: Wire): Promise<MicrosoftService> {
  const response = await wire.fetch(`${authority}/.well-known/openid-configuration`, {
    headers: { accept: 'application/json' },
  });
  const trouble = wire.trouble();
  if (trouble) {
    const isMissing =
      trouble.kind === 'status' &&
      trouble.status >= 400 &&
      trouble.status < 500 &&
      ![407, 429].includes(trouble.status);
    throw new TroubleFound(isMissing ? { kind: 'not-a-service' } : trouble);
  }
  const read = documentSchema.safeParse(await response.json());
  if (!read.success || bare(read.data.issuer) !== authority) throw new TroubleFound({ kind: 'not-a-service' });
  const found = read.data;
  return {
    isCloud: false,
    authority,
    host,
    authorizationEndpoint: found.authorization_endpoint,
    tokenEndpoint: found.token_endpoint,
    keys: found.jwks_uri,
    issuer: found.issuer,
    tenant: null,
    promisesIss: found.authorization_response_iss_parameter_supported === true,
    promptsSupported: found.prompt_values_supported ?? null,
  };
}

/**
 * A cloud's endpoints follow from its host and the tenant; nothing is asked. Any other authority is taken whole, with the path it
 * was given, and must describe itself; the tenant is not added to it.
 */
export async function findMicrosoftService(provider: MailProvider, wire: Wire): Promise<MicrosoftService> {
  const authority = bare(provider.authority ?? 'https://login.microsoftonline.com');
  const host = urlOrNull(authority)?.host;
  if (!host) throw new TroubleFound({ kind: 'not-a-service' });
  const issuerHost = clouds[host];
  return issuerHost
    ? cloudService(host, issuerHost, provider.tenant ?? 'common')
    : discoverService(authority, host, wire);
}

const guid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
/** The tenant of all personal accounts. Source: Microsoft, ID token claims reference. */
const consumersTenant = '9188040d-6c67-4c5b-b112-36a304b66dad';

/** The issuer a token of tenant `tid` must name; null when that tenant is not the one that was asked. */
export function issuerForTenant(service: MicrosoftService, tid: unknown): string | null {
  if (!service.isCloud) return service.issuer;
  if (typeof tid !== 'string' || !new RegExp(`^${guid}$`, 'iu').test(tid)) return null;
  const asked = service.tenant?.toLowerCase() ?? '';
  if (new RegExp(`^${guid}$`, 'u').test(asked) && asked !== tid.toLowerCase()) return null;
  if (asked === 'consumers' && tid.toLowerCase() !== consumersTenant) return null;
  if (asked === 'organizations' && tid.toLowerCase() === consumersTenant) return null;
  return service.issuer.replace('{tenantid}', tid);
}

export function askedMicrosoft(service: MicrosoftService): AskedService {
  const [before = '', after = ''] = service.issuer.split('{tenantid}');
  const isIssuer = (iss: string) => {
    if (!service.isCloud) return iss === service.issuer;
    const tenant = iss.slice(before.length, iss.length - after.length);
    return iss === `${before}${tenant}${after}` && new RegExp(`^${guid}$`, 'iu').test(tenant);
  };
  return { authorizationEndpoint: service.authorizationEndpoint, isIssuer, promisesIss: service.promisesIss };
}
