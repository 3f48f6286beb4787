// Finds every trace of the catalogue in a cleaned text. Pure and linear: each pattern is bounded, phrases are looked for as they are.

import { findPhrase, squeezed } from '../../shared/squeeze.ts';
import { entriesWith, phrases } from './catalogue.ts';
import type { CatalogueEntry, ProviderName } from './catalogue-schema.ts';
import { joinLines } from './clean-text.ts';
import { findChallenges } from './find-challenges.ts';
import { findNumbers } from './find-numbers.ts';
import type { Finding, Trace } from './trace.ts';

const word = /(?<![A-Za-z0-9_])[A-Za-z0-9][A-Za-z0-9_]{2,80}(?![A-Za-z0-9_])/gu;
const cancelled = /error_subcode=cancel\b/giu;
/** The address a browser comes back to, with an answer that nobody took. */
const answer =
  /https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?(?:\/[\w.~-]{0,40}){0,4}\?(?:[\w.-]{1,40}=[^&\s]{0,3000}&){0,8}?code=/giu;
const bracket = /\[([A-Za-z][A-Za-z/-]{2,24})(?=[\] ])/gu;
/** "535 5.7.8", "535-5.7.8", "(535, b'5.7.8", "responded: 5.7.3". */
const enhanced = /(?:\b[45]\d\d[ -]{1,2}|\b[45]\d\d, b?['"]|[:>] ?)#?([45]\.\d{1,3}\.\d{1,3})(?![\d.])/gmu;
const status = /(?:^|[:("'>] ?)([45]\d\d)(?=[ -]{1,2}[^\d\s]|, b?['"]|[ -]\d\.\d{1,3}\.\d)/gmu;

function wholeTraces(text: string): readonly Trace[] {
  const found: Trace[] = [];
  const gather = (kind: Trace['kind'], pattern: RegExp): void => {
    for (const match of text.matchAll(pattern)) {
      const trace = match[1] ?? match[0];
      const at = match.index + match[0].lastIndexOf(trace);
      if (entriesWith(kind, trace).length > 0) found.push({ kind, trace, text, at, end: at + trace.length });
    }
  };
  for (const kind of ['codes', 'words', 'subErrors'] as const) gather(kind, word);
  gather('subErrors', cancelled);
  for (const { 0: address, index } of text.matchAll(answer)) {
    found.push({ kind: 'subErrors', trace: '?code=', text, at: index, end: index + address.length });
  }
  return found;
}

/** Three digits mean something only among words about mail. */
const ofMail = /smtp|mail|auth|login|\btls\b|credential|sender|relay|recipient/iu;

function replyTraces(text: string): readonly Trace[] {
  const found: Trace[] = [];
  const kinds = [
    ['brackets', bracket],
    ['smtp', enhanced],
    ['statuses', status],
  ] as const;
  for (const [kind, pattern] of kinds) {
    if (kind === 'statuses' && !ofMail.test(text)) continue;
    for (const match of text.matchAll(pattern)) {
      const trace = match[1] ?? '';
      const at = match.index + match[0].indexOf(trace);
      if (entriesWith(kind, trace).length > 0) found.push({ kind, trace, text, at, end: at + trace.length });
    }
  }
  return found;
}

/** The first of each in each text: what stands there ten thousand times is looked at once. */
function firstOfEach(traces: readonly Trace[]): readonly Trace[] {
  const seen = new Map<string, Set<string>>();
  return traces.filter(({ kind, trace, text }) => {
    const ofText = seen.get(text) ?? new Set<string>();
    seen.set(text, ofText);
    const key = `${kind} ${trace}`;
    return !ofText.has(key) && ofText.add(key);
  });
}

const isAtLineEnd = ({ text, end }: Trace): boolean => /^[ \t]{0,20}(?:\n|$)/u.test(text.slice(end, end + 22));

/**
 * A word broken over two lines is found in the joined text; its beginning alone may be another word. Numbers stay: which reading is
 * right nobody can tell.
 */
function withoutBeginnings(traces: readonly Trace[]): readonly Trace[] {
  return traces.filter((one) => {
    if (one.kind === 'numbers' || !isAtLineEnd(one)) return true;
    return !traces.some(
      ({ kind, trace }) => kind === one.kind && trace.length > one.trace.length && trace.startsWith(one.trace),
    );
  });
}

function phraseFindings(text: string): readonly Finding[] {
  const { text: bare, from } = squeezed(text);
  return phrases.flatMap(({ entry, parts }) => {
    const found = findPhrase(bare, parts);
    if (found === undefined) return [];
    return [{ entry, kind: 'says' as const, text, at: from[found.at] ?? 0, end: (from[found.end - 1] ?? 0) + 1 }];
  });
}

const speaksOf: Readonly<Record<ProviderName, RegExp>> = {
  Microsoft: /aadsts|microsoft|office365|outlook\.(?:com|office)|\bentra\b|exchange online|login\.live\.com/iu,
  Google: /google|gmail|gserviceaccount/iu,
  Yahoo: /yahoo|\baol\b/iu,
};

/** The providers a text speaks of. */
export function providersIn(text: string): readonly ProviderName[] {
  return (Object.keys(speaksOf) as ProviderName[]).filter((name) => speaksOf[name].test(text));
}

/** Without repetition: one finding for each entry, the first. */
export function findTraces(text: string): readonly Finding[] {
  const joined = joinLines(text);
  const small = text.toLowerCase();
  const spoken = providersIn(text);
  const counts = ({ at, with: others }: CatalogueEntry): boolean =>
    (at === undefined || spoken.includes(at)) &&
    (others === undefined || others.some((other) => small.includes(other.toLowerCase())));

  const all = firstOfEach([
    ...wholeTraces(text),
    ...wholeTraces(joined),
    ...findNumbers(text, joined),
    ...replyTraces(text),
    ...findChallenges(text, joined),
  ]);
  const traces = withoutBeginnings(all);
  const findings: Finding[] = [...phraseFindings(text).filter(({ entry }) => counts(entry))];
  for (const { kind, trace, text: where, at, end } of traces) {
    const entry = entriesWith(kind, trace).find(counts);
    if (entry) findings.push({ entry, kind, text: where, at, end });
  }
  const seen = new Set<number>();
  return findings.filter(({ entry }) => !seen.has(entry.order) && seen.add(entry.order));
}
