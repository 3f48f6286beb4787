// Renewals and the taking back: what comes after the first page, with nobody at a browser.
import { Secret } from '../electron/setup/secret.ts';
import { type Fault, secretsUsed } from './fault.ts';
import { aadsts } from './oauth-words.ts';
import { describedAs, type Reply, send, tokens } from './played-service.ts';
import { requestMs, type SignInMeeting, signInFault } from './sign-in-trial.ts';

type Met = Pick<Fault, 'causes' | 'actor'> & { readonly verdict?: string } & Partial<SignInMeeting>;

const says =
  (status: number, body: unknown): Reply =>
  (response) =>
    send(response, status, body);
const error = (word: string, description?: string): Reply =>
  says(400, { error: word, ...(description === undefined ? {} : { error_description: description }) });

const goesOn = { causes: [], actor: 'nobody', verdict: 'signed in' } as const;
const microsoft = { kind: 'microsoft' } as const;

const renewal = (id: string, injected: string, token: Reply, met: Met): Fault =>
  signInFault('oauth', `renewal-${id}`, injected, { step: 'renewal', replies: { token }, ...met });
const ended = { causes: ['sign-in-ended'], actor: 'you' } as const;
const kinds = ['openid', 'google', 'microsoft'] as const;

const renewals: readonly Fault[] = [
  ...kinds.map((kind) =>
    renewal(
      `ended-${kind}`,
      `“invalid_grant” at a renewal (${kind})`,
      error('invalid_grant', 'Token has been expired or revoked.'),
      {
        ...ended,
        kind,
      },
    ),
  ),
  ...kinds.map((kind) =>
    renewal(
      `quotes-token-${kind}`,
      `an error that quotes the refresh token back (${kind})`,
      (response, { form }) =>
        send(response, 400, {
          error: 'invalid_grant',
          error_description: `no such token: ${form.get('refresh_token')}`,
        }),
      { ...ended, kind },
    ),
  ),
  ...kinds.map((kind) =>
    renewal(
      `html-${kind}`,
      `a Wi-Fi page at a renewal: no reason to sign in again (${kind})`,
      says(200, '<html>Welcome</html>'),
      {
        causes: ['answer-unreadable'],
        actor: 'you',
        kind,
      },
    ),
  ),
  ...kinds.map((kind) =>
    renewal(`silent-${kind}`, `silence at a renewal (${kind})`, () => undefined, {
      causes: ['server-silent'],
      actor: 'wait',
      requestMs,
      kind,
    }),
  ),
  ...kinds.map((kind) =>
    renewal(`busy-${kind}`, `429 at a renewal (${kind})`, says(429, ''), {
      causes: ['server-busy'],
      actor: 'wait',
      kind,
    }),
  ),
  renewal(
    'time-limit',
    'the organisation’s time limit is over',
    says(400, { error: 'invalid_grant', error_subtype: 'invalid_rapt' }),
    {
      causes: ['sign-in-time-limit'],
      actor: 'you',
      kind: 'google',
    },
  ),
  renewal(
    'unused',
    'AADSTS700082: unused for ninety days',
    aadsts(700082, 'invalid_grant', 'The refresh token has expired due to inactivity.'),
    {
      ...ended,
      ...microsoft,
    },
  ),
  renewal(
    'password-changed',
    'AADSTS50173: the password was changed',
    aadsts(50173, 'invalid_grant', 'The provided grant has expired due to it being revoked.'),
    {
      ...ended,
      ...microsoft,
    },
  ),
  renewal(
    'second-step',
    'AADSTS50076: a second step is wanted now',
    aadsts(50076, 'interaction_required', 'You must use multi-factor authentication.'),
    {
      ...ended,
      ...microsoft,
    },
  ),
  renewal(
    'policy',
    'AADSTS53003: a policy blocks now',
    aadsts(53003, 'access_denied', 'Blocked by Conditional Access.'),
    {
      causes: ['policy-blocks'],
      actor: 'it',
      ...microsoft,
    },
  ),
  renewal(
    'client-gone',
    'the app was deleted at the provider',
    error('deleted_client', 'The OAuth client was deleted.'),
    {
      causes: ['client-disabled'],
      actor: 'app',
      kind: 'google',
    },
  ),
  renewal('garbled', 'what was kept for renewing is nothing that renews', tokens(), {
    ...ended,
    renewal: new Secret('not what it was'),
  }),
  renewal('garbled-microsoft', 'the same at Microsoft', tokens(), {
    ...ended,
    ...microsoft,
    renewal: new Secret('{"homeAccountId":"x","cache":"{}"}'),
  }),
  renewal(
    'not-rotated',
    'no new refresh token: the old one is kept',
    tokens({ refresh_token: undefined }, null),
    goesOn,
  ),
];

const back = (id: string, injected: string, revoke: Reply, met: Met): Fault =>
  signInFault('oauth', `revoking-${id}`, injected, { step: 'revoke', replies: { revoke }, ...met });
const verdict = (said: string) => ({ causes: [], actor: 'nobody', verdict: said }) as const;

const revokings: readonly Fault[] = [
  back('unknown-token', 'the token was good for nothing any more', error('invalid_token'), {
    ...verdict('was-gone'),
    kind: 'google',
  }),
  back('page', 'a page as the answer to a good taking back', says(200, '<html>Done</html>'), verdict('revoked')),
  back(
    'not-taken',
    'tokens of this kind cannot be taken back',
    error('unsupported_token_type'),
    verdict('not-offered'),
  ),
  back('busy', '503 at the taking back', says(503, ''), { causes: ['server-busy'], actor: 'wait' }),
  back('fault', '500 at the taking back', says(500, ''), { causes: ['provider-fault'], actor: 'wait' }),
  back('silent', 'silence at the taking back', () => undefined, {
    causes: ['server-silent'],
    actor: 'wait',
    requestMs,
  }),
  back('client-refused', 'the app may not take back', error('invalid_client', 'unknown client'), {
    causes: ['client-unknown'],
    actor: 'app',
  }),
  signInFault('oauth', 'revoking-no-place', 'the provider names no place to take back', {
    step: 'revoke',
    replies: { description: describedAs(() => ({ revocation_endpoint: undefined })) },
    ...verdict('not-offered'),
  }),
  back(
    'quotes-token',
    'a fault that quotes the token',
    says(400, { error: 'server_error', error_description: `cannot revoke ${secretsUsed.refreshToken}` }),
    {
      causes: ['provider-fault'],
      actor: 'wait',
    },
  ),
];

export const laterFaults: readonly Fault[] = [...renewals, ...revokings];
