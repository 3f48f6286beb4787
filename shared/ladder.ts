// One service's climb, rung by rung, as the window shows it. Plain data; who climbs and why is not said here.
import type { MailServer, Service } from './mail-provider.ts';
import type { Problem } from './problem.ts';

export const rungs = ['name', 'connection', 'certificate', 'login', 'mailbox'] as const;
export type Rung = (typeof rungs)[number];

export type RungState =
  | { readonly kind: 'not-tried' }
  | { readonly kind: 'running'; readonly startedAt: number }
  | { readonly kind: 'passed'; readonly ms: number }
  | { readonly kind: 'broken'; readonly ms: number };

/** One service's climb. `problem` exists only on a broken ladder. Times in milliseconds, instants as epoch milliseconds. */
export interface Ladder {
  readonly service: Service;
  readonly server: MailServer;
  readonly loginName: string;
  /** Absent: by token. */
  readonly by?: 'password';
  readonly rungs: Readonly<Record<Rung, RungState>>;
  readonly state: 'waiting' | 'climbing' | 'passed' | 'broken';
  /** The whole budget; the running rung fills in proportion to it. */
  readonly deadlineAt?: number;
  readonly totalMs?: number;
  /** Messages in the Inbox, where the protocol counts them. */
  readonly messages?: number;
  readonly problem?: Problem;
  /** The name that was expected to be right; `loginName`, which the provider gave, is the one the server took. */
  readonly insteadOf?: string;
  /** Other names of the same person that were refused, too. */
  readonly refusedNames?: readonly string[];
}
