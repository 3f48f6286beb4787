import { expect, test } from 'vitest';
import { contentPolicy, fileFor, servedFile } from './app-files.ts';

const folder = '/opt/postkey/out/renderer';

test.each([
  ['app://postkey/', `${folder}/index.html`],
  ['app://postkey/index.html', `${folder}/index.html`],
  ['app://postkey/index.html?from=test#step', `${folder}/index.html`],
  ['app://postkey/assets/main-Ab1.js', `${folder}/assets/main-Ab1.js`],
  // There is nothing above the first folder of an address.
  ['app://postkey/%2e%2e/%2e%2e/icon.png', `${folder}/icon.png`],
  ['app://postkey/assets/a%20b.woff2', `${folder}/assets/a b.woff2`],
])('%s is a file of ours', (url, file) => {
  expect(fileFor(url, folder)).toBe(file);
});

test.each([
  ['another host', 'app://elsewhere/index.html'],
  ['a host that begins like ours', 'app://postkey.example/index.html'],
  ['a port', 'app://postkey:80/index.html'],
  ['another scheme', 'https://postkey/index.html'],
  ['up, encoded', 'app://postkey/..%2f..%2fmain%2fsecret.json'],
  ['up in the middle', 'app://postkey/assets/..%2f..%2f..%2fmain/secret.json'],
  ['up with backslashes', 'app://postkey/..%5c..%5cmain%5csecret.json'],
  ['a drive', 'app://postkey/C%3a/secret.json'],
  ['a hidden file', 'app://postkey/.secret.json'],
  ['a zero byte', 'app://postkey/index.html%00.png'],
  ['broken encoding', 'app://postkey/%E0%A4%A.html'],
  ['no kind', 'app://postkey/assets/'],
  ['a kind nobody serves', 'app://postkey/main.cjs'],
  ['a kind every object has', 'app://postkey/x.constructor'],
  ['a neighbour folder with our name in front', 'app://postkey/..%2frenderer-old%2findex.html'],
  ['no address', 'index.html'],
])('%s is nothing', (_what, url) => {
  expect(fileFor(url, folder)).toBeNull();
});

test('a page carries its nonce and the strict policy, other files may do nothing', () => {
  const page = servedFile('index.html', new TextEncoder().encode('<meta nonce="POSTKEY-NONCE"><i>ä</i>'), 'abc+/=');
  expect(page.body).toBe('<meta nonce="abc+/="><i>ä</i>');
  expect(page.headers['content-security-policy']).toBe(contentPolicy('abc+/='));
  expect(page.headers['cache-control']).toBe('no-store');
  const picture = servedFile('icon.svg', new Uint8Array([1]), 'abc');
  expect(picture.headers['content-type']).toBe('image/svg+xml');
  expect(picture.headers['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'");
});

test('the policy allows nothing inline, nothing remote and no frame', () => {
  const policy = contentPolicy('n');
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe|https?:|\*|blob:|ws:/u);
  expect(policy).toContain("connect-src 'none'");
});
