// Decides between what was found: which finding tells most, what it takes in, and whether anything is left that speaks against it. Pure.
import { traceKinds } from './catalogue-schema.ts';
import type { Finding } from './trace.ts';

/** A reply of a mail server is this long at most, its several lines together. */
const oneReply = 400;

const rank = ({ entry, kind }: Finding): number => (entry.decides ? -1 : traceKinds.indexOf(kind));
const isCertain = ({ entry }: Finding): boolean => entry.causes.length === 1;

function byTelling(one: Finding, other: Finding): number {
  return rank(one) - rank(other) || one.entry.order - other.entry.order;
}

function distance(one: Finding, other: Finding): number {
  return Math.max(one.at - other.end, other.at - one.end, 0);
}

/** Whether `better` tells about the same message as `worse` does, and more. */
function takesIn(better: Finding, worse: Finding): boolean {
  const fits = worse.entry.causes.some((cause) => better.entry.causes.includes(cause));
  if (fits && (isCertain(better) || !isCertain(worse))) return true;
  // It narrows down what the better one leaves open.
  if (fits) return false;
  // Two readings of a number that goes on in the next line: nobody can tell which is right.
  if (better.kind === 'numbers' && worse.kind === 'numbers') return false;
  if (distance(better, worse) === 0) return true;
  const isNear = distance(better, worse) <= oneReply;
  const isApart = better.entry.scene !== worse.entry.scene;
  // What a mail program says about a connection is about the same connection; what a sign-in page says is not.
  const isOfSignIn = [better, worse].some(({ entry }) => entry.scene === 'sign-in');
  if (isNear && !(isApart && isOfSignIn) && isCertain(better) && !isCertain(worse)) return true;
  if (isApart) return false;
  const isSamePlace = isNear || better.entry.scene !== 'mail';
  return isSamePlace && rank(better) < rank(worse);
}

/** What remains, the most telling first: one finding when one decides, several when the text holds several messages. */
export function weighFindings(findings: readonly Finding[]): readonly Finding[] {
  const kept: Finding[] = [];
  for (const finding of [...findings].sort(byTelling)) {
    if (!kept.some((better) => takesIn(better, finding))) kept.push(finding);
  }
  // One that is certain goes before those that are not, and takes in what would fit it.
  const [first] = kept.filter(isCertain).concat(kept);
  if (first === undefined) return [];
  return [first, ...kept.filter((other) => other !== first && !takesIn(first, other))];
}
