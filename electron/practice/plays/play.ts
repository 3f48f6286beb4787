// What playing a failure can change, as data: at which place, and what is said there on the wire. Decides nothing, sends nothing.
import type { Service } from '../../../shared/mail-provider.ts';

export type PlayedCertificate = 'unknown-signer' | 'self-made' | 'expired' | 'not-yet-valid' | 'wrong-name';

/** One service's words; a service without any goes on as usual. */
export type Said = Readonly<Partial<Record<Service, string>>>;

/** An HTTP answer in place of the provider's own. */
export interface PlayedAnswer {
  readonly status: number;
  readonly json?: Readonly<Record<string, unknown>>;
  readonly html?: string;
}

export interface Play {
  // ---- on the way to a mail server
  /** The resolver's error, `ENOTFOUND`. */
  readonly lookUp?: string;
  /** A closed port, an address that never answers, or the system's error, `EHOSTUNREACH`. */
  readonly connection?: 'closed-port' | 'silence' | `E${string}`;
  readonly certificate?: PlayedCertificate;
  /** Where a handshake is expected: plain words, the alert of a server too old for ours, or the connection cut. */
  readonly handshake?: 'plain-words' | 'old-alert' | 'reset';
  /** The servers are handed out with STARTTLS, and do not offer it. */
  readonly withoutStartTls?: true;
  readonly greeting?: 'silence' | 'hang-up' | Said;
  // ---- at a mail server
  readonly offers?: 'passwords-only';
  /** SMTP's answer to EHLO and HELO. */
  readonly hello?: string;
  /** The status in the challenge of a token login (RFC 7628). */
  readonly challenge?: '401' | 'insufficient_scope' | 'until-renewed';
  /** The answer to the login, without IMAP's tag. */
  readonly login?: Said;
  /** The answer to IMAP's SELECT and POP's STAT. */
  readonly inbox?: Said;
  // ---- at the provider
  readonly discovery?: PlayedAnswer | 'plain-challenge-only';
  /** Leads the browser back with this error once a password was typed. */
  readonly leadsBack?: { readonly error: string; readonly description: string };
  /** Leads back in somebody else's name. */
  readonly issuer?: string;
  /** A page that shows this message and leads nowhere. */
  readonly page?: string;
  /** The token endpoint's answer, to these questions only. */
  readonly token?: PlayedAnswer & { readonly to: readonly ('code' | 'renewal' | 'device')[] };
  readonly deviceCode?: PlayedAnswer;
  /** What is different about the tokens of a good sign-in. */
  readonly grant?: 'no-renewal' | 'nobody' | 'strange-key' | 'other-clock';
  // ---- on this computer
  readonly computer?:
    | 'no-browser'
    | 'loopback-cut'
    | 'no-key-store'
    | 'key-store-locked'
    | 'disk-refuses'
    | 'record-damaged';
  /** The access tokens of finished accounts count as past their hour. */
  readonly hourIsOver?: true;
}
