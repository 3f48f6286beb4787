// What one program's file says of it. Types only.
import type { BridgeSecurity } from '../../shared/bridge.ts';
import type { HandOverFile, HandOverScreen, HandOverWay, Phrase } from '../../shared/hand-over.ts';
import type { Service } from '../../shared/mail-provider.ts';
import type { SignInFamily, Subject } from './subject.ts';

export interface ProgramTraits {
  readonly speaks: readonly Service[];
  /** Whose sign-in it brings a registration for. */
  readonly signsInAt: readonly SignInFamily[];
  /** For which services it can call a command for a token. */
  readonly calls: readonly Service[];
  /** Whether it reaches a door on this computer, and if not, where it runs. */
  readonly runs: 'here' | 'phone' | 'cloud' | 'machine';
  /** Which of the bridge's doors it takes. */
  readonly bridgeDoor: BridgeSecurity;
  /** Which way suits it best, for an account with tokens. */
  readonly prefers: readonly HandOverWay[];
  /** Microsoft's built-in consent policy names it, so that most organisations need not approve it (Microsoft Entra, "Manage app consent policies"). */
  readonly namedAtMicrosoft?: true;
  /** Its own sign-in opens a mailbox of another name than the person's. */
  readonly opensShared?: true;
  /** Whose mail it reaches by another way than IMAP, POP and SMTP when it signs in by itself, so that it needs none of them. */
  readonly byExchange?: readonly SignInFamily[];
  /** Why a way is closed that the rest would leave open. */
  readonly closes?: (subject: Subject, way: HandOverWay, services: readonly Service[]) => Phrase | null;
  /** Reasons of its own, in place of the usual ones. */
  readonly whys?: (subject: Subject, way: HandOverWay, isOpen: boolean) => Phrase | null;
}

export interface FilledPage {
  readonly screens: readonly HandOverScreen[];
  readonly files?: readonly HandOverFile[];
  readonly later?: readonly Phrase[];
}

export interface ProgramPage {
  readonly traits: ProgramTraits;
  /** Can it do OAuth itself, and with whose client. */
  oauth(subject: Subject): Phrase;
  /** What to do. Asked only for a way that is open, and `services` is empty only where the program needs none. */
  fill(subject: Subject, way: HandOverWay, services: readonly Service[]): FilledPage;
}
