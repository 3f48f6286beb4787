// What went wrong on a ladder, as the wire and the libraries show it, before anyone gives it a meaning; `explain-mail-error.ts`
// turns it into a problem. Must hold no secret besides what the server itself said.
import type { Service } from '../../shared/mail-provider.ts';
import type { ProblemCode } from '../../shared/problem.ts';
import type { Challenge } from './bearer-challenge.ts';
import type { CertificateFacts } from './certificate-facts.ts';

export type Facts = Readonly<Record<string, string | number>>;

/** A server's refusal, split into the parts its protocol defines; `text` keeps all of its words. */
export interface ServerReply {
  readonly text: string;
  /** IMAP `NO`, POP3 `-ERR`, SMTP `535`. */
  readonly status: string;
  /** IMAP and POP3: the response code in brackets, `AUTHENTICATIONFAILED`, `SYS/PERM`. SMTP: the enhanced code, `5.7.139`. */
  readonly code?: string;
}

export type MailFailure =
  /** Seen for what it is where it happened. */
  | { readonly kind: 'known'; readonly code: ProblemCode; readonly facts?: Facts; readonly said?: string }
  /** An error code of Node, the resolver or OpenSSL. */
  | {
      readonly kind: 'network';
      readonly code: string;
      readonly syscall?: string;
      readonly certificate?: CertificateFacts;
    }
  /** The server answered, and refused; `greeting`: before anything was asked of it. */
  | {
      readonly kind: 'reply';
      readonly reply: ServerReply;
      readonly challenge?: Challenge;
      readonly greeting?: boolean;
    }
  /** The one deadline of the ladder passed. */
  | { readonly kind: 'deadline' }
  | { readonly kind: 'cancelled' };

/** Carries a failure up to the one place that explains it; never leaves this room. */
export class MailStop extends Error {
  readonly failure: MailFailure;

  constructor(failure: MailFailure) {
    super(`mail check stopped: ${failure.kind}`);
    this.failure = failure;
  }
}

/** Takes a reply apart. IMAP lines may come with or without their tag. */
export function readReply(service: Service, raw: string): ServerReply {
  const text = raw.replace(/\r/gu, '').trim();
  if (service === 'smtp') {
    const status = /^\d{3}/u.exec(text)?.[0] ?? '';
    const code = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/mu.exec(text)?.[1];
    return code === undefined ? { text, status } : { text, status, code };
  }
  const words = service === 'imap' ? text.replace(/^(?!(?:NO|BAD|BYE) )\S+ (?=(?:NO|BAD|BYE)\b)/iu, '') : text;
  const status = /^\S+/u.exec(words)?.[0]?.toUpperCase() ?? '';
  const code = /^\S+ \[([A-Za-z0-9/-]+)/u.exec(words)?.[1]?.toUpperCase();
  return code === undefined ? { text: words, status } : { text: words, status, code };
}
