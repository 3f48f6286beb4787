// Step 4 with a password: for an account without a sign-in, or for the services beside one that take no token. The password is tied
// to the mailbox and servers it was typed for, and goes nowhere but to the vault and the mail check.
import { type Answer, accepted, type RequestInput } from '../../shared/ipc-contract.ts';
import { problemOf } from '../../shared/problem.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import { isClosed } from '../../shared/step-status.ts';
import type { LiveAttempt } from './attempts.ts';
import { type Bench, since } from './bench.ts';
import { keepTyped } from './keep-typed.ts';
import type { AccountRecord } from './memory.ts';
import type { Keys, Outcome } from './outside-world.ts';
import { heldPassword, isPasswordRoad, needsBoth, purposeOf, servicesByPassword } from './password-road.ts';
import { readPassword } from './read-password.ts';
import { testThisComputer, wayIsAsked } from './run-flow.ts';
import { stopWaiting } from './run-response.ts';
import type { Secret } from './secret.ts';
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
    keepTyped(bench);
    if (wayIsAsked(bench)) bench.status('flow', { kind: 'needs-you' });
    bench.advance();
  }
  return accepted;
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

/** Where sealing it beside the tokens has failed. False: there is no such thing to try again. */
export function keepBesideAgain(bench: Bench): boolean {
  const view = bench.view();
  const password = heldPassword(bench.held, view);
  if (!password || !needsBoth(view) || !isClosed(view.steps.store)) return false;
  keepBeside(bench, password);
  return true;
}

async function keptWith(bench: Bench, password: Secret, attempt: LiveAttempt): Promise<Outcome<Keys>> {
  const { id, keeping } = bench.view();
  const kept = keeping?.kept ?? 'sealed';
  // The watch may be renewing at this very moment.
  const change = bench.world.vault.change(id, { kept, make: (now) => ({ ...now, password }) });
  const changed = await withinAttempt(attempt, change, 'key-store-locked');
  const isGone = !changed.ok && changed.problem.code === 'session-over';
  return isGone ? { ok: false, problem: problemOf('record-unreadable') } : changed;
}

/** What the watch saw of a password that no longer opens anything. */
const spent = new Set(['password-refused', 'app-password-needed', 'record-unreadable']);

/** Another server than the account's, named since, does not get the account's password. */
function isForSameServers(account: AccountRecord | undefined, view: SetupView): boolean {
  const before = account?.provider.servers;
  return servicesByPassword(view).every((each) => before?.[each]?.host === view.provider?.is.servers[each]?.host);
}

/** The password of a set-up that is taken up again, or that signs in again, comes from the vault; else it is asked for again. */
export async function takeUpPassword(bench: Bench): Promise<void> {
  const view = bench.view();
  const { id, purpose, steps } = view;
  if (bench.held.password || !(isPasswordRoad(view) || needsBoth(view))) return;
  const isAgain = purpose === 'sign-in-again';
  // What was typed for step 4 and is asked for anew is not to be used.
  if (!isClosed(steps.flow) && !(isAgain && needsBoth(view))) return;
  const account = bench.accounts().find((each) => each.id === id);
  const problem = account?.watch?.problem;
  const isSpent = problem !== undefined && spent.has(problem.code);
  if (isAgain && !isClosed(steps.store) && (isSpent || !isForSameServers(account, view))) return;
  const kept = await bench.world.vault.open(id);
  const password = kept.ok ? kept.value?.password : undefined;
  // Another one may have been typed while the key store asked for its own.
  if (password && !bench.held.password) bench.held.password = { secret: password, purpose: purposeOf(view) };
}
