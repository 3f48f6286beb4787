// Makes phrases comparable however they were wrapped, quoted or written, and finds one: small letters without spaces, line ends and
// quotation marks. Pure.

export interface Squeezed {
  readonly text: string;
  /** Where each of its characters stood before. */
  readonly from: Int32Array;
}

const passedOver = /[\s"'`\\\u2018-\u201f\u00ab\u00bb]/u;

/** Linear in the length of the text. */
export function squeezed(text: string): Squeezed {
  const from = new Int32Array(text.length);
  const small = text.toLowerCase();
  // Lower case may be longer than upper case in some scripts; then places are only near.
  const kept: string[] = [];
  for (let at = 0; at < small.length && kept.length < from.length; at += 1) {
    const character = small.charAt(at);
    if (passedOver.test(character)) continue;
    from[kept.length] = Math.min(at, text.length - 1);
    kept.push(character);
  }
  return { text: kept.join(''), from };
}

/** "…" in a phrase of the table of causes stands for up to this many characters. */
const between = 200;

/** A phrase made ready for looking: its parts, squeezed, which follow each other. */
export function phraseParts(phrase: string): readonly string[] {
  return phrase.split('…').map((part) => squeezed(part).text);
}

/** Where the phrase stands in a squeezed text; undefined when it does not. */
export function findPhrase(
  bare: string,
  parts: readonly string[],
): { readonly at: number; readonly end: number } | undefined {
  const [first = '', ...others] = parts;
  const at = bare.indexOf(first);
  if (at < 0) return undefined;
  let end = at + first.length;
  for (const part of others) {
    const next = bare.slice(end, end + between + part.length).indexOf(part);
    if (next < 0) return undefined;
    end += next + part.length;
  }
  return { at, end };
}
