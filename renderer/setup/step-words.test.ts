import i18next from 'i18next';
import { beforeAll, expect, it } from 'vitest';
import { factWords, liveLine, spokenChange } from './step-words.ts';
import { startWords } from './words.ts';

beforeAll(() => startWords('en'));

const fact = (code: Parameters<typeof factWords>[1]['code'], values: Record<string, string | number> = {}) =>
  factWords(i18next.t, { code, values });

it('puts the values of a fact into its words', () => {
  expect(fact('signed-in-as', { name: 'Pat Moreno' })).toBe('Signed in as Pat Moreno');
  expect(fact('answered-after', { provider: 'Google', seconds: 1 })).toBe('Google answered after 1 second');
  expect(fact('answered-after', { provider: 'Google', seconds: 38 })).toBe('Google answered after 38 seconds');
  expect(fact('browser-took-link', { browser: 'Firefox' })).toBe('Firefox took the link');
  expect(fact('browser-took-link', { browser: '' })).toBe('Your browser took the link');
  expect(fact('kept-in', { store: 'gnome-keyring' })).toBe('Kept in the GNOME keyring');
  expect(fact('programs-chosen', { count: 1, first: 'thunderbird' })).toBe('Thunderbird chosen');
  expect(fact('programs-chosen', { count: 3, first: 'thunderbird' })).toBe('3 programs chosen');
  expect(fact('renewed', { minutes: 60 })).toBe('Renewed for 60 minutes');
});

it('writes names as they are, not as HTML', () => {
  expect(fact('signed-in-as', { name: 'Pat & Sam <O’Hara>' })).toBe('Signed in as Pat & Sam <O’Hara>');
});

it('says the live line of every state', () => {
  expect(liveLine(i18next.t, { kind: 'waiting' })).toBeUndefined();
  expect(liveLine(i18next.t, { kind: 'working', activity: 'waiting-for-browser' })).toBe(
    'Waiting for you in your browser',
  );
  expect(liveLine(i18next.t, { kind: 'needs-you' })).toBe('Your turn');
  expect(liveLine(i18next.t, { kind: 'skipped', reason: 'no-sign-in-page' })).toMatch(/^Not needed/u);
});

it('says a change as one sentence with its step', () => {
  expect(
    spokenChange(i18next.t, 'token', {
      kind: 'done',
      fact: { code: 'signed-in-as', values: { name: 'Pat Moreno' } },
      ms: 1,
    }),
  ).toBe('Step 7, Getting the key: done. Signed in as Pat Moreno.');
});
