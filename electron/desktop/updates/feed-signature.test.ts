// Signatures made by Node's own Ed25519, and what only looks like one.
import { generateKeyPairSync, sign } from 'node:crypto';
import { expect, test } from 'vitest';
import { isFeedKey, isSignedBy } from './feed-signature.ts';

function pair() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  return { key: Buffer.from(x, 'base64url').toString('base64'), privateKey };
}

const text = Buffer.from('version: 9.9.9\n');
const makers = pair();
const signature = sign(null, text, makers.privateKey).toString('base64');

test('the makers’ own, with the line’s end that a file has', () => {
  expect(isFeedKey(makers.key)).toBe(true);
  expect(isSignedBy(makers.key, text, `${signature}\n`)).toBe(true);
});

test.each([
  ['another text', makers.key, Buffer.from('version: 9.9.8\n'), signature],
  ['somebody else’s', pair().key, text, signature],
  ['none', makers.key, text, ''],
  ['one that is cut off', makers.key, text, signature.slice(0, 80)],
  ['one of nothing but zeros', makers.key, text, Buffer.alloc(64).toString('base64')],
  ['a page instead', makers.key, text, '<html></html>'],
  ['no key', '', text, signature],
  ['a key that is no key', 'a'.repeat(44), text, signature],
])('not with %s', (_what, key, said, written) => {
  expect(isSignedBy(key, said, written)).toBe(false);
});
