// Explains anything a person pastes: finds the decisive part, says the cause, who must act and how sure that is. Pure; asks nobody,
// remembers nothing, and lets nothing of the text out but a short piece without secrets.
import { usualStamp } from '../../shared/cause-steps.ts';
import type { Candidate, Explanation } from '../../shared/explanation.ts';
import { type Actor, type ProblemCode, problems } from '../../shared/problem.ts';
import { readCode } from '../../shared/read-code.ts';
import { cleanText } from './clean-text.ts';
import { decisivePart } from './decisive-part.ts';
import { findTraces, providersIn } from './find-traces.ts';
import { generalAnswer } from './general-answer.ts';
import type { Finding } from './trace.ts';
import { weighFindings } from './weigh-findings.ts';

const mostCandidates = 6;

function candidateOf(cause: ProblemCode, actors?: readonly Actor[]): Candidate {
  const { actor, retryHelps } = problems[cause];
  return { cause, code: usualStamp(cause), actors: actors ?? [actor], retryHelps };
}

/** Of an entry with one cause its own actors hold; with several, each cause has its usual one. */
function candidatesOf({ entry }: Finding): readonly Candidate[] {
  return entry.causes.map((cause) => candidateOf(cause, entry.causes.length === 1 ? entry.actors : undefined));
}

function providerOf(findings: readonly Finding[], text: string): { readonly provider?: string } {
  const named = new Set(findings.flatMap(({ entry }) => entry.of ?? entry.at ?? []));
  const [only, another] = named.size > 0 ? [...named] : providersIn(text);
  return only !== undefined && another === undefined ? { provider: only } : {};
}

function unique(candidates: readonly Candidate[]): readonly Candidate[] {
  const seen = new Set<string>();
  return candidates.filter(({ cause }) => !seen.has(cause) && seen.add(cause)).slice(0, mostCandidates);
}

function actorsOf(candidates: readonly Candidate[]): readonly Actor[] {
  return [...new Set(candidates.flatMap(({ actors }) => actors))];
}

/** A code of Postkey's own with its number, and nothing beside it: what the health file says, and what is read out. */
const isOwnCode = /^\s*\d{1,2}-[A-Z]+(?:-[A-Z]+)*\s*$/iu;

function ofOwnCode(text: string): Explanation | null {
  const read = isOwnCode.test(text) ? readCode(text) : null;
  if (read?.kind !== 'found' || read.meaning.kind !== 'cause') return null;
  const { cause, code } = read.meaning;
  return { ...candidateOf(cause), code, certain: true, decisive: text.trim(), candidates: [] };
}

/** `text`: anything, of any length; of more than 100,000 characters the first and last 50,000 count. */
export function explain(text: string): Explanation {
  const clean = cleanText(text);
  const own = ofOwnCode(clean);
  if (own) return own;
  const findings = weighFindings(findTraces(clean));
  const [main] = findings;
  if (!main) return generalAnswer(clean);
  const common = { decisive: decisivePart(main), ...providerOf(findings, clean) };
  const [first, ...others] = candidatesOf(main);
  if (!first) return generalAnswer(clean);
  if (findings.length === 1 && others.length === 0) return { ...first, certain: true, ...common, candidates: [] };
  if (findings.length === 1) {
    const { question = 'several', actors } = main.entry;
    return {
      ...first,
      actors: actors ?? actorsOf([first, ...others]),
      certain: false,
      ...common,
      question,
      candidates: [first, ...others],
    };
  }
  // Several messages: each cause with the part that speaks for it.
  const candidates = unique(
    findings.flatMap((finding) => candidatesOf(finding).map((each) => ({ ...each, because: decisivePart(finding) }))),
  );
  const { because, ...likeliest } = candidates[0] ?? first;
  return { ...likeliest, actors: actorsOf(candidates), certain: false, ...common, question: 'several', candidates };
}
