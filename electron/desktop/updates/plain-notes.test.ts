import { expect, test } from 'vitest';
import { plainNotes } from './plain-notes.ts';

test('marks are taken out, lines stay', () => {
  expect(plainNotes('<h2>New</h2>\n<p>A <b>bridge</b><script>alert(1)</script></p>')).toBe('New\nA bridgealert(1)');
});

test('a text for each version', () => {
  expect(
    plainNotes([
      { version: '2.0.0', note: 'Two' },
      { version: '1.0.0', note: null },
    ]),
  ).toBe('Two');
});

test('none, and no letters that turn a line round or are not seen', () => {
  expect(plainNotes(null)).toBe('');
  expect(plainNotes('a\u202Eb\u0000c\u200Bd')).toBe('abcd');
  expect(plainNotes('x'.repeat(9_000))).toHaveLength(4_000);
});
