// Walks every program, every kind of account and every way: all that a sheet says exists in the words, in full, and nothing of it is secret.
import { describe, expect, it } from 'vitest';
import { type HandOverSheet, handOverWays, type Phrase } from '../../shared/hand-over.ts';
import { mailPrograms } from '../../shared/mail-program.ts';
import words from '../../shared/words/en/hand-over.json' with { type: 'json' };
import { makeSheets } from './make-sheet.ts';
import { bridgeOn, subjects } from './subjects.test-part.ts';

const tokenCommand = ['/opt/Postkey app/postkey', 'token'];
const makers = (['linux', 'mac'] as const).map((system) => makeSheets({ tokenCommand, system }));

const sentences = new Map<string, string>();
const gather = (value: unknown, path: string): void => {
  if (typeof value === 'string') sentences.set(path, value);
  else for (const [key, inner] of Object.entries(value as object)) gather(inner, path === '' ? key : `${path}.${key}`);
};
gather(words, '');

function phrasesOf(sheet: HandOverSheet): readonly Phrase[] {
  return [
    sheet.oauth,
    ...sheet.choices.map(({ why }) => why),
    ...sheet.screens.flatMap(({ title, lead, fields }) => [
      title,
      ...(lead ? [lead] : []),
      ...fields.flatMap(({ label, choose, note }) => [label, ...(choose ? [choose] : []), ...(note ? [note] : [])]),
    ]),
    ...sheet.files.map(({ lead }) => lead),
    ...sheet.later,
  ];
}

/** What is wrong with a phrase; null: nothing. */
function faultOf({ key, values = {} }: Phrase): string | null {
  const sentence = sentences.get(key);
  if (sentence === undefined) return `${key} has no words`;
  const wanted = [...sentence.matchAll(/\{\{(\w+)\}\}/gu)].map(([, name = '']) => name);
  const lacking = wanted.filter((name) => values[name] === undefined || values[name] === '');
  const unused = Object.keys(values).filter((name) => !wanted.includes(name));
  if (lacking.length + unused.length > 0) return `${key} lacks ${lacking.join()} and has no use for ${unused.join()}`;
  return null;
}

const used = new Set<string>();

describe.each(mailPrograms)('%s', (program) => {
  const cases = Object.entries(subjects).flatMap(([name, about]) =>
    [null, bridgeOn].flatMap((bridge) =>
      [null, ...handOverWays].flatMap((way) =>
        makers.map((make) => ({ name, way, sheet: make({ ...about, bridge }, program, way) })),
      ),
    ),
  );

  it('says nothing that has no words, and fills every sentence', () => {
    const faults = cases.flatMap(({ sheet }) =>
      phrasesOf(sheet).flatMap((phrase) => {
        used.add(phrase.key);
        return faultOf(phrase) ?? [];
      }),
    );
    expect([...new Set(faults)]).toEqual([]);
  });

  it('asks for one thing in each field', () => {
    for (const { name, sheet } of cases)
      for (const { fields } of sheet.screens)
        for (const field of fields) {
          const said = [field.value, field.choose, field.secret].filter((each) => each !== undefined);
          expect(said, `${name}: ${field.label.key}`).toHaveLength(1);
          expect(field.value, `${name}: ${field.label.key}`).not.toBe('');
        }
  });

  it('has one best way wherever one is open, and shows that one unasked', () => {
    for (const { name, way, sheet } of cases) {
      const best = sheet.choices.filter(({ verdict }) => verdict === 'best');
      const open = sheet.choices.filter(({ verdict }) => verdict !== 'not-here');
      expect(sheet.choices.map((choice) => choice.way)).toEqual(handOverWays);
      expect(best, `${name}, ${way}`).toHaveLength(open.length > 0 ? 1 : 0);
      const shown = open.find((choice) => choice.way === way) ?? best[0];
      if (shown) expect(sheet.way).toBe(shown.way);
      // A page that leaves the person alone is none.
      expect(sheet.screens.length > 0, `${name}, ${sheet.way}`).toBe(open.length > 0);
    }
  });

  it('names each file once, and each holds no password and no token', () => {
    for (const { name, sheet } of cases) {
      expect(new Set(sheet.files.map(({ id }) => id)).size).toBe(sheet.files.length);
      for (const { text, name: file } of sheet.files) {
        expect(text, `${name}: ${file}`).not.toMatch(/\b(?:eyJ|ya29\.|EwB|Bearer )/u);
        expect(file).toMatch(/^[\p{L}\p{M}\p{N}._-]+$/u);
      }
    }
  });
});

it('has no sentence that no sheet says', () => {
  const said = (key: string): boolean => used.has(key) || /^(?:wayNames|command)\./u.test(key);
  expect([...sentences.keys()].filter((key) => !said(key))).toEqual([]);
});
