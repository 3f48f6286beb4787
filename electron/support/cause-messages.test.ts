// Which messages mean a cause, for the agent's page: a few of each from the catalogue, kept as a small file that the window loads.
// After a change of the catalogue: vitest run -u electron/support/cause-messages.test.ts
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type ProblemCode, problems } from '../../shared/problem.ts';
import { catalogue } from './catalogue.ts';
import type { CatalogueEntry } from './catalogue-schema.ts';

const mostOfOneEntry = 3;
const mostOfOneCause = 5;

/** As a person meets them: with what stands before a number, in the form in which it is written. */
function messagesOf({ numbers = [], says = [], codes = [], brackets = [], words = [], smtp = [] }: CatalogueEntry) {
  return [
    ...numbers.slice(0, 2).map((number) => `AADSTS${number}`),
    ...says.slice(0, 2),
    ...brackets.map((bracket) => `[${bracket}]`),
    ...codes,
    ...words,
    ...smtp,
  ].slice(0, mostOfOneEntry);
}

function ofCause(cause: ProblemCode): readonly string[] {
  const entries = catalogue.filter(({ causes }) => causes.includes(cause));
  // What means this alone comes before what can mean several things.
  const sorted = [...entries].sort((one, other) => one.causes.length - other.causes.length);
  return [...new Set(sorted.flatMap(messagesOf))].slice(0, mostOfOneCause);
}

it('the window’s messages are those of the catalogue', async () => {
  const found = (Object.keys(problems) as ProblemCode[]).map((cause) => [cause, ofCause(cause).join('\n')] as const);
  const messages = Object.fromEntries(found.filter(([, text]) => text !== ''));
  expect(Object.keys(messages).length).toBeGreaterThan(90);
  const file = join(import.meta.dirname, '../../shared/causes/cause-messages.json');
  await expect(`${JSON.stringify(messages, null, 2)}\n`).toMatchFileSnapshot(file);
});
