import { expect, test } from 'vitest';
import { readPaste } from './read-paste.ts';

const state = 'n3wS-tate_0123456789abcdef';
const code = '0.AXoAq1w-Zz_x!Y*$3dEfGhIjKlMnOpQrStUvWxYz0123456789.AgABBAIAAAA';
const read = (text: string) => readPaste(text, (given) => given === state);
const address = (host = '127.0.0.1:41234') =>
  `http://${host}/?code=${encodeURIComponent(code)}&state=${state}&iss=https%3A%2F%2Fidp.example`;
const taken = { verdict: 'taken', answer: { code, state, iss: 'https://idp.example' } };

test.each([
  ['127.0.0.1', address()],
  ['localhost', address('localhost:41234')],
  ['IPv6', address('[::1]:41234')],
  ['no slash', address().replace('/?', '?')],
  ['no scheme', address().replace('http://', '')],
  ['upper case scheme', address().replace('http', 'HTTP')],
  ['white space around', ` \n\t${address()} \r\n`],
  ['text around', `I ended on ${address()} and then it said that the site can't be reached.`],
  ['brackets', `see <${address()}>.`],
  ['quotes', `"${address()}"`],
  ['a sentence end', `It is ${address()}.`],
  ['a markdown link', `[here](${address()})`],
  ['only the query', address().slice(address().indexOf('?'))],
  ['only the parameters', address().slice(address().indexOf('?') + 1)],
  ['a fragment', address().replace('?', '#')],
  ['from a page source', address().replaceAll('&', '&amp;')],
  ['from a page source twice', address().replaceAll('&', '&amp;amp;')],
  ['numeric entities', address().replaceAll('&', '&#38;')],
  ['zero-width characters', address().replaceAll('&', '&\u200b')],
  ['a curl line', `< Location: ${address()}\r\n< Content-Length: 0`],
  ['the older address first', `${address().replace(state, 'old')}\n${address()}`],
  ['a page address first', `https://login.example/authorize?client_id=1&state=${state}\n${address()}`],
])('takes an address: %s', (_, text) => {
  expect(read(text)).toEqual(taken);
});

test.each([20, 40, 80])('takes an address that a terminal broke every %i characters', (width) => {
  const broken =
    address()
      .match(new RegExp(`.{1,${width}}`, 'gu'))
      ?.join('\n') ?? '';
  expect(read(broken)).toEqual(taken);
  expect(read(broken.replaceAll('\n', '\r\n    '))).toEqual(taken);
  expect(read(`Open this:\n${broken}\n\nThen press Return.`)).toEqual(taken);
});

test('a line after the address is not part of its state', () => {
  const stateLast = `http://localhost:1/?code=abc&state=${state}`;
  expect(read(`${stateLast}\nThanks`)).toEqual({ verdict: 'taken', answer: { code: 'abc', state } });
  expect(read(`${stateLast}\nThanks, Pat`)).toEqual({ verdict: 'taken', answer: { code: 'abc', state } });
});

test('an error address with the right state is an answer', () => {
  const text = `http://localhost:1/?error=access_denied&error_subcode=cancel&state=${state}&error_description=AADSTS65004%3a+declined`;
  expect(read(text)).toMatchObject({ verdict: 'taken', answer: { error: 'access_denied', error_subcode: 'cancel' } });
});

test('an error address without a state was pasted on purpose', () => {
  expect(read('http://127.0.0.1:41234/?error=server_error')).toEqual({
    verdict: 'taken',
    answer: { error: 'server_error' },
  });
});

