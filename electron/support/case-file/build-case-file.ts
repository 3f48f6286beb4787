// A case file from its subject to what can be written: data, lines, page and text, after the last check. Finds its words by what it is
// handed; writes nothing itself.
import type { CaseFinding, CaseGroup, CaseWish } from '../../../shared/case-draft.ts';
import type { CaseFile } from '../../../shared/case-file.ts';
import type { StandIns } from '../../../shared/stand-in-names.ts';
import type { FindWords } from './case-line-parts.ts';
import { tellingIn } from './case-line-parts.ts';
import { caseLines } from './case-lines.ts';
import type { CaseSubject } from './case-subject.ts';
import { namesIn } from './case-subject.ts';
import { checkCaseFile } from './check-case-file.ts';
import { hideNames } from './hide-names.ts';
import { leaveOut, markLeftOut } from './leave-out.ts';
import { makeCaseFile } from './make-case-file.ts';
import { caseAsHtml, caseAsText } from './write-case-file.ts';

export interface CaseParts {
  readonly find: FindWords;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly redact: (text: string) => string;
  readonly names: StandIns;
  readonly isPublicDomain: (domain: string) => boolean;
  /** The preset's. */
  readonly organisations: readonly string[];
}

export interface BuiltCase {
  readonly doc: CaseFile;
  /** As the preview shows them, with what is left out. */
  readonly groups: readonly CaseGroup[];
  readonly hasOrganisation: boolean;
  /** What the file is called, without an ending. */
  readonly name: string;
  /** Null: it holds something that must not leave; nothing may be written. */
  readonly written: { readonly html: string; readonly text: string } | null;
  readonly finding: CaseFinding | null;
}

/** Each line at its place, and nothing where it was left out. */
function withoutLeftOut(groups: readonly CaseGroup[]): readonly CaseGroup[] {
  return groups.map((group) => ({
    ...group,
    lines: group.lines.map((line) => (line.leftOut ? { value: '' } : line)),
  }));
}

export function buildCaseFile(subject: CaseSubject, wish: CaseWish, parts: CaseParts): BuiltCase {
  const known = namesIn(subject, parts.organisations);
  const hide = hideNames({
    known,
    names: parts.names,
    keepOrganisation: wish.keepOrganisation,
    isPublicDomain: parts.isPublicDomain,
    redact: parts.redact,
  });
  const whole = makeCaseFile(wish.withLog ? subject : { ...subject, log: null }, hide);
  const doc = leaveOut(whole, wish.leaveOut);
  const telling = tellingIn(parts.find, parts.language);
  const { say } = telling;
  const shown = markLeftOut(caseLines(whole, telling), wish.leaveOut);
  const groups = caseLines(doc, telling);
  const device = subject.setup?.wait?.device?.userCode;
  const gate = {
    redact: parts.redact,
    names: [...known.persons, ...(wish.keepOrganisation ? [] : known.organisations)],
    exact: [...known.addresses, ...(device === undefined ? [] : [device])],
    dataTitle: say('file.title'),
  };
  // What is shown says where it is; what is written has the last word.
  const finding = checkCaseFile(doc, withoutLeftOut(shown), gate) ?? checkCaseFile(doc, groups, gate);
  const words = {
    title: say('file.title'),
    lead: say('file.lead'),
    open: say('file.open'),
    language: parts.language,
    direction: parts.direction,
  };
  const mailbox = doc.setup?.mailbox ?? doc.accounts[0]?.mailbox ?? '';
  return {
    doc,
    groups: shown,
    hasOrganisation: hide.hidesOrganisation(),
    name: say('file.name', { code: doc.page ?? '', mailbox })
      .replace(/\s+/gu, ' ')
      .trim(),
    written: finding ? null : { html: caseAsHtml(doc, groups, words), text: caseAsText(doc, groups, words) },
    finding,
  };
}
