import { expect, test } from 'vitest';
import { readPassword } from './read-password.ts';

const read = (typed: string, kind: 'app' | 'mail' | 'account' | 'not known' = 'app'): string => {
  const outcome = readPassword(typed, kind === 'not known' ? undefined : kind, ['pat@orchard.example', undefined]);
  return outcome.ok ? `taken: ${outcome.password.open()}` : outcome.refusal;
};

test.each([
  ['abcd efgh ijkl mnop', 'taken: abcdefghijklmnop'],
  [' abcd\u00a0efgh ijkl mnop\n', 'taken: abcdefghijklmnop'],
  ['ab12 cd34 ef56', 'taken: ab12cd34ef56'],
  ['abcd-efgh-ijkl-mnop', 'taken: abcd-efgh-ijkl-mnop'],
  ['correct horse battery staple', 'taken: correct horse battery staple'],
  ['abcd efgh', 'taken: abcd efgh'],
  ['pat@orchard.example', 'password-is-address'],
  ['Pat Moreno <pat@orchard.example>', 'password-is-address'],
  ['sam@orchard.example', 'taken: sam@orchard.example'],
  ['a\tb', 'password-odd'],
  ['a\u2028b', 'password-odd'],
  ['half \ud83d', 'password-odd'],
  ['', 'password-empty'],
  [' \u00a0\n', 'password-empty'],
])('an app password %j', (typed, outcome) => expect(read(typed)).toBe(outcome));

test('any other password stays as it was typed', () => {
  for (const kind of ['mail', 'account', 'not known'] as const) {
    expect(read('abcd efgh ijkl mnop', kind)).toBe('taken: abcd efgh ijkl mnop');
    expect(read(' around ', kind)).toBe('taken:  around ');
    expect(read('pasted\n', kind)).toBe('password-odd');
  }
});
