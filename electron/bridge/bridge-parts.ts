// What the bridge is handed: roads to the provider's servers, fresh keys, words, a sealed place for its certificate's key.
import type { Duplex } from 'node:stream';
import type { Service } from '../../shared/mail-provider.ts';
import type { BridgeHearer } from '../setup/bridge-world.ts';
import type { AccountRecord } from '../setup/memory.ts';
import type { Attempt, Clock, MailLogin, Outcome, Renewing } from '../setup/outside-world.ts';
import type { BridgeLimits } from './bridge-limits.ts';
import type { WireWords } from './wire-words.ts';

/** The provider's server, logged in to; the bytes from here on are the program's. */
export interface Entered {
  /** Stands still. */
  readonly socket: Duplex;
  /** What the server has sent since its answer to the login. */
  readonly unread: Buffer;
  /** IMAP: words; POP: lines of CAPA; SMTP: lines of EHLO without their numbers. */
  readonly capabilities: readonly string[];
}

/** Connected, encrypted, verified and greeted; nobody is logged in yet. */
export interface Road {
  /** What the server can do before a login, in the form of `Entered.capabilities`. */
  readonly offers: readonly string[];
  /** Once. The road is closed when it fails. */
  logIn(as: Pick<MailLogin, 'loginName' | 'by' | 'secret'>, attempt: Attempt): Promise<Outcome<Entered>>;
  close(): void;
}

/** A text that only this computer's key store opens. */
export interface SealedText {
  /** Null: nothing is kept, or it does not open any more. */
  read(): Promise<string | null>;
  /** False: nothing here can seal, so nothing was written. */
  write(text: string): Promise<boolean>;
}

export interface BridgeParts {
  readonly clock: Clock;
  readonly fresh: Renewing['fresh'];
  /** To the account's server for this service. */
  readonly openRoad: (account: AccountRecord, service: Service, attempt: Attempt) => Promise<Outcome<Road>>;
  /** In the person's language; what a program's wire cannot carry is taken out here. */
  readonly words: WireWords;
  readonly hearer: BridgeHearer;
  /** Certificate and key of the encrypted doors, as PEM. */
  readonly sealed: SealedText;
  /** For bugs: the bridge goes on. */
  readonly failed: (error: unknown) => void;
  readonly limits?: Partial<BridgeLimits>;
}
