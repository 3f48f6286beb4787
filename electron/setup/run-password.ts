// Step 4 with a password: for an account without a sign-in, or for the services beside one that take no token. The password is tied
// to the mailbox and servers it was typed for, and goes nowhere but to the vault and the mail check.
import { type Answer, accepted, type RequestInput } from '../../shared/ipc-contract.ts';
import { problemOf } from '../../shared/problem.ts';
import { isClosed } from '../../shared/step-status.ts';
import type { LiveAttempt } from './attempts.ts';
import { type Bench, since } from './bench.ts';
import type { Keys, Outcome } from './outside-world.ts';
import { heldPassword, isPasswordRoad, needsBoth, purposeOf } from './password-road.ts';
import { readPassword } from './read-password.ts';
import { testThisComputer, wayIsAsked } from './run-flow.ts';
import { stopWaiting } from './run-response.ts';
import { Secret } from './secret.ts';
import { withinAttempt } from './within-attempt.ts';

const sealDeadlineMs = 20_000;

/** Takes the password; typed once more, it takes the place of the one before and the ladders are climbed anew. */
export function takePassword(bench: Bench, input: RequestInput<'flow.password'>): Answer {
  const view = bench.view();
  const { provider, steps, address, signsInAs } = view;
  const isAsked = provider !== undefined && (isPasswordRoad(view) || needsBoth(view));
  if (!isAsked || !isClosed(steps.understand) || steps.flow.kind === 'waiting') {
    return { accepted: false, refusal: 'not-now' };
  }
  const read = readPassword(input.password, provider.is.password?.kind, [address, signsInAs]);
  if (!read.ok) return { accepted: false, refusal: read.refusal, field: 'password' };
  bench.held.password = { secret: read.password, purpose: purposeOf(view) };
  if (needsBoth(view) && isClosed(steps.store)) {
    keepBeside(bench, read.password);
    return accepted;
  }
  bench.attempts.endFrom('flow');
  stopWaiting(bench);
  bench.record({ type: 'reopened', step: 'flow' });
  if (isPasswordRoad(view)) testThisComputer(bench, 'password');
  else {
    keepEarly(bench, read.password);
    if (wayIsAsked(bench)) bench.status('flow', { kind: 'needs-you' });
    bench.advance();
  }
  return accepted;
}

/** So that a set-up that is quit before its sign-in goes on after it. Without a key store it is asked for again, which is right. */
function keepEarly(bench: Bench, password: Secret): void {
  const { id } = bench.view();
  const { vault } = bench.world;
  bench.run('flow', async () => {
    const kept = await vault.open(id);
    // Keys that renew stay as they are until new ones, with this password, take their place.
    if (!kept.ok || kept.value?.renewal || heldPassword(bench.held, bench.view()) !== password) return;
    const { clientSecret } = bench.held;
    const nothing = { renewal: null, accessToken: new Secret(''), validUntil: 0, clientSecret };
    await vault.keep(id, { ...(kept.value ?? nothing), password });
  });
}

/** The sign-in is good and stays: the password takes its place beside the tokens. */
function keepBeside(bench: Bench, password: Secret): void {
  bench.attempts.endFrom('test');
  bench.record({ type: 'reopened', step: 'test' });
  const attempt = bench.attempts.begin('flow', sealDeadlineMs);
  const startedAt = bench.world.clock.now();
  bench.status('flow', { kind: 'working', activity: 'sealing-tokens' });
  bench.run('flow', async () => {
    const kept = await keptWith(bench, password, attempt);
    if (!attempt.isLive()) return;
    attempt.end();
    if (!kept.ok) {
      bench.status('flow', { kind: 'failed', problem: kept.problem });
      return;
    }
    bench.held.keys = kept.value;
    const fact = { code: bench.view().way === 'device' ? ('way-device' as const) : ('way-browser' as const) };
    bench.status('flow', { kind: 'done', fact, ms: since(bench, startedAt) });
    bench.advance();
  });
}

async function keptWith(bench: Bench, password: Secret, attempt: LiveAttempt): Promise<Outcome<Keys>> {
  const { vault } = bench.world;
  const { id, keeping } = bench.view();
  const before = await withinAttempt(attempt, vault.open(id), 'key-store-locked');
  if (!before.ok) return before;
  if (!before.value) return { ok: false, problem: problemOf('record-unreadable') };
  const keys = { ...before.value, password };
  if (keeping?.kept === 'this-session') {
    vault.keepForSession(id, keys);
    return { ok: true, value: keys };
  }
  const sealed = await withinAttempt(attempt, vault.keep(id, keys), 'key-store-locked');
  return sealed.ok ? { ok: true, value: keys } : sealed;
}

/** What the watch saw of a password that no longer opens anything. */
const spent = new Set(['password-refused', 'app-password-needed', 'record-unreadable']);

/** The password of a set-up that is taken up again, or that signs in again, comes from the vault; else it is asked for again. */
export async function takeUpPassword(bench: Bench): Promise<void> {
  const view = bench.view();
  const { id, purpose, steps } = view;
  if (bench.held.password || !(isPasswordRoad(view) || needsBoth(view))) return;
  const isAgain = purpose === 'sign-in-again';
  // What was typed for step 4 and is asked for anew is not to be used.
  if (!isClosed(steps.flow) && !(isAgain && needsBoth(view))) return;
  const problem = bench.accounts().find((account) => account.id === id)?.watch?.problem;
  if (isAgain && !isClosed(steps.store) && problem && spent.has(problem.code)) return;
  const kept = await bench.world.vault.open(id);
  const password = kept.ok ? kept.value?.password : undefined;
  // Another one may have been typed while the key store asked for its own.
  if (password && !bench.held.password) bench.held.password = { secret: password, purpose: purposeOf(view) };
}
