// The table of what mail servers answer when they refuse, as the checks read it that asked the server themselves: vendors' words, the codes
// of RFC 5530 (IMAP), RFC 2449 and 3206 (POP3), RFC 4954 and 3463 (SMTP). Pasted messages are explained by the same table.
import mailReplies from './causes/mail-replies.json' with { type: 'json' };
import type { ProblemCode } from './problem.ts';

export interface MailReplyEntry {
  /** The likeliest first; several where the reply alone does not say which. */
  readonly causes: readonly ProblemCode[];
  /** Which question decides between several. */
  readonly question?: string;
  /** Comes from this vendor alone. */
  readonly of?: string;
  /** Phrases, as `phraseParts` of `squeeze.ts` takes them. */
  readonly says?: readonly string[];
  /** Response codes of IMAP and POP in brackets; SMTP's enhanced status codes and its three digits. */
  readonly brackets?: readonly string[];
  readonly smtp?: readonly string[];
  readonly statuses?: readonly string[];
  /** `status` in the challenge of a token login (RFC 7628 section 3.2.2); Google writes numbers. */
  readonly challenges?: readonly string[];
  /** To somebody who logged in by token, by password, or by password at the vendor's own servers; decided where it stands. */
  readonly here?: {
    readonly token?: ProblemCode;
    readonly password?: ProblemCode;
    readonly passwordAtVendor?: ProblemCode;
    /** For whom it is switched off. */
    readonly level?: 'organisation' | 'mailbox';
  };
}

/** In order: of two that fit equally well the earlier one counts. */
export const mailReplyEntries = mailReplies.entries as unknown as readonly MailReplyEntry[];
