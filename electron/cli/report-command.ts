// `postkey report [ADDRESS] --out FILE`: a case file of what is kept, without a window, a key or the network. Writes over nothing.
import type { CaseFinding } from '../../shared/case-draft.ts';
import type { CaseFile } from '../../shared/case-file.ts';
import { usualStamp } from '../../shared/cause-steps.ts';
import { codeOfPage, pageCode } from '../../shared/page-code.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import { accountView } from '../setup/account-view.ts';
import type { CaseAbout } from '../setup/case-about.ts';
import type { AccountRecord, KeptAside } from '../setup/memory.ts';
import type { Past } from '../setup/past.ts';

export interface ReportParts {
  readonly accounts: readonly AccountRecord[];
  readonly setup: SetupView | null;
  readonly aside: readonly KeptAside[];
  readonly past: Past;
  /** When that was written down, epoch milliseconds. */
  readonly stateOf: number;
  readonly now: number;
  make(about: CaseAbout): Promise<{
    readonly doc: CaseFile;
    readonly written: { readonly html: string } | null;
    readonly finding: CaseFinding | null;
  }>;
  /** A new file, for its owner alone. */
  write(path: string, text: string): Promise<'written' | 'exists' | 'not-written'>;
  /** Of `case-file`. */
  readonly say: (key: string, values?: Readonly<Record<string, string | number>>) => string;
  readonly at: (instant: number) => string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

export interface ReportWish {
  readonly address: string | null;
  /** A file's whole path, `-` for standard output, null for neither. */
  readonly out: string | null;
  readonly json: boolean;
}

function aboutOf(address: string | null, parts: ReportParts): CaseAbout {
  const { accounts, setup, aside, past, now } = parts;
  const isAsked = (each: string | undefined): boolean =>
    address === null || each?.toLowerCase() === address.toLowerCase();
  const waiting = aside.map((each) => each.setup);
  const shown = [setup, ...waiting].find((each) => each !== null && isAsked(each.address)) ?? null;
  const asked = accounts
    .filter((account) => isAsked(account.address))
    .map((record) => ({
      record,
      view: accountView(record, false, past, now),
      history: past.entries(record.id),
    }));
  const cause = asked.find(({ view }) => view.watch?.problem)?.view.watch?.problem;
  const ofAccounts = cause ? usualStamp(cause.code) : codeOfPage('list');
  const page = shown ? pageCode({ page: 'step', setup: shown, step: shown.current }) : ofAccounts;
  return { setup: shown, accounts: asked, page };
}

/** The exit code: 0 made; 1 nothing is kept, or it could not be written; wrong use is found before. */
export async function reportCommand(wish: ReportWish, parts: ReportParts): Promise<0 | 1> {
  const { say, out, err } = parts;
  const about = aboutOf(wish.address, parts);
  if (!about.setup && about.accounts.length === 0) {
    err(`${say(wish.address === null ? 'report.empty' : 'report.unknownAddress')}\n`);
    return 1;
  }
  const { doc, written, finding } = await parts.make(about);
  if (!written) {
    const { what = 'secret', group = '', line = 0 } = finding ?? {};
    err(`${say('report.refused', { what: say(`places.${what}`), group, line })}\n`);
    return 1;
  }
  const json = `${JSON.stringify(doc, null, 2)}\n`;
  if (wish.out === null || wish.out === '-') {
    out(json);
  } else {
    const end = await parts.write(wish.out, wish.json ? json : written.html);
    if (end !== 'written') {
      err(`${say(end === 'exists' ? 'report.exists' : 'report.notWritten', { file: wish.out })}\n`);
      return 1;
    }
    out(`${say('report.written', { file: wish.out })}\n`);
  }
  err(`${say('report.age', { at: parts.at(parts.stateOf) })}\n`);
  return 0;
}
