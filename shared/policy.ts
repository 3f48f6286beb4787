// What an organisation lays down for Postkey on a computer: the form of its policy files and of what holds in the end. Version 1; the
// published JSON schema is made from this one. Read in `read-policy.ts`, joined in `join-policies.ts`.
import * as z from 'zod/mini';
import { httpsUrl, type Service, services } from './mail-provider.ts';
import { localPath, presetSchema } from './preset.ts';

const text = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));
const language = z.string().check(z.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/u, 'language'));
const allowedOrOff = z.enum(['allowed', 'off']);

/** A proxy for mail sockets: HTTP CONNECT or SOCKS 5, without a name or password in it. */
const proxyAddress = z
  .string()
  .check(
    z.maxLength(300),
    z.regex(/^(?:http|socks5):\/\/(?:[A-Za-z0-9.-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\]):[0-9]{1,5}$/u),
  );

/** An Ed25519 public key: 32 bytes, in base64. */
const feedKey = z.string().check(z.regex(/^[A-Za-z0-9+/]{43}=$/u));

/** On this computer: opening `\\host\share` on Windows would show that host the person's login. */
const absolutePath = z.string().check(z.maxLength(1000), z.regex(/^(?:\/(?!\/)|[A-Za-z]:[\\/](?![\\/]))/u));

export const policySchema = z.strictObject({
  $schema: z.optional(z.string()),
  postkeyPolicy: z.literal(1),
  /** The name people know; shown beside what is locked. The preset's, unless said. */
  organisation: z.optional(text(120)),
  /** The preset itself, or its file: beside the policy, or by full path on this computer. */
  preset: z.optional(z.union([localPath, presetSchema])),
  /** Ids of built-in providers. The provider of the policy's own preset is always allowed. */
  allowedProviders: z.optional(
    z.array(z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,59}$/u))).check(z.maxLength(200)),
  ),
  services: z.optional(z.array(z.enum(services)).check(z.minLength(1), z.maxLength(3))),
  bridge: z.optional(allowedOrOff),
  tokenCommand: z.optional(allowedOrOff),
  /** `off`, or where updates come from; `key`: whose signature counts there, instead of that of Postkey's makers. */
  updates: z.optional(z.union([z.literal('off'), httpsUrl, z.strictObject({ feed: httpsUrl, key: feedKey })])),
  watchIntervalMinutes: z.optional(z.int().check(z.gte(5), z.lte(1440))),
  logLevel: z.optional(z.enum(['error', 'warn', 'info'])),
  /** For mail; what goes by HTTPS follows the system's proxy. */
  proxy: z.optional(z.union([z.literal('none'), proxyAddress])),
  /** A certificate authority besides the system's: a PEM file beside the policy or by full path, or the text itself. */
  caFile: z.optional(localPath),
  caPem: z.optional(z.string().check(z.maxLength(100_000), z.regex(/-----BEGIN CERTIFICATE-----/u))),
  /** Those a person may choose from. */
  languages: z.optional(z.array(language).check(z.minLength(1), z.maxLength(100))),
  /** Spoken until the person chooses another. */
  language: z.optional(language),
  startAtLogin: z.optional(z.boolean()),
  /** Where the health file goes instead of the profile. */
  healthFile: z.optional(absolutePath),
});

/** One source as it is written. */
export type Policy = Readonly<z.infer<typeof policySchema>>;

/** What can be laid down, in the order in which it is told. `ca` is `caFile` or `caPem`. */
export const policyKeys = [
  'preset',
  'allowedProviders',
  'services',
  'bridge',
  'tokenCommand',
  'updates',
  'watchIntervalMinutes',
  'logLevel',
  'proxy',
  'ca',
  'languages',
  'language',
  'startAtLogin',
  'healthFile',
] as const;
export type PolicyKey = (typeof policyKeys)[number];

/** What holds; an absent key is open. Nothing secret: preset and certificates themselves are not in it. */
export interface PolicySettings
  extends Readonly<
    Partial<
      Pick<
        Policy,
        | 'bridge'
        | 'tokenCommand'
        | 'updates'
        | 'watchIntervalMinutes'
        | 'logLevel'
        | 'proxy'
        | 'language'
        | 'startAtLogin'
        | 'healthFile'
      >
    >
  > {
  readonly preset?: { readonly organisation: string } | undefined;
  readonly allowedProviders?: readonly string[] | undefined;
  readonly services?: Policy['services'] | undefined;
  readonly languages?: readonly string[] | undefined;
  /** How many certificates. */
  readonly ca?: number | undefined;
}

