// A hand-over sheet: what a person does in one mail program, in the order its own screens ask. Plain data with word keys; no secret in it.
import type { MailProgram } from './mail-program.ts';
import type { Service } from './mail-provider.ts';

/**
 * `own`: the program signs in by itself. `command`: it calls `postkey token`. `bridge`: it speaks to the local door with a made-up
 * password. `password`: the provider's own password for mail programs.
 */
export const handOverWays = ['own', 'command', 'bridge', 'password'] as const;
export type HandOverWay = (typeof handOverWays)[number];

/** A sentence: a key of `hand-over.json`, and what fills it. */
export interface Phrase {
  readonly key: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** One thing that the program's screen asks. Exactly one of `value`, `choose` and `secret` is there. */
export interface HandOverField {
  /** As the program calls it. */
  readonly label: Phrase;
  /** To type; shown as it is, with a button to copy it. */
  readonly value?: string;
  /** To pick from the program's own list. */
  readonly choose?: Phrase;
  /** To type, and shown nowhere in the sheet: the bridge's password is shown once when it is made; the other one the person has. */
  readonly secret?: 'bridge-password' | 'mail-password';
  readonly note?: Phrase;
}

export interface HandOverScreen {
  readonly title: Phrase;
  readonly lead?: Phrase;
  readonly fields: readonly HandOverField[];
}

/** A file the program reads. Holds no secret; is saved where the person says, or copied. */
export interface HandOverFile {
  /** Unique within the sheet. */
  readonly id: string;
  /** Suggested, `postkey-pat.mobileconfig`. */
  readonly name: string;
  /** Where the program looks for it, `~/.mbsyncrc`; absent: it is opened. */
  readonly place?: string;
  readonly text: string;
  readonly lead: Phrase;
}

/** Whether a way is open for this program and this account. `best` at most once. */
export interface HandOverChoice {
  readonly way: HandOverWay;
  readonly verdict: 'best' | 'works' | 'not-here';
  readonly why: Phrase;
}

export interface HandOverSheet {
  /** The account's, or the set-up's in progress, which has the same. */
  readonly accountId: string;
  readonly program: MailProgram;
  readonly way: HandOverWay;
  readonly choices: readonly HandOverChoice[];
  /** Can it do OAuth itself, and with whose client. */
  readonly oauth: Phrase;
  readonly services: readonly Service[];
  readonly screens: readonly HandOverScreen[];
  readonly files: readonly HandOverFile[];
  /** What it will ask later. */
  readonly later: readonly Phrase[];
  /** What must be there before: shown on top until it is. */
  readonly needs: readonly ('bridge-on' | 'bridge-password' | 'bridge-certificate')[];
}
