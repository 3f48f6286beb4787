// Providers that describe themselves wrongly, redirects that are not the one awaited, and id tokens that do not hold.
import { type Fault, secretsUsed } from './fault.ts';
import { goodKeys, holdClosedPort } from './mail-trial.ts';
import { describedAs, idToken, type Reply, send, tokens } from './played-service.ts';
import { meetProvider, type SignInMeeting, signInFault, usualMs } from './sign-in-trial.ts';
import { certify } from './trial-chains.ts';

type Met = Pick<Fault, 'causes' | 'actor'> & { readonly verdict?: string } & Partial<SignInMeeting>;

const notOne = { causes: ['discovery-failed'], actor: 'app' } as const;
const unreadable = { causes: ['answer-unreadable'], actor: 'you' } as const;
const invalid = { causes: ['token-invalid'], actor: 'app' } as const;
const stranger = { causes: ['wrong-issuer'], actor: 'app' } as const;
const stale = { causes: ['code-stale'], actor: 'you' } as const;

const described = (id: string, injected: string, description: Reply, met: Met): Fault =>
  signInFault('oauth', `description-${id}`, injected, { step: 'begin', replies: { description }, ...met });

const says =
  (status: number, body: unknown, headers: Record<string, string> = {}): Reply =>
  (response) =>
    send(response, status, body, headers);

const descriptions: readonly Fault[] = [
  described(
    'another-issuer',
    'the well-known document names another issuer',
    describedAs(() => ({ issuer: 'https://evil.example' })),
    notOne,
  ),
  described(
    'another-issuer-microsoft',
    'the same at an authority of Microsoft’s kind',
    describedAs(() => ({ issuer: 'https://evil.example' })),
    { ...notOne, kind: 'microsoft' },
  ),
  described('missing', '404 for the well-known document', says(404, ''), notOne),
  described('html', 'a page in place of the document', says(200, '<html>Welcome</html>'), unreadable),
  described('empty-object', 'a document that says nothing', says(200, {}), notOne),
  described(
    'no-token-endpoint',
    'a document without a token endpoint',
    describedAs(() => ({ token_endpoint: undefined })),
    notOne,
  ),
  described(
    'open-token-endpoint',
    'a token endpoint that is not https',
    describedAs((origin) => ({ token_endpoint: `${origin.replace('https', 'http')}/token` })),
    { ...notOne, kind: 'microsoft' },
  ),
  described(
    'plain-pkce-only',
    'a provider that knows no S256',
    describedAs(() => ({ code_challenge_methods_supported: ['plain'] })),
    { causes: ['sign-in-too-old'], actor: 'provider' },
  ),
  described('redirect', 'a redirect in place of the document', says(302, '', { location: '/login' }), unreadable),
  described('fault', '500 for the document', says(500, ''), { causes: ['provider-fault'], actor: 'wait' }),
  described('gigantic', 'a document of two megabytes', says(200, { x: 'x'.repeat(2_000_000) }), unreadable),
  signInFault('oauth', 'open-token-endpoint-later', 'a token endpoint that is not https, met when the code is sent', {
    step: 'code',
    provider: {
      endpoints: { authorization: 'https://localhost:1/a', token: 'http://localhost:1/t' },
    },
    ...notOne,
  }),
];

