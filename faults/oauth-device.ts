// Sign-ins on another device: the code that is given out, and what is answered while somebody types it there.
import type { Fault } from './fault.ts';
import { aadsts } from './oauth-words.ts';
import { describedAs, deviceAnswer, type Reply, send, tokens } from './played-service.ts';
import { type SignInMeeting, signInFault } from './sign-in-trial.ts';

type Met = Pick<Fault, 'causes' | 'actor'> & { readonly verdict?: string } & Partial<SignInMeeting>;

const says =
  (status: number, body: unknown): Reply =>
  (response) =>
    send(response, status, body);
const error = (word: string, description?: string): Reply =>
  says(400, { error: word, ...(description === undefined ? {} : { error_description: description }) });

/** One answer after the other; the last one stays. */
function inTurn(...replies: readonly Reply[]): Reply {
  let at = 0;
  return (response, asked) => {
    const reply = replies[Math.min(at, replies.length - 1)];
    at += 1;
    return reply?.(response, asked);
  };
}

const goesOn = { causes: [], actor: 'nobody', verdict: 'signed in' } as const;
const tooLate = { causes: ['device-code-expired'], actor: 'you' } as const;
const invalid = { causes: ['token-invalid'], actor: 'app' } as const;
const notAllowed = { causes: ['device-code-not-allowed'], actor: 'it' } as const;
const refused = { causes: ['refused-by-person'], actor: 'you' } as const;
const microsoft = { kind: 'microsoft' } as const;

const code = (id: string, injected: string, device: Reply, met: Met): Fault =>
  signInFault('oauth', `device-${id}`, injected, { step: 'device', replies: { device }, ...met });
/** What the token endpoint says while the person is at the other device. */
const wait = (id: string, injected: string, token: Reply, met: Met): Fault => ({
  ...signInFault('oauth', `device-${id}`, injected, { step: 'wait', replies: { token }, ...met }),
  deadlineMs: 30_000,
});

const pending = error('authorization_pending');
export const deviceFaults: readonly Fault[] = [
  signInFault('oauth', 'device-not-described', 'the provider has no place for device codes', {
    step: 'device',
    replies: { description: describedAs(() => ({ device_authorization_endpoint: undefined })) },
    ...notAllowed,
  }),
  code('refused', 'the app may not ask for device codes', error('unauthorized_client'), notAllowed),
  code('refused-microsoft', 'the organisation bars device codes', aadsts(530003, 'invalid_request', 'Blocked.'), {
    ...notAllowed,
    ...microsoft,
  }),
  code('unknown-scope', 'a permission nobody knows', error('invalid_scope'), {
    causes: ['scope-unknown'],
    actor: 'app',
  }),
  code('without-user-code', 'no code to type', deviceAnswer({ user_code: undefined }), invalid),
  code('without-user-code-microsoft', 'the same at Microsoft', deviceAnswer({ user_code: '' }), {
    ...invalid,
    ...microsoft,
  }),
  code(
    'open-page',
    'the code is to be typed on a page that is not https',
    deviceAnswer({ verification_uri: 'http://evil.example' }),
    invalid,
  ),
  code('script-page', 'the page is a script', deviceAnswer({ verification_uri: 'javascript:alert(1)' }), invalid),
  code(
    'script-whole-page',
    'the page with the code in it is a script',
    deviceAnswer({ verification_uri_complete: 'javascript:alert(1)' }),
    { causes: [], actor: 'nobody', verdict: 'goes on with the plain page' },
  ),
  code('open-page-microsoft', 'the same at Microsoft', deviceAnswer({ verification_uri: 'http://evil.example' }), {
    ...invalid,
    ...microsoft,
  }),
  code('life-garbage', 'a code that lives until “later”', deviceAnswer({ expires_in: 'later' }), invalid),
  code('html', 'a page in place of a device code', says(200, '<html>Welcome</html>'), {
    causes: ['answer-unreadable'],
    actor: 'you',
  }),
  wait('never-typed', 'nobody types the code, and it gets too old', pending, {
    replies: { token: pending, device: deviceAnswer({ expires_in: 2 }) },
    ...tooLate,
  }),
  wait('never-typed-microsoft', 'the same at Microsoft', aadsts(70016, 'authorization_pending', 'Pending.'), {
    replies: { token: aadsts(70016, 'authorization_pending', 'Pending.'), device: deviceAnswer({ expires_in: 2 }) },
    ...tooLate,
    ...microsoft,
  }),
  wait('expired', '“expired_token” while waiting', inTurn(pending, error('expired_token')), tooLate),
  wait('expired-microsoft', 'AADSTS70019 while waiting', aadsts(70019, 'expired_token', 'Verification code expired.'), {
    ...tooLate,
    ...microsoft,
  }),
  wait('denied', '“access_denied” while waiting', error('access_denied'), refused),
  wait('declined', '“authorization_declined” while waiting', error('authorization_declined'), {
    ...refused,
    ...microsoft,
  }),
  wait(
    'slow-down',
    '“slow_down”: five seconds are waited, then the tokens come',
    inTurn(error('slow_down'), tokens({}, { claims: { nonce: undefined } })),
    goesOn,
  ),
  wait(
    'weather',
    'a cut connection and a 503 while waiting',
    inTurn((response) => void response.destroy(), says(503, ''), tokens({}, null)),
    goesOn,
  ),
  wait('wrong-code', 'AADSTS70018: the code was mistyped', aadsts(70018, 'bad_verification_code', 'Incorrect code.'), {
    causes: ['device-code-wrong'],
    actor: 'you',
    ...microsoft,
  }),
  wait('html-while-waiting', 'a Wi-Fi page while waiting', says(200, '<html>Welcome</html>'), {
    causes: ['answer-unreadable'],
    actor: 'you',
  }),
  {
    ...wait('cancelled', 'the person gives up while waiting', pending, {
      causes: ['took-too-long'],
      actor: 'wait',
      attemptMs: 1_500,
    }),
    deadlineMs: 1_500,
  },
];
