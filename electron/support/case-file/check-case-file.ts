// The last gate before a case file is written or copied: looks at every text in it once more, by shape, whoever made it. Finds what must
// not be there and says where; never says what. Pure.
import type { CaseFinding, CaseGroup } from '../../../shared/case-draft.ts';
import type { CaseFile } from '../../../shared/case-file.ts';
import { addressPattern } from '../../../shared/stand-in-names.ts';

export interface CheckParts {
  /** Takes secrets out of a text: whatever it would still take out is one. */
  readonly redact: (text: string) => string;
  /** Names of this very person and organisation, which no shape tells. */
  readonly names: readonly string[];
  /** Addresses and codes of the moment, word for word. */
  readonly exact: readonly string[];
  /** The title for what stands only in the data. */
  readonly dataTitle: string;
}

/** A client ID may look as random as a token; that it is none is seen by these. */
const secretMarks = /^(?:eyJ|ya29\.|GOCSPX-|1\/\/0|4\/0|y\d_|M\.[CR]\d)|[78]Q~|~[01]~|\s|@|-----/u;
const shortestName = 4;
const isCode = /^[a-z0-9.-]+$/u;
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`);

function clientIds({ setup, accounts }: CaseFile): readonly string[] {
  const all = [setup?.registration?.clientId, ...accounts.map(({ registration }) => registration.clientId)];
  return all.filter((id): id is string => id !== undefined && id !== '' && !secretMarks.test(id));
}

function textsIn(data: unknown): readonly string[] {
  if (typeof data === 'string') return [data];
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([name, value]) => [name, ...textsIn(value)]);
}

/** Null: nothing was found, and it may be written. */
export function checkCaseFile(doc: CaseFile, groups: readonly CaseGroup[], parts: CheckParts): CaseFinding | null {
  const ids = clientIds(doc);
  const address = new RegExp(addressPattern.source, 'iu');
  const exact = parts.exact.map((each) => each.toLowerCase()).filter((each) => each !== '');
  const names = parts.names
    .filter((name) => name.length >= shortestName)
    .map((name) => new RegExp(`(?<![\\p{L}\\p{N}])${escaped(name)}(?![\\p{L}\\p{N}])`, 'iu'));

  const whatIn = (text: string): CaseFinding['what'] | null => {
    const without = ids.reduce((left, id) => left.replaceAll(id, 'client-id'), text);
    const small = without.toLowerCase();
    if (address.test(without) || exact.some((each) => small.includes(each))) return 'address';
    return parts.redact(without) === without ? null : 'secret';
  };
  // Our own words and codes may hold a word that is also somebody's name.
  const nameIn = (text: string): 'name' | null =>
    !isCode.test(text) && names.some((name) => name.test(text)) ? 'name' : null;
  for (const { title, lines } of groups) {
    for (const [at, { label = '', value }] of [{ value: title }, ...lines].entries()) {
      const what = whatIn(value) ?? whatIn(label);
      if (what) return { what, group: whatIn(title) ? parts.dataTitle : title, line: at };
    }
  }
  for (const [at, text] of textsIn(doc).entries()) {
    const what = whatIn(text) ?? nameIn(text);
    if (what) return { what, group: parts.dataTitle, line: at + 1 };
  }
  return null;
}