const broken: readonly Fault[] = [
  signInFault('oauth', 'certificate-self-made', 'the provider shows a certificate it made itself', {
    step: 'begin',
    shows: () => certify({ name: 'localhost' }),
    causes: ['certificate-self-made'],
    actor: 'provider',
  }),
  signInFault('oauth', 'certificate-of-a-filter', 'a filter’s certificate in place of the provider’s', {
    step: 'begin',
    shows: async () => certify({ name: 'localhost', by: await certify({ name: 'Web Gateway Root', mayIssue: true }) }),
    causes: ['certificate-unknown-signer'],
    actor: 'it',
  }),
  signInFault('oauth', 'certificate-wrong-name', 'a certificate for another name', {
    step: 'begin',
    shows: async () => (await goodKeys()).keys,
    causes: ['certificate-wrong-name'],
    actor: 'you',
  }),
  {
    ...signInFault('oauth', 'nobody-listens', 'nobody listens at the provider’s address', {
      step: 'begin',
      causes: ['connection-refused'],
      actor: 'it',
    }),
    deadlineMs: usualMs,
    run: async (signal) => {
      const { port, release } = await holdClosedPort();
      try {
        return await meetProvider({ step: 'begin', origin: `https://127.0.0.1:${port}` }, signal);
      } finally {
        await release();
      }
    },
  },
  signInFault('oauth', 'name-unknown', 'the provider’s name leads nowhere', {
    step: 'begin',
    origin: 'https://id.harbour.invalid',
    causes: ['name-not-found'],
    actor: 'you',
  }),
];

const redirect = (id: string, injected: string, answer: NonNullable<SignInMeeting['answer']>, met: Met): Fault =>
  signInFault('oauth', `answer-${id}`, injected, { step: 'code', answer, ...met });
const { code } = secretsUsed;

const redirects: readonly Fault[] = [
  redirect('state-wrong', 'a code with another state', () => ({ code, state: 'of-another-try' }), stale),
  redirect('state-missing', 'a code without state', () => ({ code }), stale),
  redirect('code-missing', 'a state without code', (state) => ({ state }), stale),
  redirect(
    'iss-wrong',
    'the answer of another provider',
    (state) => ({ code, state, iss: 'https://evil.example' }),
    stranger,
  ),
  redirect('iss-wrong-google', 'the same at Google', (state) => ({ code, state, iss: 'https://evil.example' }), {
    ...stranger,
    kind: 'google',
  }),
  redirect('iss-wrong-microsoft', 'the same at Microsoft', (state) => ({ code, state, iss: 'https://evil.example' }), {
    ...stranger,
    kind: 'microsoft',
  }),
  signInFault('oauth', 'code-twice', 'a code that is redeemed twice', { step: 'code', twice: true, ...stale }),
];

const kinds = ['openid', 'google', 'microsoft'] as const;
const wrongIdTokens = kinds.flatMap((kind): readonly Fault[] => {
  const wrong = (id: string, injected: string, token: Reply, met: Met = invalid): Fault =>
    signInFault('oauth', `id-token-${id}-${kind}`, `${injected} (${kind})`, {
      step: 'code',
      kind,
      replies: { token },
      ...met,
    });
  return [
    wrong('forged', 'an id token that somebody else signed', tokens({}, { byStranger: true })),
    wrong('for-another-app', 'an id token for another app', tokens({}, { claims: { aud: 'another-app' } })),
    wrong(
      'of-another-issuer',
      'an id token of another issuer',
      tokens({}, { claims: { iss: 'https://evil.example' } }),
    ),
    wrong('of-another-try', 'an id token with another nonce', tokens({}, { claims: { nonce: 'of-another-try' } })),
    wrong('unsigned', 'an id token without a signature', async (response, asked) => {
      const [, claims = ''] = (await idToken(asked.service)).split('.');
      const head = Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT' })).toString('base64url');
      await tokens({ id_token: `${head}.${claims}.` }, null)(response, asked);
    }),
    wrong('garbage', 'an id token that is none', tokens({ id_token: 'not.a.token' }, null)),
  ];
});

const keys = (id: string, injected: string, reply: Reply, met: Met): Fault =>
  signInFault('oauth', `keys-${id}`, injected, { step: 'code', replies: { keys: reply }, ...met });

export const beginFaults: readonly Fault[] = [
  ...descriptions,
  ...broken,
  ...redirects,
  ...wrongIdTokens,
  keys('html', 'a page in place of the provider’s keys', says(200, '<html>Welcome</html>'), unreadable),
  keys('fault', '503 in place of the provider’s keys', says(503, ''), { causes: ['server-busy'], actor: 'wait' }),
  keys('none', 'an empty set of keys', says(200, { keys: [] }), invalid),
];