test.each([
  [
    'Microsoft, with the name of the error',
    'Sorry, but we’re having trouble signing you in. AADSTS50011: The redirect URI is wrong. invalid_request',
    'invalid_request',
    'AADSTS50011: The',
  ],
  [
    'Microsoft, number only',
    'AADSTS700016: Application with identifier was not found',
    'invalid_request',
    'AADSTS700016',
  ],
  ['Microsoft, lower case', 'aadsts65004 user declined', 'invalid_request', 'AADSTS65004 user'],
  ['Microsoft, declined', 'AADSTS65004: User declined to consent', 'invalid_request', 'AADSTS65004'],
  [
    'Google',
    'Access blocked: Mail has not completed verification\nError 403: access_denied',
    'access_denied',
    'Error 403',
  ],
  ['Google, organisation', 'Error 400: admin_policy_enforced', 'admin_policy_enforced', ''],
  ['Google, redirect', 'You can’t sign in. Error 400: redirect_uri_mismatch', 'redirect_uri_mismatch', ''],
  [
    'JSON',
    '{"error":"invalid_client","error_description":"The OAuth client was not found."}',
    'invalid_client',
    'was not found',
  ],
  [
    'a sentence the explanation knows',
    'This app can only be accessed by developer-approved testers.',
    'invalid_request',
    'developer-approved testers',
  ],
  ['a word alone', ' access_denied ', 'access_denied', ''],
])('makes an answer of an error text: %s', (_, text, error, said) => {
  const reading = read(text);
  expect(reading.verdict).toBe('taken');
  if (reading.verdict !== 'taken') return;
  expect(reading.answer['error']).toBe(error);
  expect(reading.answer['error_description']).toContain(said);
});

test('an error text is shortened, on one line, and loses what could be a token', () => {
  const secret = `eyJ${'a1B2'.repeat(40)}`;
  const reading = read(`AADSTS50011: no\n\n ${secret} https://login.example/x?code=${secret} ${'word '.repeat(500)}`);
  if (reading.verdict !== 'taken') throw new Error(reading.verdict);
  const said = reading.answer['error_description'] ?? '';
  expect(said).not.toContain('eyJ');
  expect(said).not.toContain('\n');
  expect(said.length).toBeLessThanOrEqual(300);
});

test.each([
  ['nothing', '', 'paste-empty'],
  ['spaces', ' \n\u00a0\t', 'paste-empty'],
  ['an older try', address().replace(state, 'another'), 'paste-older-try'],
  ['an older try, only the query', 'code=C&state=another', 'paste-older-try'],
  ['an older error', 'http://localhost:1/?error=access_denied&state=another', 'paste-older-try'],
  [
    'the sign-in page',
    `https://login.example/oauth2/authorize?client_id=1&response_type=code&state=${state}&redirect_uri=http%3A%2F%2Flocalhost%3A1`,
    'paste-no-answer-in-it',
  ],
  ['a page whose address talks of errors', 'https://login.example/help/access_denied', 'paste-no-answer-in-it'],
  ['our address without an answer', 'http://127.0.0.1:41234/', 'paste-no-answer-in-it'],
  ['our address, bare', 'localhost:41234', 'paste-no-answer-in-it'],
  ['our address with the state alone', `http://127.0.0.1:41234/?state=${state}`, 'paste-no-answer-in-it'],
  ['a code without a state', 'http://127.0.0.1:41234/?code=abc', 'paste-not-understood'],
  ['a doubled state', `http://127.0.0.1:1/?code=abc&state=${state}&state=${state}`, 'paste-not-understood'],
  ['a code alone', code, 'paste-not-understood'],
  ['a sentence', 'It does not work. Why?', 'paste-not-understood'],
  ['words that only look like a code', 'access denied, server error', 'paste-not-understood'],
  ['a longer word', 'my_access_denied_log', 'paste-not-understood'],
  ['an equation', 'x=1&y=2', 'paste-not-understood'],
  ['HTML', '<html><body onload="x()">&lt;b&gt;</body></html>', 'paste-not-understood'],
  ['too much', `${address()} ${' '.repeat(20_000)}`, 'paste-not-understood'],
])('says why not: %s', (_, text, verdict) => {
  expect(read(text)).toEqual({ verdict });
});

test.each([
  ['slashes', 'http://'.repeat(2_800)],
  ['queries', '?code='.repeat(3_300)],
  ['parameters', 'a='.repeat(10_000)],
  ['ampersands', `a=b&`.repeat(5_000)],
  ['line breaks', `http://localhost:1/?code=${'a\n'.repeat(9_900)}`],
  ['entities', '&amp;'.repeat(4_000)],
  ['dots', 'localhost:1?code=....'.repeat(900)],
  ['brackets', `http://localhost:1/?code=${')'.repeat(19_900)}`],
])('hostile repetition ends quickly: %s', (_, text) => {
  expect(read(text.slice(0, 20_000)).verdict).not.toBe('taken');
});
