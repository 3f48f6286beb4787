// Vendors' facts, parsed once from the data file. Holds no facts itself.
import * as z from 'zod/mini';
import {
  httpsUrl,
  loginNameRules,
  type MailProvider,
  mailServerSchema,
  signInKinds,
} from '../../shared/mail-provider.ts';
import data from './mail-providers.json' with { type: 'json' };

const scopeList = z.array(z.string());
const providerSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  shortName: z.string(),
  signIn: z.enum(signInKinds),
  authority: z.optional(httpsUrl),
  tenant: z.optional(z.string()),
  servers: z.strictObject({
    imap: z.optional(mailServerSchema),
    pop: z.optional(mailServerSchema),
    smtp: z.optional(mailServerSchema),
  }),
  scopes: z.strictObject({ imap: z.optional(scopeList), pop: z.optional(scopeList), smtp: z.optional(scopeList) }),
  extraScopes: scopeList,
  signInHost: z.string(),
  takeBackPage: z.optional(httpsUrl),
  consolePage: z.optional(httpsUrl),
  deviceCode: z.boolean(),
  loginName: z.enum(loginNameRules),
  domains: z.array(z.string()),
  /** `*` stands for one label, a country's. */
  domainPatterns: z._default(z.array(z.string()), []),
});

const parsed = z.strictObject({ providers: z.array(providerSchema) }).parse(data).providers;

type ProviderEntry = (typeof parsed)[number];

function withoutDomains({ domains: _domains, domainPatterns: _patterns, ...rest }: ProviderEntry): MailProvider {
  // Optional fields that are absent in JSON stay absent; zod's optional type says `undefined` besides.
  return rest as MailProvider;
}

/** The built-in provider with this id; the ids are part of the data file, so a missing one is a bug. */
export function builtInProvider(id: 'microsoft' | 'outlook' | 'google' | 'own'): MailProvider {
  const entry = parsed.find((each) => each.id === id);
  if (!entry) throw new Error(`No built-in provider ${id}`);
  return withoutDomains(entry);
}

function fits(domain: string, pattern: string): boolean {
  const labels = domain.split('.');
  const wanted = pattern.split('.');
  return labels.length === wanted.length && wanted.every((label, at) => label === '*' || label === labels[at]);
}

/** The built-in provider that owns this very domain, or null. */
export function providerOwningDomain(domain: string): MailProvider | null {
  const entry = parsed.find(
    (each) => each.domains.includes(domain) || each.domainPatterns.some((pattern) => fits(domain, pattern)),
  );
  return entry ? withoutDomains(entry) : null;
}
