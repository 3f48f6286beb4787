// What the words after `postkey handover` ask for. Pure.
import { type HandOverWay, handOverWays } from '../../shared/hand-over.ts';
import { type MailProgram, mailPrograms } from '../../shared/mail-program.ts';

export interface HandoverWish {
  readonly address: string;
  /** Null: all of them, each with its best way. */
  readonly program: MailProgram | null;
  /** Null: the best one. */
  readonly way: HandOverWay | null;
  readonly json: boolean;
  /** A folder that the files go to; null: they are printed. */
  readonly out: string | null;
}

/** What follows an option, `--way bridge` or `--way=bridge`. Undefined: it does not stand there; empty: nothing follows. */
function optionOf(words: readonly string[], name: string): string | undefined {
  const joined = words.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1);
  if (joined !== undefined) return joined;
  const at = words.indexOf(name);
  if (at < 0) return undefined;
  const next = words[at + 1] ?? '';
  return next.startsWith('--') ? '' : next;
}

/** `rest`: the words without options. Null: used wrongly. */
export function readHandover(
  [address = '', named, tooMuch]: readonly string[],
  words: readonly string[],
): ({ readonly kind: 'handover' } & HandoverWish) | null {
  const [asked, out] = [optionOf(words, '--way'), optionOf(words, '--out')];
  const program = mailPrograms.find((each) => each === named?.toLowerCase()) ?? null;
  const way = handOverWays.find((each) => each === asked) ?? null;
  const isNamed = (named === undefined) === (program === null) && (asked === undefined) === (way === null);
  const isForOne = program !== null || (asked === undefined && out === undefined);
  if (address.trim() === '' || address.length > 400 || tooMuch !== undefined || out === '') return null;
  if (!isNamed || !isForOne) return null;
  return { kind: 'handover', address, program, way, json: words.includes('--json'), out: out ?? null };
}
