// The wait for an organisation's approval of the app: what is asked for, when it left, how Postkey learns of the answer. Plain data.
import type { Service } from './mail-provider.ts';
import type { Problem } from './problem.ts';

/** The wait for an organisation's approval; it outlives restarts. */
export interface ApprovalView {
  /** The page where an administrator agrees for the whole organisation; absent where there is none. */
  readonly adminLink?: string;
  readonly tenant?: string;
  readonly clientId: string;
  readonly permissions: readonly { readonly service: Service | 'identity' | 'renewal'; readonly official: string }[];
  /** The request left on this day; absent until then. */
  readonly since?: number;
  readonly sentBy?: 'mail' | 'copy' | 'file';
  /** Whether Postkey can ask by itself: `after-sign-in` once the person has signed in without mail. */
  readonly check: 'by-itself' | 'after-sign-in' | 'by-hand';
  /** When the provider last said that approval has not come; by itself, or at the person's own sign-in. */
  readonly lastCheckAt?: number;
  readonly nextCheckAt?: number;
  /** A check is under way. */
  readonly checking?: boolean;
  /** Who signed in without mail, and who had to: step 7 asks nobody again when approval comes. */
  readonly person?: { readonly expected: string; readonly address: string; readonly name: string };
  /** Why the sign-in without mail, or the last check, did not help. The wait goes on all the same. */
  readonly trouble?: Problem;
}
