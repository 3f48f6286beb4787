// Which command the words after `postkey` stand for. Pure; carries nothing out.
import { type HandoverWish, readHandover } from './read-handover.ts';

export const commandNames = [
  'accounts',
  'bridge',
  'check',
  'discover',
  'explain',
  'forget',
  'handover',
  'policy',
  'report',
  'token',
] as const;
export type CommandName = (typeof commandNames)[number];

export type Command =
  | { readonly kind: 'discover'; readonly address: string; readonly json: boolean }
  /** Without a text it comes on standard input. */
  | { readonly kind: 'explain'; readonly text: string | null; readonly json: boolean }
  /** `out`: a file, `-` for standard output, null for neither. */
  | { readonly kind: 'report'; readonly address: string | null; readonly out: string | null; readonly json: boolean }
  /** `address` null: all but practice. */
  | { readonly kind: 'check'; readonly address: string | null; readonly json: boolean }
  | { readonly kind: 'accounts'; readonly json: boolean }
  | { readonly kind: 'token'; readonly address: string }
  | { readonly kind: 'forget'; readonly yes: boolean }
  /** `run`: keeps the doors open until it is ended; else only says how they stand. */
  | { readonly kind: 'bridge'; readonly run: boolean; readonly json: boolean }
  | ({ readonly kind: 'handover' } & HandoverWish)
  /** `check`: a file to look at; null: what is in force. */
  | { readonly kind: 'policy'; readonly check: string | null; readonly json: boolean }
  /** `about` null: all commands. */
  | { readonly kind: 'help'; readonly about: CommandName | null }
  | { readonly kind: 'version' }
  | { readonly kind: 'wrong-use'; readonly about: Exclude<CommandName, 'explain'> }
  | { readonly kind: 'wrong-use'; readonly about: 'unknown'; readonly word: string };

/** Chromium's and Electron's own switches, and ours for the whole program, stand before the command or after `--`. */
const isOption = (word: string): boolean => word.startsWith('-');

/** The options of the whole program that take a word of their own. */
const taking = new Set([
  '--preset',
  '--address',
  '--case',
  '--lang',
  '--name-server',
  '--out',
  '--check',
  '--way',
  '-r',
]);

/** All that may stand after a command's name without a value of its own joined to it: its options, and Chromium's for root. */
const allowed = new Set([...taking, '--json', '--run', '--all', '--yes', '--no-sandbox', '--disable-gpu', '--']);

/** A script that mistypes an option has to hear of it. */
const isMistyped = (word: string): boolean => /^--[^=]+$/u.test(word) && !allowed.has(word);

/** What could be a command: neither a file nor an address nor a link, which something else may hand to Postkey. */
const isCommandWord = /^[a-z][a-z-]{1,30}$/iu;

const ownOptions = new Set(['--json', '--']);

/**
 * Null: no command, so the window opens. `words`: the arguments without the executable; `ownFolder`: the app's folder, which
 * stands among them when Postkey runs from its sources.
 */
export function readCommand(words: readonly string[], ownFolder: string): Command | null {
  const said = words.filter((word, at) => word !== ownFolder && !isOption(word) && !taking.has(words[at - 1] ?? ''));
  const [name, ...rest] = said;
  const asked = readAsked(words, name, rest);
  if (asked) return asked;
  if (name === 'explain') return readExplain(words.slice(words.indexOf(name) + 1));
  const named = commandNames.find((each) => each === name);
  if (named && named !== 'explain' && words.slice(words.indexOf(named) + 1).some(isMistyped)) {
    return { kind: 'wrong-use', about: named };
  }
  if (name === 'policy') return readPolicyWish(rest, words);
  if (name === 'report') return readReport(rest, words);
  if (name === 'check' || name === 'accounts') return readAboutAccounts(name, rest, words.includes('--json'));
  if (name === 'bridge') return readBridge(rest, words);
  if (name === 'token') return readToken(rest, words);
  if (name === 'forget') return readForget(rest, words);
  if (name === 'handover') return readHandover(rest, words) ?? { kind: 'wrong-use', about: 'handover' };
  if (name !== 'discover') {
    return name !== undefined && isCommandWord.test(name) ? { kind: 'wrong-use', about: 'unknown', word: name } : null;
  }
  const [address, tooMuch] = rest;
  if (address === undefined || tooMuch !== undefined) return { kind: 'wrong-use', about: 'discover' };
  return { kind: 'discover', address, json: words.includes('--json') };
}