/** `machine`: only an administrator can write there. `user`: the person can. */
export interface PolicyPlace {
  readonly level: 'machine' | 'user';
  /** A file's path, or a key of the registry. */
  readonly place: string;
}

/** Why a source is not in force; its words stand in `policy.json`. */
export const policyFaults = [
  'unreadable',
  'too-large',
  'not-a-file',
  'wrong-owner',
  'writable-by-others',
  'link-elsewhere',
  'not-json',
  'newer-version',
  'version-missing',
  'unknown-field',
  'said-twice',
  'wrong-value',
  'not-https',
  'has-credentials',
  'preset-wrong',
  'file-unreadable',
  'contradiction',
] as const;
export type PolicyFault = (typeof policyFaults)[number];

/** `field`: as in `preset.signIn.clientId`; empty where the whole source is meant. Values are never quoted. */
export interface PolicyTrouble extends PolicyPlace {
  readonly fault: PolicyFault;
  readonly field: string;
}

/** A source said it too, and an earlier one holds. */
export interface PassedOver extends PolicyPlace {
  readonly key: PolicyKey;
}

export interface PolicyInForce {
  readonly organisation?: string | undefined;
  readonly settings: PolicySettings;
  /** Who laid it down. */
  readonly setBy: Readonly<Partial<Record<PolicyKey, PolicyPlace>>>;
  readonly passedOver: readonly PassedOver[];
  /** Not empty: what a good policy might forbid is off until it is mended. */
  readonly troubles: readonly PolicyTrouble[];
  /** The preset is from the person's own place and the list of providers from above it, or something is broken there: it is held to that list. */
  readonly presetHeldToList?: true;
}

export const noPolicy: PolicyInForce = { settings: {}, setBy: {}, passedOver: [], troubles: [] };

export const isBridgeAllowed = ({ settings }: PolicyInForce): boolean => settings.bridge !== 'off';
export const isTokenCommandAllowed = ({ settings }: PolicyInForce): boolean => settings.tokenCommand !== 'off';

/** Null: nothing is laid down. */
export function updatesOf({
  settings: { updates },
}: PolicyInForce): 'off' | { readonly feed: string; readonly key?: string | undefined } | null {
  if (updates === undefined || updates === 'off') return updates ?? null;
  return typeof updates === 'string' ? { feed: updates } : updates;
}

/** Whether the provider of the preset that is laid down is allowed, whatever the list says. */
export const isPresetsProviderAllowed = ({ settings, presetHeldToList }: PolicyInForce): boolean =>
  settings.preset !== undefined && presetHeldToList !== true;

/** `id`: as in the provider data; `own` is one that Postkey does not know. What the policy's own preset describes is not asked about. */
export const isProviderAllowed = ({ settings }: PolicyInForce, id: string): boolean =>
  settings.allowedProviders?.includes(id) ?? true;

/** Accounts that are set up already keep their services. */
export const isServiceAllowed = ({ settings }: PolicyInForce, service: Service): boolean =>
  settings.services?.includes(service) ?? true;

/** Between two looks at an account when all is well; absent: nothing is laid down. */
export function watchPaceMs({ settings }: PolicyInForce): number | undefined {
  return settings.watchIntervalMinutes === undefined ? undefined : settings.watchIntervalMinutes * 60_000;
}

export interface MailProxy {
  readonly kind: 'http' | 'socks5';
  /** Without the brackets of an IPv6 address. */
  readonly host: string;
  readonly port: number;
}

/** `open`: nothing is laid down. */
export function proxyOf({ settings }: PolicyInForce): 'open' | 'none' | MailProxy {
  const { proxy } = settings;
  if (proxy === undefined || proxy === 'none') return proxy ?? 'open';
  const [, kind = '', host = '', port = ''] = /^(http|socks5):\/\/\[?([^\]]+?)\]?:([0-9]+)$/u.exec(proxy) ?? [];
  return { kind: kind === 'http' ? 'http' : 'socks5', host, port: Number(port) };
}

/** Whether a preset that somebody hands over may be taken. */
export const isPresetLocked = ({ settings, troubles }: PolicyInForce): boolean =>
  settings.preset !== undefined || troubles.length > 0;
