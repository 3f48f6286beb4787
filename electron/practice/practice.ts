// What practice offers to the rest of Postkey, as types only: importing this file loads nothing of practice.
import type { MailProvider } from '../../shared/mail-provider.ts';
import type { PracticeFailure } from '../../shared/practice-failures.ts';
import type { Secret } from '../setup/secret.ts';
import type { PracticeRoads } from './mail-doors.ts';
import type { Play } from './plays/play.ts';
import type { PracticeWord } from './practice-word.ts';

export interface PracticeParts {
  /** Finds a sentence of the namespace `practice`, as plain text: nothing in it escaped for HTML. Asked again for each page. */
  readonly words: (key: PracticeWord, values?: Readonly<Record<string, string>>) => string;
  /** BCP 47; asked again for each page. */
  readonly language: () => string;
  readonly direction: () => 'ltr' | 'rtl';
  /** What `exportState` gave in an earlier run: the same ports where they are free, and its tokens stay good. */
  readonly state?: Secret;
  /** Called after `exportState` has something new to say (a token was given, renewed or taken back). */
  readonly onStateChange?: () => void;
  /** A bug inside practice; the error holds no token. */
  readonly onFault?: (error: Error) => void;
}

/** A make-believe provider and its mail servers, all on loopback, inside this process. */
export interface Practice {
  readonly provider: MailProvider;
  readonly clientId: string;
  /** Whose mailbox practice is about. Any other address at the same domain works as well. */
  readonly address: string;
  readonly personName: string;
  /** PEM of the certificate authority made for this run: for `MailLogin.ca`. */
  readonly ca: readonly string[];
  /** How a mail check gets to the servers. */
  readonly roads: PracticeRoads;
  /** What is being played at this moment. */
  now(): Play;
  /** Plays this failure from now on, also for pages and connections that are open; null plays none. */
  play(failure: PracticeFailure | null): void;
  /** Ports, refresh tokens and what they rest on. Only for sealing in the vault. */
  exportState(): Secret;
  /** Frees all ports, ends all connections, leaves no timer. Idempotent. */
  stop(): Promise<void>;
}
