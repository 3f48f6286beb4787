// Answers of the token endpoint that are none: wrong kinds of text, parts that are missing or odd, redirects, floods, silence.
import type { ServerResponse } from 'node:http';
import { scopesGranted } from '../electron/setup/compare-scopes.ts';
import { objectionToGrant } from '../electron/setup/objection-to-grant.ts';
import type { Grant } from '../electron/setup/outside-world.ts';
import { outlookScope } from '../electron/sign-in/sign-in-provider.test-part.ts';
import { type Fault, secretsUsed } from './fault.ts';
import { goodTokens, type Reply, send, tokens } from './played-service.ts';
import { requestMs, type SignInMeeting, signInFault } from './sign-in-trial.ts';

type Met = Pick<Fault, 'causes' | 'actor'> & { readonly verdict?: string } & Partial<SignInMeeting>;

const tokenAnswer = (id: string, injected: string, token: Reply, met: Met): Fault =>
  signInFault('oauth', `answer-${id}`, injected, { step: 'code', replies: { token }, ...met });

const unreadable = { causes: ['answer-unreadable'], actor: 'you' } as const;
const invalid = { causes: ['token-invalid'], actor: 'app' } as const;
const silent = { causes: ['server-silent'], actor: 'wait', requestMs } as const;
const goesOn = { causes: [], actor: 'nobody', verdict: 'signed in' } as const;

const text =
  (status: number, type: string, body: string | Buffer): Reply =>
  (response) =>
    void response.writeHead(status, { 'content-type': type }).end(body);
const html = '<!doctype html><html><title>Welcome to the harbour Wi-Fi</title><form action="/login"></form></html>';

function pour(response: ServerResponse, bytes: number): void {
  const piece = Buffer.alloc(65_536, ' ');
  let left = bytes;
  const more = (): void => {
    while (left > 0 && !response.destroyed) {
      left -= piece.length;
      if (!response.write(piece)) return void response.once('drain', more);
    }
  };
  response.writeHead(200, { 'content-type': 'application/json' });
  more();
}

/** A byte now and then, until nobody listens any more. */
const drip: Reply = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const timer = setInterval(() => response.write(' '), 100);
  response.once('close', () => clearInterval(timer));
};

/** What the set-up asks of a grant. */
const judge = (grant: Grant) =>
  objectionToGrant(
    {
      expected: 'pat@example.org',
      provider: 'Example',
      scopes: scopesGranted([{ service: 'imap', scope: outlookScope }], grant.grantedScopes),
    },
    grant,
  );

