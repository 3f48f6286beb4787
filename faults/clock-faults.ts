// Clocks that are wrong, or are set while something waits. The provider's clock is put beside this computer's, which is the same to the
// adapters; what asks for the time gets a clock of its own. No timer is touched.
import type { Keys } from '../electron/setup/outside-world.ts';
import { englishWords, makeHandClock } from '../electron/sign-in/loopback/loopback.test-part.ts';
import { makeLoopback } from '../electron/sign-in/loopback/make-loopback.ts';
import type { SignInKind } from '../shared/mail-provider.ts';
import { problemOf } from '../shared/problem.ts';
import { watchClockFaults } from './clock-watch.ts';
import { causesOf, type Ended, type Fault } from './fault.ts';
import { goodKeys } from './mail-trial.ts';
import { deviceAnswer, send, tokens } from './played-service.ts';
import { renewingOver } from './renewing-trial.ts';
import { type SignInMeeting, signInFault } from './sign-in-trial.ts';
import { certify } from './trial-chains.ts';
import { kept, keysOf, vaultFault } from './vault-trial.ts';

const hour = 3_600_000;
const day = 24 * hour;
const kinds = ['openid', 'google', 'microsoft'] as const;

type Met = Pick<Fault, 'causes' | 'actor'> & { readonly verdict?: string } & Partial<SignInMeeting>;
const wrong = { causes: ['clock-wrong'], actor: 'you' } as const;
const forged = { causes: ['token-invalid'], actor: 'app' } as const;
const signedIn = { causes: [], actor: 'nobody', verdict: 'signed in' } as const;

const signIn = (id: string, injected: string, kind: SignInKind, met: Met): Fault =>
  signInFault('clock', `${id}-${kind}`, `${injected} (${kind})`, { step: 'code', kind, ...met });

const signIns: readonly Fault[] = kinds.flatMap((kind) => [
  signIn('ahead-two-hours', 'this computer’s clock is two hours ahead', kind, { ...wrong, clockOffMs: -2 * hour }),
  signIn('behind-two-hours', 'this computer’s clock is two hours behind', kind, { ...wrong, clockOffMs: 2 * hour }),
  signIn('ahead-a-year', 'this computer’s clock is a year ahead', kind, { ...wrong, clockOffMs: -365 * day }),
  signIn('behind-years', 'this computer’s clock is twenty years behind', kind, { ...wrong, clockOffMs: 7300 * day }),
  signIn('off-by-minutes', 'the clocks are three minutes apart', kind, { ...signedIn, clockOffMs: 180_000 }),
  signIn('token-too-old', 'both clocks are right, and the id token is from yesterday', kind, {
    ...forged,
    replies: { token: tokens({}, { issued: -86_400, ends: -82_800 }) },
  }),
  signIn('token-of-tomorrow', 'both clocks are right, and the id token is from tomorrow', kind, {
    ...forged,
    replies: { token: tokens({}, { issued: 86_400, ends: 90_000 }) },
  }),
]);

const certificate = (id: string, injected: string, days: { from: number; to: number }, met: Met): Fault =>
  signInFault('clock', `certificate-${id}`, injected, {
    step: 'begin',
    shows: async () => certify({ name: 'localhost', by: (await goodKeys()).authority, ...days }),
    ...met,
  });

const device = (id: string, injected: string, jumpMs: number, met: Met): Fault => {
  let off = 0;
  return {
    ...signInFault('clock', `device-${id}`, injected, {
      step: 'wait',
      now: () => Date.now() + off,
      replies: {
        device: deviceAnswer({ expires_in: 900 }),
        token: (response, asked) => {
          off = jumpMs;
          // Later the code is approved, for whoever still asks.
          asked.service.replies.token = tokens({}, { claims: { nonce: undefined } });
          send(response, 400, { error: 'authorization_pending' });
        },
      },
      ...met,
    }),
    deadlineMs: 15_000,
  };
};

