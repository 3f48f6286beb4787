// Finds what could be the query of a redirect in text a person pasted: whole addresses, bare queries, addresses that a terminal or
// a mail broke over lines. Pure; decides nothing about state or errors.

const startOfQuery =
  /https?:\/\/[^\s"'<>?#]{0,2048}[?#]|(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?\/?[?#]|(?<![^\s"'<>(?#])(?=(?:[\w.-]+=[^&\s]*&)*(?:code|error)=)/giu;
const addressWord = /^[\w\-.~:/?#[\]@!$&()*+,;=%|{}]+/u;
const mostStarts = 20;
const mostLines = 200;

/** `&amp;` from a page's source, and the invisible characters some programs add when copying. */
export function cleanPaste(text: string): string {
  return text
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/gu, '')
    .replace(/&(?:amp;)+/giu, '&')
    .replace(/&#(?:38|x26);/giu, '&');
}

/** Every reading of every address, the longest reading of an address first: whether a line break belongs to it shows only in its state. */
export function findPastedQueries(text: string): readonly string[] {
  const queries = new Set<string>();
  let starts = 0;
  for (const match of text.matchAll(startOfQuery)) {
    starts += 1;
    if (starts > mostStarts) break;
    for (const reading of readingsFrom(text.slice(match.index + match[0].length))) queries.add(reading);
  }
  return [...queries];
}

/** Any address at all, with or without a query. */
export function holdsAddress(text: string): boolean {
  return /https?:\/\/[^\s/]|(?:127\.0\.0\.1|localhost|\[::1\])(?::\d|\/)/iu.test(text);
}

/** Without addresses, so that words inside an address are not taken for words a page said. */
export function withoutAddresses(text: string): string {
  return text.replace(/https?:\/\/\S+/giu, ' ');
}

function readingsFrom(rest: string): readonly string[] {
  const readings: string[] = [];
  let joined = '';
  for (const line of rest.split(/\r\n|\r|\n/u, mostLines)) {
    const whole = joined === '' ? line.trimEnd() : line.trim();
    const word = addressWord.exec(whole)?.[0] ?? '';
    if (word === '') break;
    joined += word;
    readings.unshift(joined.replace(/[\])>.,;]+$/u, ''), joined);
    if (word.length < whole.length) break;
  }
  return readings;
}