export const answerFaults: readonly Fault[] = [
  tokenAnswer('html', 'the token endpoint answers with a Wi-Fi page', text(200, 'text/html', html), unreadable),
  tokenAnswer('html-as-json', 'a page that calls itself JSON', text(200, 'application/json', html), unreadable),
  tokenAnswer('html-refused', 'a filter’s page with 403', text(403, 'text/html', html), unreadable),
  tokenAnswer('login-page-511', '511, network authentication required', text(511, 'text/html', html), {
    causes: ['provider-fault'],
    actor: 'wait',
  }),
  tokenAnswer('empty', 'an empty answer', text(200, 'application/json', ''), unreadable),
  tokenAnswer('no-content', '204 without a body', (response) => void response.writeHead(204).end(), unreadable),
  tokenAnswer('number', 'JSON that is a number', text(200, 'application/json', '42'), unreadable),
  tokenAnswer('list', 'JSON that is a list', text(200, 'application/json', '[]'), invalid),
  tokenAnswer('binary', 'bytes that are no text', text(200, 'application/json', Buffer.alloc(64, 0xfe)), unreadable),
  tokenAnswer(
    'cut-json',
    'JSON that ends in the middle, the token in it',
    text(200, 'application/json', JSON.stringify(goodTokens()).slice(0, 140)),
    unreadable,
  ),
  tokenAnswer(
    'cut-off',
    'the connection is cut in the middle of the answer',
    (response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '4000' });
      response.write(JSON.stringify(goodTokens()).slice(0, 140), () => response.destroy());
    },
    { causes: ['connection-lost'], actor: 'wait' },
  ),
  tokenAnswer('hung-up', 'hangs up without an answer', (response) => void response.destroy(), {
    causes: ['connection-lost'],
    actor: 'wait',
  }),
  tokenAnswer('not-http', 'an answer that is not HTTP', (response) => void response.socket?.end('220 smtp ready\r\n'), {
    causes: ['connection-lost'],
    actor: 'wait',
  }),
  tokenAnswer('gigantic', 'three megabytes', (response) => pour(response, 3_000_000), unreadable),
  tokenAnswer('endless-redirect', 'a redirect to itself', text(302, 'text/html', ''), unreadable),
  tokenAnswer(
    'redirect',
    'a redirect to another host, in place of an answer',
    (response) => void response.writeHead(307, { location: 'https://elsewhere.example/token' }).end(),
    unreadable,
  ),
  tokenAnswer('silent', 'silence, until the app’s own deadline', () => undefined, {
    causes: ['server-silent'],
    actor: 'wait',
  }),
  tokenAnswer(
    'silent-after-head',
    'silence after the head of the answer',
    (response) => void response.writeHead(200, { 'content-type': 'application/json' }).write('{'),
    silent,
  ),
  tokenAnswer('drip', 'a byte each tenth of a second', drip, silent),
  tokenAnswer('given-up', 'silence, and the try ends', () => undefined, {
    causes: ['took-too-long'],
    actor: 'wait',
    attemptMs: 700,
  }),
  tokenAnswer('no-access-token', 'no access token', tokens({ access_token: undefined }), invalid),
  tokenAnswer('no-access-token-google', 'no access token, at Google', tokens({ access_token: undefined }), {
    ...invalid,
    kind: 'google',
  }),
  tokenAnswer('no-access-token-microsoft', 'no access token, at Microsoft', tokens({ access_token: undefined }), {
    ...invalid,
    kind: 'microsoft',
  }),
  tokenAnswer('access-token-number', 'an access token that is a number', tokens({ access_token: 7 }), invalid),
  tokenAnswer('access-token-number-google', 'the same at Google', tokens({ access_token: 7 }), {
    ...invalid,
    kind: 'google',
  }),
  tokenAnswer('access-token-number-microsoft', 'the same at Microsoft', tokens({ access_token: 7 }), {
    ...invalid,
    kind: 'microsoft',
  }),
  tokenAnswer('token-type-mac', 'tokens of a type nobody can use', tokens({ token_type: 'mac' }), invalid),
  tokenAnswer('token-type-missing', 'tokens without a type', tokens({ token_type: undefined }), invalid),
  tokenAnswer('life-garbage', 'a life of “soon”', tokens({ expires_in: 'soon' }), invalid),
  tokenAnswer('life-garbage-google', 'a life of “soon”, at Google', tokens({ expires_in: 'soon' }), {
    ...goesOn,
    kind: 'google',
  }),
  tokenAnswer('life-garbage-microsoft', 'a life of “soon”, at Microsoft', tokens({ expires_in: 'soon' }), {
    ...goesOn,
    kind: 'microsoft',
  }),
  tokenAnswer('life-negative', 'a life that is over', tokens({ expires_in: -5 }), invalid),
  tokenAnswer('life-missing', 'no life at all: an hour is taken', tokens({ expires_in: undefined }), goesOn),
  tokenAnswer(
    'wrong-label',
    'a good answer that calls itself text',
    (response) => send(response, 200, goodTokens(), { 'content-type': 'text/plain' }),
    goesOn,
  ),
  tokenAnswer('no-renewal', 'no refresh token', tokens({ refresh_token: undefined }), {
    causes: ['no-renewal'],
    actor: 'app',
    judge,
  }),
  tokenAnswer('fewer-scopes', 'the mail permission was left unticked', tokens({ scope: 'openid email' }), {
    causes: ['scope-missing'],
    actor: 'you',
    judge,
  }),
  tokenAnswer(
    'another-person',
    'an id token of another account',
    tokens({}, { claims: { email: 'sam@example.org', preferred_username: 'sam@example.org' } }),
    { causes: ['wrong-person'], actor: 'you', judge },
  ),
  tokenAnswer('nobody', 'tokens and no word who signed in', tokens({}, null), {
    causes: ['person-unknown'],
    actor: 'app',
    judge,
  }),
  tokenAnswer(
    'unverified-address',
    'Google has not verified the address',
    tokens({}, { claims: { email_verified: false } }),
    { causes: ['person-unknown'], actor: 'app', kind: 'google', judge },
  ),
  tokenAnswer(
    'secrets-quoted',
    'an error that quotes the code back',
    (response) =>
      send(response, 400, { error: 'invalid_grant', error_description: `code ${secretsUsed.code} was used` }),
    { causes: ['code-stale'], actor: 'you' },
  ),
];
