// Reads a code that was said on the telephone and typed by somebody else: lower case, without hyphens, with a number as a word, with
// letters taken for digits, half of it missing. Says which page or cause it is, or which it may be; never guesses silently.
import { usualStep } from './cause-steps.ts';
import { isBeginning, mistakes } from './near-words.ts';
import { codeOfPage, codesElsewhere, type PageId, pageIds, pages } from './page-code.ts';
import { type ProblemCode, problems } from './problem.ts';
import { type StepId, setupSteps, stepNumber } from './setup-steps.ts';

/** What a code stands for: a page on which nothing stopped, or a cause and the step at which it was met. */
export type CodeMeaning =
  | { readonly kind: 'page'; readonly code: string; readonly page: PageId }
  | { readonly kind: 'cause'; readonly code: string; readonly cause: ProblemCode; readonly step: StepId };

export type ReadCode =
  | { readonly kind: 'empty' }
  | { readonly kind: 'found'; readonly meaning: CodeMeaning }
  /** Not this word for word: what it may be, the likeliest first. */
  | { readonly kind: 'near'; readonly meanings: readonly CodeMeaning[] }
  | { readonly kind: 'unknown' };

/** More choices than this help nobody. */
const mostOffered = 6;

const causes = Object.keys(problems) as ProblemCode[];

export function causeAt(cause: ProblemCode, step: StepId): CodeMeaning {
  return { kind: 'cause', code: `${stepNumber(step)}-${problems[cause].short}`, cause, step };
}

export function pageMeaning(page: PageId): CodeMeaning {
  return { kind: 'page', code: codeOfPage(page), page };
}

/** As a problem is met most often. */
export function causeMeaning(cause: ProblemCode): CodeMeaning {
  return causeAt(cause, usualStep(cause));
}

/** Hyphens and spaces do not count; what is drawn alike is the same. */
function bare(text: string): string {
  return text
    .replaceAll(/[^A-Z0-9]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/gu, '1');
}

/** Every way a code may be given whole, by its bare form. */
const whole = new Map<string, CodeMeaning>();
/** Without its number. */
const words = new Map<string, CodeMeaning>();
for (const page of pageIds) {
  const { word } = pages[page];
  whole.set(bare(codeOfPage(page)), pageMeaning(page));
  // A word that several pages share says nothing without its number.
  if (word !== 'SKIPPED') words.set(bare(word), pageMeaning(page));
}
for (const cause of causes) {
  const { short } = problems[cause];
  for (const step of setupSteps) whole.set(bare(`${stepNumber(step)}-${short}`), causeAt(cause, step));
  words.set(bare(short), causeMeaning(cause));
}

for (const [code, page] of Object.entries(codesElsewhere)) whole.set(bare(code), { kind: 'page', code, page });

const numberWords = [
  'ONE',
  'TWO',
  'THREE',
  'FOUR',
  'FIVE',
  'SIX',
  'SEVEN',
  'EIGHT',
  'NINE',
  'TEN',
  'ELEVEN',
  'TWELVE',
] as const;

/** Said around a code, or for its hyphens. */
const besides = new Set(['CODE', 'STEP', 'STAMP', 'HELPDESK', 'DASH', 'HYPHEN', 'MINUS', 'THE', 'SAYS', 'STANDS']);

const digitOfScript = (digit: string): string => {
  // Each script's ten digits stand in one row of Unicode, its nought first.
  const point = digit.codePointAt(0) ?? 0;
  let nought = point;
  while (point - nought < 9 && /\p{Nd}/u.test(String.fromCodePoint(nought - 1))) nought -= 1;
  return String(point - nought);
};

/** Capitals, digits of this script, one space between the parts. */
function partsOf(text: string): readonly string[] {
  const plain = text
    .slice(0, 200)
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/(?![0-9])\p{Nd}/gu, digitOfScript);
  const parts = plain.split(/[^A-Z0-9]+/u).filter((part) => part !== '');
  const [first = '', ...rest] = parts;
  const number = numberWords.indexOf(first as (typeof numberWords)[number]);
  return number < 0 ? parts : [String(number + 1), ...rest];
}

