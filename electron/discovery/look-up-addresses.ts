// Whom a look-up asks besides the domain itself, parsed once from the data file. Holds no addresses itself.
import * as z from 'zod/mini';
import { httpsUrl } from '../../shared/mail-provider.ts';
import data from './look-up-addresses.json' with { type: 'json' };

const addressSchema = httpsUrl.check(z.regex(/\{domain\}/u));

/** `{domain}` in an address stands for the domain that is asked about. */
export const lookUpAddresses = z
  .strictObject({
    /** Thunderbird's collection of autoconfig files. */
    ispdb: addressSchema,
    microsoftTenant: addressSchema,
    /** Names the organisation; the mailbox in it is made up, so that only the domain is told. */
    microsoftRealm: addressSchema,
    /** What personal accounts share; nobody's organisation. */
    microsoftPersonalTenant: z.string(),
    /**
     * By the host of the sign-in page and the document's `tenant_region_sub_scope`, the more particular first: the cloud, told by
     * what `autodiscover.<domain>` is an alias of there.
     */
    microsoftClouds: z.array(z.strictObject({ host: z.string(), regions: z.array(z.string()), alias: z.string() })),
    /** Whose servers a domain's SPF record lets send (RFC 7208), told by an MX host of theirs. */
    sendersOf: z.array(z.strictObject({ include: z.string(), mx: z.string() })),
  })
  .parse(data);

/** Puts a domain in its ASCII form into one of the addresses. */
export function addressFor(address: string, domain: string): string {
  return address.replace('{domain}', domain);
}
