// The form of the provider data files. Holds no facts; the facts are the JSON files in `providers/`.
import * as z from 'zod/mini';
import {
  accountSignIns,
  clouds,
  endpointsSchema,
  httpsUrl,
  loginNameRules,
  mailServerSchema,
  passwordFactsSchema,
  services,
} from '../../shared/mail-provider.ts';

/** Every built-in provider. `own` is an empty one to fill in by hand. */
export const providerIds = [
  'microsoft',
  'outlook',
  'microsoft-us-gov',
  'microsoft-us-dod',
  'microsoft-china',
  'google',
  'gmail',
  'google-workspace',
  'yahoo',
  'aol',
  'att',
  'yandex',
  'mail-ru',
  'fastmail',
  'comcast',
  'zoho',
  'zoho-eu',
  'zoho-in',
  'zoho-au',
  'zoho-jp',
  'zoho-ca',
  'gmx',
  'gmx-international',
  'web-de',
  't-online',
  'vodafone-de',
  'posteo',
  'mailbox-org',
  'bluewin',
  'orange',
  'free',
  'sfr',
  'tim',
  'alice',
  'libero',
  'seznam',
  'o2-pl',
  'wp-pl',
  'virgin-media',
  'sky',
  'icloud',
  'mail-com',
  'spectrum',
  'yahoo-japan',
  'naver',
  'qq',
  '163',
  '126',
  'startmail',
  'mailfence',
  'countermail',
  'proton',
  'tuta',
  'ionos',
  'ionos-com',
  'ionos-uk',
  'ionos-fr',
  'infomaniak',
  'rackspace',
  'ovh',
  'gandi',
  'strato',
  'hetzner',
  'mittwald',
  'hostinger',
  'soverin',
  'own',
] as const;
export type ProviderId = (typeof providerIds)[number];

const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const domainName = z.string().check(z.regex(new RegExp(`^(?:${label}\\.)+${label}$`), 'domain'));
const domainPattern = z
  .string()
  .check(z.regex(new RegExp(`^(?:\\*|${label})(?:\\.(?:${label}|\\{country\\}))+$`), 'pattern'));
const scopeList = z.array(z.string().check(z.minLength(1)));
const page = httpsUrl;

const knownBySchema = z.strictObject({
  /** Domains of its addresses. */
  domains: z._default(z.array(domainName), []),
  /** `*` stands for any one label, `{country}` for the two letters of a country. */
  domainPatterns: z._default(z.array(domainPattern), []),
  /** What the names of its MX hosts end with. */
  mx: z._default(z.array(domainName), []),
  /** What the names of its mail servers end with, whoever's domain they serve. */
  servers: z._default(z.array(domainName), []),
  /** Where the autodiscover CNAME of its customers leads. */
  autodiscover: z._default(z.array(domainName), []),
});

export const providerEntrySchema = z.strictObject({
  id: z.enum(providerIds),
  name: z.string(),
  shortName: z.string(),
  signIn: z.enum(accountSignIns),
  authority: z.optional(httpsUrl),
  tenant: z.optional(z.string()),
  issuer: z.optional(httpsUrl),
  endpoints: z.optional(endpointsSchema),
  servers: z.strictObject({
    imap: z.optional(mailServerSchema),
    pop: z.optional(mailServerSchema),
    smtp: z.optional(mailServerSchema),
  }),
  scopes: z.strictObject({ imap: z.optional(scopeList), pop: z.optional(scopeList), smtp: z.optional(scopeList) }),
  extraScopes: scopeList,
  signInHost: z.string(),
  takeBackPage: z.optional(page),
  revoking: z.optional(z.enum(['none', 'app'])),
  consolePage: z.optional(page),
  deviceCode: z.boolean(),
  loginName: z.enum(loginNameRules),
  loginNames: z.optional(
    z.strictObject({
      imap: z.optional(z.enum(loginNameRules)),
      pop: z.optional(z.enum(loginNameRules)),
      smtp: z.optional(z.enum(loginNameRules)),
    }),
  ),
  passwordFor: z.optional(z.array(z.enum(services))),
  password: z.optional(passwordFactsSchema),
  registering: z.optional(z.enum(['self', 'by-request', 'closed'])),
  sharing: z.optional(z.enum(['delegate-signs-in', 'own-sign-in'])),
  kind: z.optional(z.enum(['work', 'personal'])),
  cloud: z.optional(z.enum(clouds)),
  noMailPrograms: z.optional(z.enum(['never', 'own-bridge'])),
  allowProgramsPage: z.optional(page),
  knownBy: knownBySchema,
  /** For those who keep the data: where sources differ, what is unconfirmed. Shown to nobody. */
  notes: z.optional(z.string()),
});
export type ProviderEntry = z.infer<typeof providerEntrySchema>;

/** A family of providers: what they have in common, written once, under what each says itself. */
export const providerFileSchema = z.strictObject({
  shared: z.record(z.string(), z.unknown()),
  providers: z.array(z.record(z.string(), z.unknown())),
});

/** Services that stand before a mailbox and sort its mail: behind their MX hosts the real provider cannot be seen. */
export const mailFilterFileSchema = z.strictObject({
  filters: z.array(z.strictObject({ name: z.string().check(z.minLength(1)), mx: z.array(domainName) })),
});
export type MailFilter = z.infer<typeof mailFilterFileSchema>['filters'][number];

/** Domains many people have, the commonest first: what a mistyped domain was probably meant to be. */
export const wellKnownFileSchema = z.strictObject({ domains: z.array(domainName) });