interface Typed {
  readonly step: StepId | undefined;
  /** Without the number; bare. */
  readonly word: string;
}

/** The number at the beginning, where there is one: "10", and "IO" and "1O" for it. */
function splitNumber(bareText: string): readonly Typed[] {
  const whole: Typed = { step: undefined, word: bareText };
  const numbered = [2, 1].flatMap((length): readonly Typed[] => {
    const step = setupSteps[Number(bareText.slice(0, length) || 'x') - 1];
    return step === undefined ? [] : [{ step, word: bareText.slice(length) }];
  });
  return [...numbered, whole];
}

function exact(bareText: string): CodeMeaning | undefined {
  return whole.get(bareText) ?? words.get(bareText);
}

/** How far a word is from what was typed, lower is nearer; undefined when it is something else. */
function distanceOf(known: string, { step, word }: Typed, meaning: CodeMeaning): number | undefined {
  const wordDistance = distanceOfWords(known, word);
  if (wordDistance === undefined) return undefined;
  const own = meaning.kind === 'page' ? pageStep(meaning.page) : meaning.step;
  return wordDistance + (step === undefined || step === own ? 0 : 0.5);
}

function distanceOfWords(known: string, word: string): number | undefined {
  if (word === known) return 0;
  if (word.length < 2) return undefined;
  if (isBeginning(word, known)) return 0.6;
  // "OFF" for "SMTP-OFF".
  if (word.length > 2 && known.endsWith(word)) return 1;
  const distance = mistakes(word, known);
  return distance <= allowedMistakes(Math.min(word.length, known.length)) ? distance : undefined;
}

function allowedMistakes(length: number): number {
  if (length < 4) return 1;
  return length < 8 ? 2 : 3;
}

function pageStep(page: PageId): StepId | undefined {
  const traits = pages[page];
  return 'step' in traits ? traits.step : undefined;
}

function near(bareText: string): readonly CodeMeaning[] {
  const found = new Map<string, { meaning: CodeMeaning; distance: number }>();
  for (const typed of splitNumber(bareText)) {
    for (const [known, meaning] of words) {
      const distance = distanceOf(known, typed, meaning);
      if (distance === undefined) continue;
      // A cause is met at the step that was said.
      const said = meaning.kind === 'cause' && typed.step !== undefined ? causeAt(meaning.cause, typed.step) : meaning;
      const before = found.get(known);
      if (before === undefined || distance < before.distance) found.set(known, { meaning: said, distance });
    }
  }
  return [...found.values()].sort((one, other) => one.distance - other.distance).map(({ meaning }) => meaning);
}

/** Only a number: the pages of that step. */
function pagesOfNumber(parts: readonly string[]): readonly CodeMeaning[] {
  const [number, ...rest] = parts;
  const step = rest.length === 0 ? setupSteps[Number(number) - 1] : undefined;
  return step === undefined ? [] : pageIds.filter((page) => pageStep(page) === step).map(pageMeaning);
}

/** What a typed code stands for. */
export function readCode(text: string): ReadCode {
  const parts = partsOf(text);
  if (parts.length === 0) return { kind: 'empty' };
  const withoutBesides = parts.filter((part) => !besides.has(part));
  // "step ten" begins with its number only once the rest is gone.
  const again = partsOf(withoutBesides.join(' '));
  const meaning = exact(bare(parts.join(''))) ?? exact(bare(again.join('')));
  if (meaning !== undefined) return { kind: 'found', meaning };
  const ofNumber = pagesOfNumber(again);
  const meanings = (ofNumber.length > 0 ? ofNumber : near(bare(again.join('')))).slice(0, mostOffered);
  return meanings.length === 0 ? { kind: 'unknown' } : { kind: 'near', meanings };
}
