// `postkey report [ADDRESS] --out FILE`: a case file, made by the Postkey that is open, else of what is kept: without a window, a key or
// the network. Writes over nothing.
import type { CaseFinding } from '../../shared/case-draft.ts';
import type { CaseFile } from '../../shared/case-file.ts';

export type ToldCase =
  | { readonly kind: 'made'; readonly doc: CaseFile; readonly html: string }
  /** It holds something that must not leave this computer. */
  | { readonly kind: 'refused'; readonly finding: CaseFinding | null }
  /** Nothing is there of the address, or nothing at all. */
  | { readonly kind: 'nothing' };

export interface ReportParts {
  /** By the Postkey that is open; null: none is, or it has no answer now. */
  ask(address: string | null): Promise<ToldCase | null>;
  /** Of what is kept. */
  make(address: string | null): Promise<ToldCase>;
  /** When that was written down, epoch milliseconds. */
  readonly stateOf: number;
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

/** The exit code: 0 made; 1 nothing is there, or it could not be written; 2 nothing of this address. */
export async function reportCommand(wish: ReportWish, parts: ReportParts): Promise<0 | 1 | 2> {
  const { say, out, err } = parts;
  const asked = await parts.ask(wish.address);
  const told = asked ?? (await parts.make(wish.address));
  if (told.kind === 'nothing') {
    err(`${say(wish.address === null ? 'report.empty' : 'report.unknownAddress')}\n`);
    return wish.address === null ? 1 : 2;
  }
  if (told.kind === 'refused') {
    const { what = 'secret', group = '', line = 0 } = told.finding ?? {};
    err(`${say('report.refused', { what: say(`places.${what}`), group, line })}\n`);
    return 1;
  }
  const json = `${JSON.stringify(told.doc, null, 2)}\n`;
  if (wish.out === null || wish.out === '-') {
    out(json);
  } else {
    const end = await parts.write(wish.out, wish.json ? json : told.html);
    if (end !== 'written') {
      err(`${say(end === 'exists' ? 'report.exists' : 'report.notWritten', { file: wish.out })}\n`);
      return 1;
    }
    out(`${say('report.written', { file: wish.out })}\n`);
  }
  err(`${asked ? say('report.now') : say('report.age', { at: parts.at(parts.stateOf) })}\n`);
  return 0;
}
