// `postkey handover ADDRESS [PROGRAM]`: what to do in a mail program, and its files; of what is kept, without a window, a key or the network.
// Writes over nothing.
import type { HandOverSheet, HandOverWay } from '../../shared/hand-over.ts';
import { type MailProgram, mailPrograms } from '../../shared/mail-program.ts';
import { type FindHandoverWords, programsAsJson, programsAsText, sheetAsJson, sheetAsText } from './handover-answer.ts';
import type { HandoverWish } from './read-handover.ts';

export interface HandoverParts {
  /** Null: there is no account of this address. */
  readonly sheet: ((program: MailProgram, way: HandOverWay | null) => HandOverSheet) | null;
  /** New files in that folder, for their owner alone; the value is where one could not be written, and why. */
  readonly write: (
    folder: string,
    files: HandOverSheet['files'],
  ) => Promise<{
    readonly written: readonly string[];
    readonly failed?: { path: string; why: 'exists' | 'not-written' };
  }>;
  readonly find: FindHandoverWords;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** The exit code: 0 told; 1 no way is open, or a file could not be written; 2 there is no account of this address. */
export async function handoverCommand(wish: HandoverWish, parts: HandoverParts): Promise<0 | 1 | 2> {
  const { sheet: make, find, out, err } = parts;
  const { address, program, way, json } = wish;
  if (!make) {
    err(`${find('cli', 'check.unknownAddress', { address })}\n`);
    return 2;
  }
  if (program === null) {
    const sheets = mailPrograms.map((each) => make(each, null));
    out(json ? programsAsJson(sheets) : programsAsText(sheets, find));
    return 0;
  }
  const sheet = make(program, way);
  const asked = sheet.choices.find((choice) => choice.way === way);
  if (asked?.verdict === 'not-here') {
    err(`${find('hand-over', asked.why.key, asked.why.values)}\n`);
    return 1;
  }
  out(json ? sheetAsJson(sheet, find) : sheetAsText(sheet, find, wish.out === null));
  if (!sheet.choices.some(({ verdict }) => verdict !== 'not-here')) return 1;
  return wish.out === null ? 0 : writeFiles(wish.out, sheet, parts);
}

async function writeFiles(folder: string, { files }: HandOverSheet, parts: HandoverParts): Promise<0 | 1> {
  const { find, err, write } = parts;
  const { written, failed } = await write(folder, files);
  for (const file of written) err(`${find('cli', 'handover.written', { file })}\n`);
  if (failed) {
    err(`${find('cli', failed.why === 'exists' ? 'handover.exists' : 'handover.notWritten', { file: failed.path })}\n`);
    return 1;
  }
  if (files.length === 0) err(`${find('cli', 'handover.noFiles')}\n`);
  return 0;
}
