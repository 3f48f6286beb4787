// The catalogue as data: every trace leads to its causes, none is in vain, and every one has words.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogue } from './catalogue.ts';
import { cleanText } from './clean-text.ts';
import { explain } from './explain.ts';
import { findTraces } from './find-traces.ts';
import { mailSamples } from './mail-samples.test-part.ts';
import { networkSamples, signInSamples } from './samples.test-part.ts';

const samples = [...signInSamples, ...networkSamples, ...mailSamples];

describe('a message as it was recorded', () => {
  it.each(samples)('%s', (text, ...causes) => {
    const { cause, candidates, certain, decisive } = explain(text);
    expect(candidates.length === 0 ? [cause] : candidates.map((each) => each.cause)).toEqual(causes);
    expect(certain).toBe(causes.length === 1);
    expect(decisive).not.toBe('');
  });
});

describe('every trace by itself', () => {
  const numbers = catalogue.flatMap(({ numbers = [], causes }) => numbers.map((number) => [number, causes] as const));
  it.each(numbers)('AADSTS%s', (number, causes) => {
    const told = explain(`AADSTS${number}: Etwas ging schief. Trace ID: 1f2e3d4c-0000-4000-8000-1234567890ab`);
    expect([told.cause, told.certain, told.provider]).toEqual([causes[0], causes.length === 1, 'Microsoft']);
    expect(told.candidates.map(({ cause }) => cause)).toEqual(causes.length === 1 ? [] : causes);
    expect(told.decisive).toMatch(new RegExp(`^AADSTS${number}`, 'u'));
  });

  const alone = catalogue.filter(({ at, with: others }) => at === undefined && others === undefined);
  const words = alone.flatMap(({ words = [], codes = [], causes }) =>
    [...words, ...codes].map((word) => [word, causes] as const),
  );
  it.each(words)('%s', (word, causes) => {
    const told = explain(`It said: ${word}.`);
    expect([told.cause, told.certain]).toEqual([causes[0], causes.length === 1]);
    expect(told.decisive).toContain(word);
  });

  const said = catalogue.flatMap(({ says = [], causes, at = 'It' }) =>
    says.map((phrase) => [phrase, causes, at] as const),
  );
  it.each(said)('%s', (phrase, causes, who) => {
    const told = explain(`${who} said: ${phrase.replace('…', 'something')}`);
    const all = [told.cause, ...told.candidates.map(({ cause }) => cause)];
    expect(all.some((cause) => causes.includes(cause as (typeof causes)[number]))).toBe(true);
  });

  it('has a recorded sample for every entry that is not only numbers or words', () => {
    const met = new Set(samples.flatMap(([text]) => findTraces(cleanText(text)).map(({ entry }) => entry.order)));
    const unmet = catalogue.filter(
      ({ order, says, brackets, smtp, statuses, challenges }) =>
        (says ?? brackets ?? smtp ?? statuses ?? challenges) !== undefined && !met.has(order),
    );
    expect(unmet.map(({ causes, says, brackets, smtp }) => [...causes, says, brackets, smtp])).toEqual([]);
  });
});

describe('the words', () => {
  const words = JSON.parse(readFileSync(join(import.meta.dirname, '../../shared/words/en/explain.json'), 'utf8')) as {
    readonly steps: Readonly<Record<string, string>>;
    readonly questions: Readonly<Record<string, Readonly<Record<string, string>>>>;
  };

  it('says the steps of every cause', () => {
    const causes = new Set(catalogue.flatMap((entry) => entry.causes));
    expect([...causes].filter((cause) => !words.steps[cause])).toEqual([]);
  });

  it('asks, where a trace has several causes, what decides between all of them', () => {
    const missing = catalogue.flatMap(({ causes, question }) => {
      if (causes.length === 1) return question === undefined ? [] : [`${causes.join()} needs no question`];
      const answers = words.questions[question ?? ''] ?? {};
      return ['ask', ...causes].filter((each) => !answers[each]).map((each) => `${question}.${each}`);
    });
    expect([...new Set(missing)]).toEqual([]);
  });

  it('asks no question in vain', () => {
    const asked = new Set(catalogue.map(({ question }) => question));
    expect(Object.keys(words.questions).filter((key) => key !== 'several' && !asked.has(key))).toEqual([]);
  });
});
