// A case file before it is saved, and one that was opened, as the window shows them. Plain data.
import type { CaseFile } from './case-file.ts';

export interface CaseLine {
  readonly label?: string;
  readonly value: string;
  /** Where in the data it stands, "setup.ladders.0"; absent: the file is nothing without it. Lines of one part go together. */
  readonly part?: string;
  /** The person left it out: it is in the preview alone. */
  readonly leftOut?: true;
}

/** Words in the person's language, made by main: line by line what will be saved. */
export interface CaseGroup {
  readonly title: string;
  /** What it is part of as a whole: an account. */
  readonly part?: string;
  readonly lines: readonly CaseLine[];
}

/** What was found in it that must not leave this computer; the text itself stays where it is. */
export interface CaseFinding {
  readonly what: 'address' | 'name' | 'secret';
  readonly group: string;
  /** In its group, from 1. */
  readonly line: number;
}

export interface CaseWish {
  readonly withLog: boolean;
  readonly keepOrganisation: boolean;
  /** Parts that are left out; those that are not there are passed over. */
  readonly leaveOut: readonly string[];
}

export interface CaseDraft {
  readonly groups: readonly CaseGroup[];
  readonly wish: CaseWish;
  /** Something of the organisation's is in it, so that one can choose. */
  readonly hasOrganisation: boolean;
  readonly hasLog: boolean;
  /** Whose it is, and its name in the file. */
  readonly mine: readonly { readonly address: string; readonly mailbox: string }[];
  /** Where it was saved. */
  readonly saved?: string;
  /** Nothing was written, because of this. */
  readonly finding?: CaseFinding;
}

/** Somebody else's, to look at. */
export interface OpenedCase {
  readonly file: CaseFile;
  /** All that is in it, in the words of whoever looks. */
  readonly groups: readonly CaseGroup[];
}
