// What an organisation hands its people so that nobody registers anything twice. Version 1; the published JSON schema is
// generated from this one. Everything in it is `unknown` until it passed here, and every endpoint is `https:`.
import * as z from 'zod/mini';
import { nameSaidTwice, placeOfHiddenLetters } from './json-traps.ts';
import { endpointsSchema, httpsUrl, loginNameRules, mailServerSchema, services } from './mail-provider.ts';

const text = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));
const domain = z.string().check(z.maxLength(253), z.regex(/^[^\s@/:]+\.[^\s@/:]+$/u, 'domain'));
const clientId = z.string().check(z.maxLength(512), z.regex(/^[\x21-\x7e]+$/u, 'client-id'));
const clientSecret = z.string().check(z.minLength(1), z.maxLength(512));
/** The secret's last day. */
const clientSecretEndsOn = z.iso.date();
const scopes = z.array(text(512)).check(z.minLength(1), z.maxLength(30));

/** Not on another computer: opening `\\host\share` on Windows would show that host the person's login. */
export const localPath = z
  .string()
  .check(z.trim(), z.minLength(1), z.maxLength(1000), z.regex(/^(?![\\/]{2})(?![A-Za-z][A-Za-z0-9+.-]+:)/u, 'path'));

const microsoft = z.strictObject({
  kind: z.literal('microsoft'),
  clientId,
  /** A tenant's GUID or domain, `common`, `organizations` or `consumers`. */
  tenant: z._default(z.string().check(z.regex(/^[A-Za-z0-9.-]{1,253}$/u, 'tenant')), 'common'),
  /** The cloud: Microsoft's public one unless said. */
  authority: z.optional(httpsUrl),
  scopes: z.optional(scopes),
});

const google = z.strictObject({
  kind: z.literal('google'),
  clientId,
  clientSecret: z.optional(clientSecret),
  clientSecretEndsOn: z.optional(clientSecretEndsOn),
  scopes: z.optional(scopes),
  endpoints: z.optional(endpointsSchema),
});

const openid = z.strictObject({
  kind: z.literal('openid'),
  clientId,
  clientSecret: z.optional(clientSecret),
  clientSecretEndsOn: z.optional(clientSecretEndsOn),
  issuer: z.optional(httpsUrl),
  endpoints: z.optional(endpointsSchema),
  scopes: z.optional(scopes),
});

export const presetSchema = z.strictObject({
  $schema: z.optional(z.string()),
  postkeyPreset: z.literal(1),
  organisation: text(120),
  helpdesk: z.optional(z.strictObject({ name: text(120), contact: text(200) })),
  domains: z._default(z.array(domain).check(z.maxLength(200)), []),
  provider: z.optional(z.strictObject({ name: text(80), shortName: z.optional(text(40)) })),
  signIn: z.discriminatedUnion('kind', [microsoft, google, openid]),
  servers: z.optional(
    z.strictObject({
      imap: z.optional(mailServerSchema),
      pop: z.optional(mailServerSchema),
      smtp: z.optional(mailServerSchema),
    }),
  ),
  services: z.optional(z.array(z.enum(services)).check(z.minLength(1), z.maxLength(3))),
  loginName: z.optional(z.enum(loginNameRules)),
  /** IT has approved the app already; step 1 says so. */
  approved: z._default(z.boolean(), false),
  /** For courses: whoever takes it begins with practice, and with a mailbox of their own after it. */
  practice: z.optional(z.boolean()),
  /** A certificate authority of the organisation, as a path beside the preset file, or as PEM. */
  caFile: z.optional(localPath),
  caPem: z.optional(z.string().check(z.maxLength(100_000), z.regex(/-----BEGIN CERTIFICATE-----/u, 'pem'))),
});

export type Preset = Readonly<z.infer<typeof presetSchema>>;

export const presetMaxBytes = 1_000_000;

export type PresetReading =
  | { readonly ok: true; readonly preset: Preset }
  | {
      readonly ok: false;
      readonly refusal:
        | 'preset-not-json'
        | 'preset-too-large'
        | 'preset-wrong-fields'
        | 'preset-not-https'
        | 'preset-newer-version'
        | 'preset-twice'
        | 'preset-hidden-letters';
      /** Where in the file, "signIn.clientId"; and how many more places are wrong. */
      readonly place: string;
      readonly more: number;
    };

/** What a provider that is not built in must be told besides; a JSON schema cannot say it well. */
function lacks({ signIn, servers }: Preset): string | null {
  if (signIn.kind !== 'openid') return null;
  if (!signIn.issuer && !signIn.endpoints) return 'signIn.issuer';
  return servers && Object.values(servers).some((server) => server) ? null : 'servers';
}

/** The schema is fulfilled, so that what is left is as deep and as long as it allows. */
function withoutTraps(text: string, json: unknown, preset: Preset): PresetReading {
  const twice = nameSaidTwice(text);
  if (twice !== null) return { ok: false, refusal: 'preset-twice', place: twice.slice(0, 40), more: 0 };
  const hidden = placeOfHiddenLetters(json, ['caPem']);
  if (hidden !== null) return { ok: false, refusal: 'preset-hidden-letters', place: hidden, more: 0 };
  const place = lacks(preset);
  return place ? { ok: false, refusal: 'preset-wrong-fields', place, more: 0 } : { ok: true, preset };
}

/** Reads a preset's text; never throws, never quotes values from the file (one of them may be a secret). */
export function readPreset(fileText: string): PresetReading {
  if (fileText.length > presetMaxBytes) return { ok: false, refusal: 'preset-too-large', place: '', more: 0 };
  const text = fileText.replace(/^\uFEFF/u, '');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { ok: false, refusal: 'preset-not-json', place: '', more: 0 };
  }
  const parsed = presetSchema.safeParse(json);
  if (parsed.success) return withoutTraps(text, json, parsed.data);
  if (typeof json === 'object' && json !== null && 'postkeyPreset' in json && Number(json.postkeyPreset) > 1) {
    return { ok: false, refusal: 'preset-newer-version', place: 'postkeyPreset', more: 0 };
  }
  const places = parsed.error.issues.map((issue) => ({
    place: [...issue.path, ...(issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [])].join('.'),
    notHttps: issue.code === 'invalid_format' && /https/u.test(issue.message),
  }));
  const first = places.find((each) => each.notHttps) ?? places[0];
  return {
    ok: false,
    refusal: first?.notHttps ? 'preset-not-https' : 'preset-wrong-fields',
    place: first?.place ?? '',
    more: places.length - 1,
  };
}
