// An account as the window shows it: how it is, what the last look saw, what will come. No secret in it.
import type { EndingView } from './ending.ts';
import type { HistoryDay } from './history.ts';
import type { KeepingView } from './keeping.ts';
import type { Ladder } from './ladder.ts';
import type { LeavingPlan } from './leaving.ts';
import type { MailServer, Service } from './mail-provider.ts';
import type { Problem } from './problem.ts';

export interface WatchView {
  readonly lastCheckAt: number;
  readonly nextCheckAt: number;
  readonly validUntil?: number;
  /** When the provider last renewed the key. */
  readonly renewedAt?: number;
  /** As the provider said with the newest key. */
  readonly renewalEndsAt?: number;
  readonly services: Readonly<Partial<Record<Service, 'passed' | 'broken' | 'unreachable'>>>;
  readonly problem?: Problem;
  /** The climbs of this look; absent when no server was asked. */
  readonly ladders?: readonly Ladder[];
}

export type Health = 'well' | 'noted' | 'needs-you' | 'stopped' | 'unknown';

export interface AccountView {
  readonly id: string;
  readonly address: string;
  readonly signsInAs?: string;
  readonly providerName: string;
  readonly organisation?: string;
  /** The app's registration came with the organisation's preset: what is wrong with it is theirs to mend. */
  readonly organisationsApp?: true;
  readonly practice: boolean;
  readonly health: Health;
  readonly keeping: KeepingView;
  readonly servers: readonly {
    readonly service: Service;
    readonly server: MailServer;
    readonly loginName: string;
    /** Absent: by token. */
    readonly by?: 'password';
    /** The server did not take this name, which was expected to be right. */
    readonly insteadOf?: string;
  }[];
  readonly watch?: WatchView;
  /** Services the set-up was finished without; signing in again tries them once more. */
  readonly leftOut: readonly Service[];
  /** Of those, what can be tried again without signing in: why it was left out, or what the last try met. `at`: epoch milliseconds. */
  readonly leftOutWhy?: Readonly<Partial<Record<Service, { readonly problem: Problem; readonly at: number }>>>;
  /** The provider named the person who signed in, and it is the one whose mailbox this is, or the declared delegate. */
  readonly personChecked?: true;
  readonly checking: boolean;
  /** The client secret's last day, when that is near or past, and who makes a new one. */
  readonly secretEnds?: { readonly on: string; readonly state: 'soon' | 'ended'; readonly actor: 'you' | 'it' };
  readonly addedAt: number;
  /** The days with a look, at most the last 90, the oldest first. */
  readonly days: readonly HistoryDay[];
  /** What taking it away will do. */
  readonly leaves?: LeavingPlan;
  /** What may end the sign-in, the soonest first. */
  readonly endings: readonly EndingView[];
}