/** Keys of round 1 were kept with a time; then the clock says something else. */
const keys = (
  id: string,
  injected: string,
  met: Met,
  { life, age = 0, offline = false }: { readonly life: number; readonly age?: number; readonly offline?: boolean },
): Fault =>
  vaultFault('clock', `keys-${id}`, injected, met, async ({ vault }) => {
    await kept(vault);
    const now = Date.now();
    const old: Keys = { ...keysOf(1), validUntil: now + life, renewedAt: now - age };
    await vault.keep('pat', old);
    const weather = async () => ({ ok: false as const, problem: problemOf('connection-lost') });
    const { renewing, account, renewals } = renewingOver(
      vault,
      { ...keysOf(2), validUntil: now + hour },
      undefined,
      offline ? { answer: weather } : {},
    );
    const outcome = await renewing.fresh(account, { signal: AbortSignal.timeout(4_000) });
    const verdict = renewals() === 0 ? 'used as they are' : 'renewed';
    return {
      causes: causesOf(outcome),
      ...(outcome.ok ? { verdict: offline ? 'used although not renewed' : verdict } : {}),
      said: JSON.stringify(outcome),
    };
  });

/** A browser is awaited for five minutes while the clock is set. */
const awaited = (
  id: string,
  injected: string,
  met: Met,
  turn: (clock: ReturnType<typeof makeHandClock>) => void,
): Fault => ({
  id: `clock-way-back-${id}`,
  group: 'clock',
  injected,
  deadlineMs: 5_000,
  causes: met.causes,
  actor: met.actor,
  ...(met.verdict === undefined ? {} : { verdict: met.verdict }),
  run: async (signal): Promise<Ended> => {
    const clock = makeHandClock();
    const loopback = makeLoopback({
      words: englishWords,
      language: () => 'en',
      direction: () => 'ltr',
      clock,
      logUnexpected: (error) => {
        throw error;
      },
    });
    const wish = { host: '127.0.0.1', deadlineMs: 300_000, providerName: 'Harbour & Co' } as const;
    const opened = await loopback.open(wish, { signal });
    if (!opened.ok) return { causes: causesOf(opened), said: JSON.stringify(opened) };
    opened.value.expect('right');
    turn(clock);
    const waits = 'waits on' as const;
    const outcome = await Promise.race([opened.value.answer, Promise.resolve(waits).then(() => waits)]);
    opened.value.close();
    if (outcome === waits) return { causes: [], verdict: waits, said: waits };
    return { causes: causesOf(outcome), said: JSON.stringify(outcome) };
  },
});

export const clockFaults: readonly Fault[] = [
  ...signIns,
  certificate(
    'not-yet',
    'the provider’s certificate begins tomorrow, by this computer’s clock',
    { from: 1, to: 30 },
    {
      causes: ['certificate-not-yet-valid'],
      actor: 'you',
    },
  ),
  certificate(
    'over',
    'the provider’s certificate ended, by this computer’s clock',
    { from: -30, to: -1 },
    {
      causes: ['certificate-expired'],
      actor: 'provider',
    },
  ),
  device('jumps-ahead', 'the clock is put forward by an hour while a device code is waited for', hour, {
    causes: ['device-code-expired'],
    actor: 'you',
  }),
  device('jumps-back', 'the clock is put back by an hour while a device code is waited for', -hour, wrong),
  keys(
    'over-ahead',
    'the clock is hours ahead: a good token counts as over, and is renewed',
    { causes: [], actor: 'nobody', verdict: 'renewed' },
    { life: -3 * hour },
  ),
  keys(
    'over-offline',
    'the same without a network',
    { causes: ['connection-lost'], actor: 'wait' },
    { life: -3 * hour, offline: true },
  ),
  keys(
    'set-back',
    'the clock was set back by three days: renewed to be sure',
    { causes: [], actor: 'nobody', verdict: 'renewed' },
    { life: 75 * hour, age: -72 * hour },
  ),
  keys(
    'set-back-offline',
    'the same without a network',
    { causes: [], actor: 'nobody', verdict: 'used although not renewed' },
    { life: 75 * hour, age: -72 * hour, offline: true },
  ),
  keys(
    'slightly-back',
    'the clock was put right by a minute',
    { causes: [], actor: 'nobody', verdict: 'used as they are' },
    { life: hour, age: -60_000 },
  ),
  awaited(
    'asleep',
    'the computer sleeps while a browser is awaited',
    { causes: ['no-answer'], actor: 'you' },
    (clock) => {
      clock.sleep(600_000);
      clock.advance(5_000);
    },
  ),
  awaited(
    'set-back',
    'the clock is set back by a day while a browser is awaited',
    { causes: [], actor: 'nobody', verdict: 'waits on' },
    (clock) => {
      clock.sleep(-day);
      clock.advance(5_000);
    },
  ),
  ...watchClockFaults,
];
