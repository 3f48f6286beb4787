// One IMAP command before the login, with its literals of both kinds (RFC 9051 section 4.3, RFC 7888). Bounded: whatever is longer than a login
// can be is not taken in.
import type { BridgeLimits } from './bridge-limits.ts';
import { type ProgramWire, WireStop } from './program-wire.ts';

export interface ImapCommand {
  /** Empty when there was none to be read. */
  readonly tag: string;
  /** In capitals. */
  readonly name: string;
  /** Atoms, quoted strings and literals alike, without their marks; latin1. */
  readonly args: readonly string[];
  readonly isWhole: boolean;
}

/** Most literals of one command: a login has two, an ID a few more. */
const mostLiterals = 40;

/** `readLine` reads the first line; the further ones come from the wire. Throws `WireStop` when a program sends what nobody has room for. */
export async function readImapCommand(
  wire: ProgramWire,
  limits: BridgeLimits,
  readLine: () => Promise<string>,
): Promise<ImapCommand> {
  let text = await readLine();
  const words: string[] = [];
  let isWhole = true;
  for (let literals = 0; ; literals += 1) {
    const literal = /(?:^|[ (])\{(\d{1,10})(\+?)\}$/u.exec(text);
    const before = literal ? text.slice(0, literal.index + 1).replace(/\{$/u, '') : text;
    isWhole = addWords(before, words) && isWhole;
    if (!literal) break;
    const [, length = '', isSentAtOnce] = literal;
    const isTooLong = Number(length) > limits.literalBytes || literals >= mostLiterals;
    // Sent without being asked for: it is on its way, and nobody here could tell its end from commands (RFC 7888 section 4).
    if (isTooLong && isSentAtOnce) throw new WireStop('too-long');
    if (isTooLong || (!isWhole && !isSentAtOnce)) return { ...commandOf(words), isWhole: false };
    if (!isSentAtOnce) wire.say('+ OK');
    words.push(await wire.bytes(Number(length)));
    text = await wire.line();
  }
  return { ...commandOf(words), isWhole };
}

function commandOf([tag = '', name = '', ...args]: readonly string[]): Omit<ImapCommand, 'isWhole'> {
  // RFC 9051 section 9, "tag"; anything else could write lines of its own into the answer.
  const isTag = /^[!#$&',\-./0-9:;<=>?@A-Z[\]^_`a-z|}~]{1,64}$/u.test(tag);
  return isTag ? { tag, name: name.toUpperCase(), args } : { tag: '', name: '', args: [] };
}

/** False: a quoted string does not end. Atoms are taken as loosely as programs write them. */
function addWords(text: string, words: string[]): boolean {
  const word = / *(?:"((?:[^"\\]|\\.)*)"|([^ "][^ ]*))/uy;
  let end = 0;
  for (let found = word.exec(text); found !== null; found = word.exec(text)) {
    const [, quoted, atom] = found;
    words.push(atom ?? (quoted ?? '').replace(/\\(.)/gu, '$1'));
    end = word.lastIndex;
  }
  return text.slice(end).trim() === '';
}
