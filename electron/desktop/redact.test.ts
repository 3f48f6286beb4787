import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { redact } from './redact.ts';

// Shapes only; none was ever anybody's.
const jwt = `eyJ${'hbGciOiJSUzI1NiJ9'}.eyJzdWIiOiJwYXQifQ.c2lnbmF0dXJl-_part`;
const random = 'k3Jd82hsKQ0plAzmX71vbNcRtYw5Eu_-6GfTq9i';
const secrets: Readonly<Record<string, string>> = {
  jwt,
  'google access token': `ya29.${'a0AfH6SMB_short'}`,
  'google refresh token': `1//${'0gShortOneWithDash-x'}`,
  'google code': `4/${'0AX4XfWhShortCode'}`,
  'google client secret': `GOCSPX-${'abcDEF123'}`,
  'microsoft client secret': `abc8Q~${'aB1cD2eF3gH4iJ5kL6mN7oP8qR9sT0u'}`,
  'microsoft refresh token': `0.${'AXoAq_1x.AgABAAEAAAAtyol'}`,
  'microsoft personal code': `M.${'C5_BAY.2.U.a1b2c3d4-e5f6'}`,
  'opaque token': random,
  'hex token': 'deadbeefcafe0123456789abcdef0123456789abcdef',
  'plain word': 'hunter2',
  'word with signs': 'p@ss w0rd!',
};

const fields = [
  'access_token',
  'refresh_token',
  'id_token',
  'client_secret',
  'code_verifier',
  'device_code',
  'user_code',
  'password',
  'accessToken',
  'refreshToken',
  'idToken',
  'clientSecret',
  'codeVerifier',
  'secret',
  'token',
  'nonce',
];

test.each(Object.entries(secrets))('a %s does not come through in any field', (_name, secret) => {
  for (const field of fields) {
    const forms = [
      `${field}=${encodeURIComponent(secret)}`,
      `https://provider.example/token?a=1&${field}=${encodeURIComponent(secret)}&b=2`,
      JSON.stringify({ [field]: secret }),
      JSON.stringify({ body: JSON.stringify({ [field]: secret }) }),
      JSON.stringify(JSON.stringify({ body: JSON.stringify({ [field]: secret }) })),
      JSON.stringify({ deep: [{ [field]: secret }] }, null, 2),
      inspect({ response: { data: { [field]: secret } } }),
      `redirect=https%3A%2F%2Flocalhost%2F%3F${field}%3D${encodeURIComponent(encodeURIComponent(secret))}`,
    ];
    for (const form of forms) {
      for (const shape of [secret, encodeURIComponent(secret)]) expect(redact(form), form).not.toContain(shape);
    }
  }
});

test.each(Object.entries(secrets).filter(([name]) => !['plain word', 'word with signs'].includes(name)))(
  'a %s is known without a name beside it',
  (_name, secret) => {
    for (const form of [secret, `got ${secret} back`, `["${secret}"]`, `(${secret})`, `x:${secret}\nnext`]) {
      expect(redact(form), form).not.toContain(secret);
    }
  },
);

test.each([
  ['a header', `Authorization: Bearer ${secrets['plain word']}`],
  ['a header in an object', inspect({ headers: { Authorization: 'Bearer hunter2', accept: '*/*' } })],
  ['a header of another scheme', 'authorization: DPoP hunter2'],
  ['basic credentials', 'Basic aHVudGVyMjpodW50ZXIy hunter'],
  ['a cookie', 'Set-Cookie: session=hunter2; Path=/'],
  ['the XOAUTH2 text', 'user=pat@example.com\x01auth=Bearer hunter2\x01\x01'],
  ['the PLAIN command', 'AUTH PLAIN AGh1bnRlcjIAaHVudGVyMg=='],
  ['the IMAP login', 'A1 LOGIN pat@example.com hunter2'],
  ['the quoted IMAP login', 'A1 LOGIN "pat" "hunter2"'],
  ['the POP password', '> PASS hunter2'],
  ['the POP password alone', 'PASS hunter2 with blanks'],
  ['an address with a password', 'https://pat:hunter2@mail.example/'],
  ['a private key', '-----BEGIN EC PRIVATE KEY-----\nhunter2\n-----END EC PRIVATE KEY-----'],
  ['half a private key', '-----BEGIN PRIVATE KEY-----\nhunter2'],
  ['an error that quotes', String(new Error('invalid_grant for refresh_token "hunter2"').stack)],
])('%s comes out clean', (_what, text) => {
  expect(redact(text)).not.toMatch(/hunter2|aHVudGVy|AGh1bnRl/u);
});

test('the SASL texts come out clean as base64', () => {
  for (const open of [
    'user=pat@example.com\x01auth=Bearer hunter2\x01\x01',
    'n,a=pat@example.com,\x01host=h\x01port=1\x01auth=Bearer hunter2\x01\x01',
    'n,,\x01auth=Bearer hunter2\x01\x01',
  ]) {
    const blob = Buffer.from(open).toString('base64');
    expect(redact(`* AUTHENTICATE XOAUTH2 ${blob}`)).not.toContain(blob.slice(0, 20));
    expect(redact(`sent ${blob}`)).not.toContain(blob.slice(0, 20));
  }
});

test('code and state of a redirect are hidden, and every other part stays', () => {
  const url = 'http://127.0.0.1:41234/signed-in?code=abcDEF&state=Zz9-x&iss=https%3A%2F%2Fprovider.example&scope=mail';
  expect(redact(url)).toBe(
    'http://127.0.0.1:41234/signed-in?code=[hidden]&state=[hidden]&iss=https%3A%2F%2Fprovider.example&scope=mail',
  );
});

test.each([
  "{ code: 'ECONNREFUSED', errno: -111, syscall: 'connect' }",
  "{ code: 'not-saved', facts: { errno: 'ENOSPC' } }",
  '{ state: "waiting", statusCode: 401 }',
  'error=invalid_grant&error_codes=65001 AADSTS65001: consent',
  'A1 NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)',
  '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled',
  '    at makeTokenVault (file:///opt/Postkey/resources/app.asar/out/main/main.cjs:12:34)',
  '/home/pat/Documents/Projects2025/AnotherFolderName/ThirdFolder/preset.json',
  'account 1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed trace_id 0f8fad5b-d9cb-469f-a165-70867728950e',
  'IMAP outlook.office365.com:993 login 41 ms',
  'The token was refused. Sign in again.',
])('what helps stays: %s', (text) => {
  expect(redact(text)).toBe(text);
});

test('a megabyte is done without delay for the person', () => {
  const long = `${'password= "'.repeat(20_000)}${'a'.repeat(400_000)}${'eyJ'.repeat(50_000)}`;
  expect(redact(long).length).toBeGreaterThan(0);
}, 5_000);
