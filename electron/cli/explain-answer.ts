// What `postkey explain` prints: for a person to read, or as JSON for programs. Pure; every sentence comes from the words.
import type { Candidate, Explanation } from '../../shared/explanation.ts';
import type { ItStep } from '../../shared/it-requests/it-request.ts';
import { itStepsOf } from '../../shared/it-requests/it-request-of-explained.ts';

/** A sentence of the words `cli`, `problems`, `explain` or `it-request`, as plain text. */
export type FindWords = (
  namespace: 'cli' | 'problems' | 'explain' | 'it-request',
  key: string,
  values?: Readonly<Record<string, string>>,
) => string;

interface Told {
  readonly cause: string;
  readonly code: string;
  readonly actors: Candidate['actors'];
  readonly retryHelps: boolean;
  readonly title: string;
  readonly what: string;
  readonly steps: readonly string[];
  /** What exactly IT has to do; empty where it is not IT that acts. */
  readonly itRequest: readonly (ItStep & { readonly what: string; readonly keep: string })[];
}

function tell({ cause, code, actors, retryHelps }: Candidate, explanation: Explanation, find: FindWords): Told {
  const provider = explanation.provider ?? find('explain', 'theProvider');
  const isGeneral = cause.startsWith('general-');
  const words = (part: string): string =>
    isGeneral ? find('explain', `general.${cause}.${part}`) : find('problems', `${cause}.${part}`, { provider });
  const steps = isGeneral ? words('steps') : find('explain', `steps.${cause}`);
  const itRequest = itStepsOf({ cause, actors }, explanation.provider).map((step) => ({
    ...step,
    what: find('it-request', `parts.${step.id}.do`, { clientId: 'CLIENT-ID' }),
    keep: find('it-request', `parts.${step.id}.keep`),
  }));
  return {
    cause,
    code,
    actors,
    retryHelps,
    title: words('title'),
    what: words('what'),
    steps: steps.split('\n'),
    itRequest,
  };
}

function answerTo({ question }: Explanation, { cause, because }: Candidate, find: FindWords): string {
  return because === undefined
    ? find('explain', `questions.${question}.${cause}`)
    : find('cli', 'explain.because', { because });
}

const questionOf = (explanation: Explanation, find: FindWords): string | null =>
  explanation.question === undefined ? null : find('explain', `questions.${explanation.question}.ask`);

/** One JSON document; its fields stay. */
export function explanationAsJson(explanation: Explanation, find: FindWords): string {
  const { certain, decisive, provider, candidates } = explanation;
  const document = {
    ...tell(explanation, explanation, find),
    certain,
    decisive,
    provider: provider ?? null,
    question: questionOf(explanation, find),
    candidates: candidates.map((each) => ({
      ...tell(each, explanation, find),
      answer: answerTo(explanation, each, find),
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function itLines({ itRequest }: Told, find: FindWords): readonly string[] {
  if (itRequest.length === 0) return [];
  const line = (label: string, value: string): string =>
    `     ${find('it-request', 'letter.line', { label: find('it-request', `label.${label}`), value })}`;
  return [
    find('it-request', 'fold.open'),
    ...itRequest.flatMap((step, at) => [
      `  ${find('it-request', 'fold.number', { number: String(at + 1), what: step.what })}`,
      line('setting', step.setting),
      ...(step.page === undefined ? [] : [line('page', step.page)]),
      line('path', step.path.join(' > ')),
      ...(['command', 'check'] as const).flatMap((key) => {
        const script = step[key];
        const all = script === undefined ? [] : [script.connect, ...script.lines];
        return all.filter((each) => each !== undefined).map((each) => line(key, each));
      }),
      line('reach', find('it-request', `reach.${step.reach}`)),
      `     ${step.keep}`,
      ...(step.verified ? [] : [`     ${find('it-request', 'unverified')}`]),
    ]),
  ];
}

function lines(told: Told, find: FindWords): readonly string[] {
  const actors = told.actors.map((actor) => find('explain', `actors.${actor}`)).join(', ');
  return [
    told.title,
    told.what,
    find('cli', 'explain.who', { actors }),
    ...told.steps.map((step, at) => find('cli', 'explain.step', { number: String(at + 1), step })),
    ...itLines(told, find),
    find('cli', told.retryHelps ? 'explain.retryHelps' : 'explain.retryDoesNotHelp'),
    find('cli', 'explain.code', { code: told.code }),
  ];
}

/** Paragraphs for a terminal. */
export function explanationAsText(explanation: Explanation, find: FindWords): string {
  const { candidates, decisive } = explanation;
  const blocks: (readonly string[])[] = [];
  const question = questionOf(explanation, find);
  if (question === null) {
    blocks.push(lines(tell(explanation, explanation, find), find));
  } else {
    blocks.push([find('cli', 'explain.several', { question })]);
    for (const each of candidates) {
      blocks.push([
        find('cli', 'explain.answer', { answer: answerTo(explanation, each, find) }),
        ...lines(tell(each, explanation, find), find).map((line) => `  ${line}`),
      ]);
    }
  }
  if (decisive !== '') blocks.push([find('cli', 'explain.decisive', { decisive })]);
  return `${blocks.map((block) => block.join('\n')).join('\n\n')}\n`;
}
