// What IMAP's FETCH and SEARCH answer about practice's letters (RFC 3501 sections 6.4.4, 6.4.5 and 7.4.2). A letter's UID is its number.
// No flags are kept, so that all letters stay unseen.
import { letterWriter, type PracticeLetter, sizeOf } from './practice-letters.ts';

const macros: Readonly<Record<string, string>> = {
  FAST: 'FLAGS INTERNALDATE RFC822.SIZE',
  ALL: 'FLAGS INTERNALDATE RFC822.SIZE ENVELOPE',
  FULL: 'FLAGS INTERNALDATE RFC822.SIZE ENVELOPE BODY',
};
const itemForm = /BODY(?:\.PEEK)?\[([^\]]*)\](?:<(\d+)(?:\.(\d+))?>)?|[A-Z0-9.]+/giu;
/** Of these flags no letter has any. */
const flagged = /(?<!NOT )\b(?:SEEN|DELETED|ANSWERED|FLAGGED|DRAFT|NEW|RECENT)\b/iu;

/** "1", "1:3,5", "2:*". */
function isIn(set: string, number: number, last: number): boolean {
  return set.split(',').some((part) => {
    const [from = 0, to = from] = part.split(':').map((end) => (end === '*' ? last : Number(end)));
    return number >= Math.min(from, to) && number <= Math.max(from, to);
  });
}

const literal = (text: string): string => `{${Buffer.byteLength(text)}}\r\n${text}`;
const linesIn = (text: string): number => text.split('\r\n').length - 1;

function dateOf({ date }: PracticeLetter): string {
  const [, day, month, year, time] = date.toUTCString().split(' ');
  return `"${day}-${month}-${year} ${time} +0000"`;
}

function envelopeOf({ date, subject, id }: PracticeLetter): string {
  const { name, user, host } = letterWriter;
  const from = `(("${name}" NIL "${user}" "${host}"))`;
  const sent = date.toUTCString().replace('GMT', '+0000');
  return `("${sent}" "${subject}" ${from} ${from} ${from} ((NIL NIL "you" "${host}")) NIL NIL NIL "${id}")`;
}

function headFields(head: string, wanted: string, isNot: boolean): string {
  const names = new Set(wanted.toUpperCase().split(/[\s()"]+/u));
  const kept = head
    .split('\r\n')
    .filter((line) => line !== '' && names.has(line.split(':')[0]?.toUpperCase() ?? '') !== isNot);
  return [...kept, '', ''].join('\r\n');
}

function sectionOf({ head, text }: PracticeLetter, section: string): string {
  const [, not, names] = /^HEADER\.FIELDS(\.NOT)? (.*)$/iu.exec(section) ?? [];
  if (names !== undefined) return headFields(head, names, not !== undefined);
  if (section === '') return head + text;
  if (/^(?:HEADER|1\.MIME)$/iu.test(section)) return head;
  return /^(?:TEXT|1)$/iu.test(section) ? text : '';
}

function itemOf(
  letter: PracticeLetter,
  number: number,
  [item, section, from, length]: readonly string[],
): string | null {
  if (section !== undefined) {
    const whole = Buffer.from(sectionOf(letter, section));
    const start = Number(from ?? 0);
    const part = from === undefined ? whole : whole.subarray(start, start + Number(length ?? whole.length));
    return `BODY[${section}]${from === undefined ? '' : `<${start}>`} ${literal(part.toString())}`;
  }
  const name = item?.toUpperCase() ?? '';
  const structure = `("TEXT" "PLAIN" ("CHARSET" "utf-8") NIL NIL "8BIT" ${Buffer.byteLength(letter.text)} ${linesIn(letter.text)})`;
  const plain: Readonly<Record<string, string>> = {
    UID: `${number}`,
    FLAGS: '()',
    INTERNALDATE: dateOf(letter),
    'RFC822.SIZE': `${sizeOf(letter)}`,
    ENVELOPE: envelopeOf(letter),
    BODY: structure,
    BODYSTRUCTURE: structure,
    RFC822: literal(letter.head + letter.text),
    'RFC822.HEADER': literal(letter.head),
    'RFC822.TEXT': literal(letter.text),
  };
  return Object.hasOwn(plain, name) ? `${name} ${plain[name]}` : null;
}

/** `asked`: what stands after FETCH. Null: it is not understood. */
export function fetched(letters: readonly PracticeLetter[], asked: string, byUid: boolean): readonly string[] | null {
  const [, set, said = ''] = /^([\d:*,]+) (.+)$/u.exec(asked.trim()) ?? [];
  if (set === undefined) return null;
  const items = [...(macros[said.toUpperCase()] ?? said).matchAll(itemForm)];
  if (byUid && !items.some(([item]) => item?.toUpperCase() === 'UID')) items.unshift(...'UID'.matchAll(itemForm));
  return letters.flatMap((letter, at) => {
    if (!isIn(set, at + 1, letters.length)) return [];
    const parts = items.flatMap((item) => itemOf(letter, at + 1, item) ?? []);
    return [`* ${at + 1} FETCH (${parts.join(' ')})`];
  });
}

/** `asked`: what stands after SEARCH. Words that are looked for find every letter. */
export function searched(count: number, asked: string): string {
  const set = /(?:^|\s)([\d:*,]+)(?=\s|$)/u.exec(asked)?.[1] ?? '1:*';
  const numbers = flagged.test(asked) ? [] : Array.from({ length: count }, (_, at) => at + 1);
  return ['* SEARCH', ...numbers.filter((number) => isIn(set, number, count))].join(' ');
}
