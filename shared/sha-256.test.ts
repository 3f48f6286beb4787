import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { sha256 } from './sha-256.ts';

test('as Node has it, at every length around a block and beyond ASCII', () => {
  const texts = [
    ...Array.from({ length: 130 }, (_none, length) => 'a'.repeat(length)),
    'Grüße, 日本語 🙂',
    'x'.repeat(9999),
  ];
  for (const text of texts)
    expect(sha256(text), text.slice(0, 40)).toBe(createHash('sha256').update(text).digest('hex'));
});
