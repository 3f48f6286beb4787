// What an organisation wants Postkey to do, as a person is shown it before anything is used: facts, what would change, warnings. Plain
// data without a secret; whoever sent it wrote the names in it, so they are shown as text and believed by nobody.
import type { MailServer, Service, SignInKind } from './mail-provider.ts';
import type { RefusalCode } from './refusal.ts';

/** A host as a person compares it: the part that somebody registered stands apart, because only that part says whose it is. */
export interface ShownHost {
  /** As it goes over the wire, in ASCII: `login.`, `xn--bcher-kva.example`, `:8443`. */
  readonly before: string;
  readonly domain: string;
  readonly after: string;
  /** How its owner writes it, where that differs: `login.bücher.example`. */
  readonly written?: string;
}

/** How it came here. `name`: of the file, without its folders. */
export type PresetOrigin =
  | { readonly kind: 'file' | 'drop' | 'beside'; readonly name: string }
  /** `ledFrom`: the host that the link named, where another one sent it in the end. */
  | { readonly kind: 'link'; readonly host: ShownHost; readonly ledFrom?: ShownHost };

export interface ShownServer extends Omit<MailServer, 'host'> {
  readonly service: Service;
  readonly host: ShownHost;
}

export interface ShownAuthority {
  /** As it calls itself; empty where it cannot be read. */
  readonly name: string;
  /** SHA-256, in hexadecimal pairs. */
  readonly fingerprint: string;
}

export interface PresetFacts {
  readonly organisation: string;
  readonly helpdesk?: { readonly name: string; readonly contact: string };
  /** In ASCII; empty: every address. */
  readonly domains: readonly ShownHost[];
  readonly signIn: SignInKind;
  /** Who asks for the password. */
  readonly signInHost: ShownHost;
  /** Who else hears of the sign-in: where keys are fetched and taken back; without the one above. */
  readonly keyHosts: readonly ShownHost[];
  readonly tenant?: string;
  readonly clientId: string;
  /** It brings a client secret, which is never shown. */
  readonly hasSecret: boolean;
  readonly servers: readonly ShownServer[];
  /** The certificate authorities it brings. */
  readonly authorities: readonly ShownAuthority[];
  readonly approved: boolean;
  /** It begins with practice. */
  readonly practice?: true;
}

/** The parts that a person is told one by one, and that are compared. */
export const presetParts = [
  'organisation',
  'domains',
  'sign-in',
  'servers',
  'authorities',
  'client-id',
  'helpdesk',
] as const;
export type PresetPart = (typeof presetParts)[number];

/** What has to be read before a yes; `grave` ones first. Words in `preset.json`. */
export const presetWarnings = {
  /** Its authority vouches for every server, also for those of other accounts. */
  'reads-traffic': 'grave',
  /** A page that is not Microsoft's, for a sign-in of Microsoft's kind. */
  'not-microsoft': 'grave',
  /** Keys of a known provider would go to servers that are not its own. */
  'servers-elsewhere': 'grave',
  /** One slip of the finger from a name that many know. */
  'looks-like': 'grave',
  /** The page asks, and somebody else gets the keys. */
  'keys-elsewhere': 'grave',
  /** Letters beyond a to z, which can look like others. */
  'other-letters': 'note',
  'every-address': 'note',
  /** Addresses that a large provider gives to everybody. */
  'provider-domain': 'note',
  /** Permissions beyond mail. */
  'asks-for-more': 'note',
} as const;
export type PresetWarningCode = keyof typeof presetWarnings;

export interface PresetWarning {
  readonly code: PresetWarningCode;
  /** For the words: `host`, `known`, `domains`, `scopes`, `provider`. */
  readonly values: Readonly<Record<string, string>>;
}

/** Every answer names the `id`, so that a yes is never to another question than was read. */
export type PresetOffer =
  | {
      /** A link asks; nobody has been asked for anything yet. */
      readonly stage: 'link';
      readonly id: string;
      readonly host: ShownHost;
      readonly address?: string;
      readonly fetching: boolean;
      /** Why the last try brought nothing. */
      readonly refused?: { readonly refusal: RefusalCode; readonly values: Readonly<Record<string, string | number>> };
    }
  | {
      readonly stage: 'preset';
      readonly id: string;
      readonly origin: PresetOrigin;
      readonly address?: string;
      readonly facts: PresetFacts;
      /** Of the preset in force. */
      readonly before?: PresetFacts;
      /** Against the preset in force; empty: it says nothing new. Absent: there is none. */
      readonly changed?: readonly PresetPart[];
      readonly warnings: readonly PresetWarning[];
      /** Accounts that are set up already keep their sign-in. */
      readonly accounts: number;
    };
