// What a mail provider is: plain data about servers, scopes and sign-in. No vendor's facts stand here; they are data files.
import * as z from 'zod/mini';

export const services = ['imap', 'pop', 'smtp'] as const;
export type Service = (typeof services)[number];

export type Security = 'tls' | 'starttls';

/** Which sign-in adapter serves a provider. */
export const signInKinds = ['microsoft', 'google', 'openid'] as const;
export type SignInKind = (typeof signInKinds)[number];

/** `password`: no sign-in page lets a mail program in there; an app password, or the mailbox's own, takes its place. */
export const accountSignIns = [...signInKinds, 'password'] as const;
export type AccountSignIn = (typeof accountSignIns)[number];

const hostName = z
  .string()
  .check(
    z.maxLength(253),
    z.regex(/^(?=.)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.?$/i, 'host'),
  );

export const mailServerSchema = z.strictObject({
  host: hostName,
  port: z.int().check(z.gte(1), z.lte(65535)),
  security: z.enum(['tls', 'starttls']),
});
export type MailServer = Readonly<z.infer<typeof mailServerSchema>>;

/** Servers by service; a service that is absent does not exist there. */
export type MailServers = { readonly [service in Service]?: MailServer | undefined };

/** An `https:` address, or `http:` on loopback, which only practice makes. */
export const httpsUrl = z
  .string()
  .check(z.maxLength(2048), z.regex(/^https:\/\/[^\s/?#@\\%<>^|]+(?:[/?#]\S*)?$/i, 'https'));

/** Given by hand or by a preset when the provider does not describe itself. All `https:`. */
export const endpointsSchema = z.strictObject({
  issuer: z.optional(httpsUrl),
  authorization: httpsUrl,
  token: httpsUrl,
  device: z.optional(httpsUrl),
  revocation: z.optional(httpsUrl),
  /** JWKS, or for Google the PEM form its library reads. */
  keys: z.optional(httpsUrl),
});
export type Endpoints = Readonly<z.infer<typeof endpointsSchema>>;

/** How login names are formed for the mail servers. */
export const loginNameRules = ['address', 'local-part'] as const;
export type LoginNameRule = (typeof loginNameRules)[number];

/** How one comes by a password for mail programs. Words for `words` stand in `app-passwords.json`. */
export const passwordFactsSchema = z.strictObject({
  /** `app`: made for one program on the provider's page; `mail`: one for mail alone; `account`: the account's own. */
  kind: z.enum(['app', 'mail', 'account']),
  page: z.optional(httpsUrl),
  /** The key of the provider's own steps; without one the steps of the kind are shown. */
  words: z.optional(z.string()),
  /** What must be switched on before, in this order. */
  first: z.array(z.enum(['two-step', 'allow-programs'])),
});
export type PasswordFacts = Readonly<z.infer<typeof passwordFactsSchema>>;

/** Microsoft's separate clouds: a registration made in one is unknown in the others. */
export const clouds = ['global', 'us-gov', 'us-dod', 'china'] as const;
export type Cloud = (typeof clouds)[number];

/** What Postkey knows of the provider behind an address; travels to the window as it is. */
export interface MailProvider {
  /** A stable id: `microsoft`, `outlook`, `google`, `own`, `practice`. */
  readonly id: string;
  /** The name a person knows, `Microsoft 365`. */
  readonly name: string;
  /** The short name in sentences, `Microsoft`. */
  readonly shortName: string;
  readonly signIn: AccountSignIn;
  readonly servers: MailServers;
  /** Scopes to ask for, by service; the identity and renewal scopes are the adapter's business. */
  readonly scopes: Readonly<Partial<Record<Service, readonly string[]>>>;
  /** Asked for besides, for identity and renewal. */
  readonly extraScopes: readonly string[];
  /** Microsoft: tenant as in the authority's path. */
  readonly tenant?: string;
  /** Microsoft: the cloud's authority, `https://login.microsoftonline.com`. */
  readonly authority?: string;
  /** OpenID: where to discover the endpoints. */
  readonly issuer?: string;
  readonly endpoints?: Endpoints | undefined;
  /** The host of the real sign-in page, so that a person can compare. */
  readonly signInHost: string;
  /** Where a person takes the permission back. */
  readonly takeBackPage?: string;
  /** What comes of taking a permission back from here: nothing can, or all this person gave to the app goes. Absent: the one sign-in goes. */
  readonly revoking?: 'none' | 'app';
  /** Where one registers an app. */
  readonly consolePage?: string;
  readonly deviceCode: boolean;
  readonly loginName: LoginNameRule;
  /** Where a service wants another form than the rest. */
  readonly loginNames?: Readonly<Partial<Record<Service, LoginNameRule>>>;
  /** Services whose server takes no token though the account signs in by one; they want a password of their own. */
  readonly passwordFor?: readonly Service[];
  /** Present where a password for mail programs can be had, instead of a sign-in or as the only way. */
  readonly password?: PasswordFacts;
  /** Whether one can register an app oneself, only by asking the provider, or not at all. Absent: oneself. */
  readonly registering?: 'self' | 'by-request' | 'closed';
  /** Whether another person's sign-in opens a shared mailbox. Absent: not known. */
  readonly sharing?: 'delegate-signs-in' | 'own-sign-in';
  /** Absent: not known, or both. */
  readonly kind?: 'work' | 'personal';
  readonly cloud?: Cloud;
  /** No mail program gets in from outside: never, or only through the provider's own bridge program. */
  readonly noMailPrograms?: 'never' | 'own-bridge';
  /** Where one allows mail programs at the provider. */
  readonly allowProgramsPage?: string;
}
