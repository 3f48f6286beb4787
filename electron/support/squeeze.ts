// Makes phrases comparable however they were wrapped, quoted or written: small letters without spaces, line ends and quotation marks.
// Pure.

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
