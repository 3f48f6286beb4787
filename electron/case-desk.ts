// Joins the case file's parts for the window and the command line: its words, the log, and who the makers of this program are. Loads them
// when the first case file is made or opened.

import type { CaseWish } from '../shared/case-draft.ts';
import type { StandIns } from '../shared/stand-in-names.ts';
import { startMainWords, toCaseFile } from './desktop/main-words.ts';
import { lastLogLines } from './desktop/read-log.ts';
import { redact } from './desktop/redact.ts';
import { providerOwningDomain } from './discovery/provider-data.ts';
import type { CaseAbout } from './setup/case-about.ts';
import type { CaseDesk, MadeCase } from './setup/postkey-parts.ts';
import type { BuiltCase } from './support/case-file/build-case-file.ts';

export interface CaseDeskParts {
  readonly version: string;
  readonly logFolder: string;
  readonly names: StandIns;
  readonly now: () => number;
  readonly language: () => string;
  /** The preset's, where there is one. */
  readonly organisation: () => string | undefined;
}

/** All that a case file can hold, without the organisation's own names. */
export const wholeCase: CaseWish = { withLog: true, keepOrganisation: false, leaveOut: [] };

/** Makes one of what is told here. `stateOf`: when that was written down, where it is not of this moment. */
export async function makeCase(
  parts: CaseDeskParts,
  about: CaseAbout,
  wish: CaseWish,
  stateOf: number | null,
): Promise<BuiltCase> {
  const [{ buildCaseFile }, { mailboxesIn }, words] = await Promise.all([
    import('./support/case-file/build-case-file.ts'),
    import('./support/case-file/case-subject.ts'),
    startMainWords(parts.language(), toCaseFile),
  ]);
  const log = await lastLogLines(
    parts.logFolder,
    mailboxesIn(about, parts.names).map(({ mailbox }) => mailbox),
  );
  const organisation = parts.organisation();
  const by = {
    postkey: parts.version,
    electron: process.versions.electron ?? process.version,
    system: `${process.platform} ${process.getSystemVersion?.() ?? ''} ${process.arch}`.replace(/ +/gu, ' '),
    language: words.language(),
  };
  return buildCaseFile({ ...about, log, madeAt: parts.now(), stateOf, by }, wish, {
    find: words.find,
    language: words.language(),
    direction: words.direction(),
    redact,
    names: parts.names,
    isPublicDomain: (domain) => providerOwningDomain(domain) !== null,
    organisations: organisation === undefined ? [] : [organisation],
  });
}

async function openCase(parts: CaseDeskParts, text: string): ReturnType<CaseDesk['read']> {
  const [{ readCaseFile }, { caseLines }, { tellingIn }] = await Promise.all([
    import('./support/case-file/read-case-file.ts'),
    import('./support/case-file/case-lines.ts'),
    import('./support/case-file/case-line-parts.ts'),
  ]);
  const file = readCaseFile(text);
  if (typeof file === 'string') return file;
  const words = await startMainWords(parts.language(), toCaseFile);
  return { file, groups: caseLines(file, tellingIn(words.find, words.language())) };
}

async function mineIn({ names }: CaseDeskParts, about: CaseAbout): Promise<MadeCase['mine']> {
  const { mailboxesIn } = await import('./support/case-file/case-subject.ts');
  return mailboxesIn(about, names);
}

/** For the window; what touches the screen is handed in. */
export function caseDesk(parts: CaseDeskParts, screen: Pick<CaseDesk, 'choose' | 'save' | 'showLogs'>): CaseDesk {
  return {
    ...screen,
    make: async (about, wish) => {
      const built = await makeCase(parts, about, wish, null);
      const { groups, hasOrganisation, name, written, finding } = built;
      return { groups, hasOrganisation, name, written, finding, hasLog: true, mine: await mineIn(parts, about) };
    },
    read: (text) => openCase(parts, text),
  };
}
