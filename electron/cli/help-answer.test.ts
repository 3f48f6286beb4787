// `postkey --help`: every command and option is there, in lines that fit a terminal.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { helpText } from './help-answer.ts';
import { commandNames } from './read-command.ts';

const words: unknown = JSON.parse(readFileSync(join(import.meta.dirname, '../../shared/words/en/cli.json'), 'utf8'));

function say(key: string): string {
  const sentence = key.split('.').reduce<unknown>((part, name) => (part as Record<string, unknown>)?.[name], words);
  if (typeof sentence !== 'string') throw new Error(`There are no words for ${key}`);
  return sentence;
}

test('tells of every command, with options and exit codes', () => {
  const text = helpText(null, say);
  for (const name of commandNames) expect(text).toContain(`postkey ${name}`);
  expect(text).toContain('--preset FILE');
  expect(text).toMatch(/0 .* 1 .* 2 /u);
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
});

test('tells of one command alone', () => {
  const text = helpText('check', say);
  expect(text).toContain('postkey check [ADDRESS] [--json]');
  expect(text).toMatch(/ 3 .* 4 /u);
  expect(text).not.toContain('postkey report');
});