/** `postkey --help`, `postkey help check`, `postkey check --help`, `postkey --version`. A text to explain may hold these words itself. */
function readAsked(words: readonly string[], name: string | undefined, rest: readonly string[]): Command | null {
  const known = (word: string | undefined): CommandName | null => commandNames.find((each) => each === word) ?? null;
  if (name === 'help' && rest.length <= 1) return { kind: 'help', about: known(rest[0]) };
  if (name === 'version' && rest.length === 0) return { kind: 'version' };
  const wantsHelp = words.includes('--help') || words.includes('-h');
  if (wantsHelp && (name === undefined || (known(name) && rest.length === 0)))
    return { kind: 'help', about: known(name) };
  return name === undefined && words.includes('--version') ? { kind: 'version' } : null;
}

function readAboutAccounts(name: 'check' | 'accounts', rest: readonly string[], json: boolean): Command {
  const [address = null, tooMuch] = rest;
  if (tooMuch !== undefined || (name === 'accounts' && address !== null)) return { kind: 'wrong-use', about: name };
  return name === 'check' ? { kind: 'check', address, json } : { kind: 'accounts', json };
}

function readBridge(tooMuch: readonly string[], words: readonly string[]): Command {
  if (tooMuch.length > 0) return { kind: 'wrong-use', about: 'bridge' };
  return { kind: 'bridge', run: words.includes('--run'), json: words.includes('--json') };
}

/** It prints the token and nothing else, so that it has no other form. */
function readToken([address, tooMuch]: readonly string[], words: readonly string[]): Command {
  const isWrong = address === undefined || address.trim() === '' || address.length > 400 || tooMuch !== undefined;
  return isWrong || words.includes('--json') ? { kind: 'wrong-use', about: 'token' } : { kind: 'token', address };
}

/** `--all` has to be there, so that nobody takes it for one account's end. */
function readForget(rest: readonly string[], words: readonly string[]): Command {
  if (rest.length > 0 || !words.includes('--all')) return { kind: 'wrong-use', about: 'forget' };
  return { kind: 'forget', yes: words.includes('--yes') };
}

/** `--check FILE` and `--check=FILE` are the same. */
function readPolicyWish(rest: readonly string[], words: readonly string[]): Command {
  const joined = words.find((word) => word.startsWith('--check='))?.slice('--check='.length);
  const isAsked = words.includes('--check') || joined !== undefined;
  const check = joined ?? (words.includes('--check') ? words[words.indexOf('--check') + 1] : undefined) ?? null;
  const isNamed = check !== null && check !== '' && !check.startsWith('--');
  if (rest.length > 0 || (isAsked && !isNamed)) return { kind: 'wrong-use', about: 'policy' };
  return { kind: 'policy', check, json: words.includes('--json') };
}

function readReport(addresses: readonly string[], words: readonly string[]): Command {
  const joined = words.find((word) => word.startsWith('--out='))?.slice('--out='.length);
  const after = words.includes('--out') ? words[words.indexOf('--out') + 1] : undefined;
  const out = joined ?? after ?? null;
  const json = words.includes('--json');
  const [address = null, tooMuch] = addresses;
  const isNamed = out !== null && out !== '' && !out.startsWith('--');
  const isAsked = words.includes('--out') || joined !== undefined;
  if (tooMuch !== undefined || (isAsked ? !isNamed : !json)) return { kind: 'wrong-use', about: 'report' };
  return { kind: 'report', address, out: isAsked ? out : null, json };
}

/** The text may begin with a hyphen itself, as POP's "-ERR" does; only the program's own options are none of it. */
function readExplain(words: readonly string[]): Command {
  const text = words.filter(
    (word, at) => !ownOptions.has(word) && !taking.has(word) && !taking.has(words[at - 1] ?? ''),
  );
  return { kind: 'explain', text: text.length === 0 ? null : text.join(' '), json: words.includes('--json') };
}
