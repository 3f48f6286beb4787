// Finds Microsoft's AADSTS numbers: in the words of any language, in the page's details, in JSON, and broken over two lines. Pure.
import { entriesWith } from './catalogue.ts';
import type { Trace } from './trace.ts';

const named = /AADSTS[ :#]{0,2}(\d{5,7})(?!\d)/giu;
const listed = /error_codes"?\s{0,3}[:=]\s{0,3}\[([\d,\s]{1,120})\]/giu;
/** The organisation's own list of sign-ins, which an administrator copies from. */
const logged = /\bsign-?in error code\s{0,3}[:=]?\s{0,3}(\d{5,7})(?!\d)/giu;
/** The details of Microsoft's page: "Error Code: 53003", in any language, above a request's UUID. */
const detail = /[:=]\s{0,3}(\d{5,7})(?![\d.:-])/gu;
const uuid = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/iu;

const isKnown = (trace: string): boolean => entriesWith('numbers', trace).length > 0;

function found(text: string, pattern: RegExp): readonly Trace[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const start = match.index + match[0].indexOf(match[1] ?? '');
    return [...(match[1] ?? '').matchAll(/\d{5,7}/gu)].map((number) => ({
      kind: 'numbers' as const,
      trace: number[0],
      text,
      at: pattern === named ? match.index : start + number.index,
      end: start + number.index + number[0].length,
    }));
  });
}

/**
 * `joined`: the text with its lines put together. A number at the end of a line may go on in the next: where both readings are known
 * both are given, so that nobody takes one for certain.
 */
export function findNumbers(text: string, joined: string): readonly Trace[] {
  const whole = [...found(text, named), ...found(text, listed), ...found(text, logged)];
  const over = found(joined, named).filter(({ trace }) => !whole.some((each) => each.trace === trace));
  const known = [...whole, ...over].filter(({ trace }) => isKnown(trace));
  if (known.length > 0 || whole.length > 0 || !uuid.test(text)) return known;
  return found(text, detail).filter(({ trace }) => isKnown(trace));
}
