// Steps 7 and 8: the right person, the right permissions, then sealed and read back. Nothing is kept before the check passed or the person decided.
import { type Answer, accepted, type RequestInput } from '../../shared/ipc-contract.ts';
import type { KeepingView } from '../../shared/keeping.ts';
import type { Problem, ProblemCode } from '../../shared/problem.ts';
import { problemOf } from '../../shared/problem.ts';
import { accountOfSetup } from './account-of-setup.ts';
import { goIntoWait, hasSentRequest } from './approval-wait.ts';
import { type Bench, since } from './bench.ts';
import { comparePerson } from './compare-person.ts';
import { missingScopes, scopesGranted } from './compare-scopes.ts';
import { freshLadders } from './ladders.ts';
import { type ExpectedGrant, objectionToGrant, objectionToScopes } from './objection-to-grant.ts';
import type { Grant } from './outside-world.ts';
import { heldPassword, needsBoth } from './password-road.ts';
import { addressTaken } from './run-understand.ts';
import { signInFacts } from './sign-in-facts.ts';
import { withinAttempt } from './within-attempt.ts';

const storeDeadlineMs = 20_000;

function expectedOf(bench: Bench): ExpectedGrant {
  const { signsInAs, address, provider, scopes } = bench.view();
  return { expected: signsInAs ?? address ?? '', provider: provider?.is.shortName ?? '', scopes };
}

/** Step 7 with a grant in hand; `ms` is what redeeming took. */
export async function redeemAnswer(bench: Bench, grant: Grant, ms: number): Promise<void> {
  const view = bench.view();
  const expected = view.signsInAs ?? view.address ?? '';
  if (hasSentRequest(view) && comparePerson(expected, grant.person) === 'other') {
    // An administrator may have signed in at the same browser to approve: that mailbox is not offered, and the wait goes on.
    const facts = { expected, signedInAs: grant.person?.address ?? '', provider: view.provider?.is.shortName ?? '' };
    bench.chooseAccount = true;
    goIntoWait(bench, { trouble: problemOf('wrong-person', facts) });
    return;
  }
  bench.record({
    type: 'known',
    known: {
      scopes: scopesGranted(view.scopes, grant.grantedScopes),
      validUntil: grant.validUntil,
      person: {
        typed: view.address ?? '',
        expected,
        signedInAs: grant.person?.address ?? '',
        name: grant.person?.name ?? '',
        ...(grant.person && grant.person.aliases.length > 0 ? { alsoKnownAs: grant.person.aliases } : {}),
      },
    },
  });
  bench.record({ type: 'details', step: 'token', lines: grant.details });
  bench.pendingGrant = { grant, ms };
  const problem = objectionToGrant(expectedOf(bench), grant);
  if (problem) bench.status('token', { kind: 'failed', problem });
  else await acceptGrant(bench, null);
}

async function acceptGrant(bench: Bench, note: Problem | null): Promise<void> {
  const pending = bench.pendingGrant;
  if (!pending) return;
  const { grant, ms } = pending;
  const name = grant.person?.name || grant.person?.address || (bench.view().address ?? '');
  const fact = { code: 'signed-in-as' as const, values: { name } };
  bench.status('token', note ? { kind: 'noted', fact, ms, problem: note } : { kind: 'done', fact, ms });
  const password = heldPassword(bench.held, bench.view());
  const now = bench.world.clock.now();
  bench.record({ type: 'known', known: { signIn: signInFacts(grant, now) } });
  bench.held.keys = {
    renewal: grant.renewal,
    accessToken: grant.accessToken,
    validUntil: grant.validUntil,
    clientSecret: bench.held.clientSecret,
    renewedAt: now,
    ...(grant.renewalEndsAt === undefined ? {} : { renewalEndsAt: grant.renewalEndsAt }),
    ...(password && needsBoth(bench.view()) ? { password } : {}),
  };
  bench.chooseAccount = false;
  await seal(bench);
}

function closeStore(bench: Bench, kept: KeepingView, startedAt: number, note: Problem | null): void {
  const grant = bench.pendingGrant?.grant;
  bench.pendingGrant = null;
  bench.record({ type: 'known', known: { keeping: kept, approval: undefined } });
  bench.record({
    type: 'details',
    step: 'store',
    lines: [
      { label: 'keyStore', value: kept.store },
      ...(grant ? [{ label: 'idTokenChecked', value: grant.idTokenChecked ? 'yes' : 'no' }] : []),
      ...(grant ? [{ label: 'validUntil', value: new Date(grant.validUntil).toISOString() }] : []),
    ],
  });
  const ms = since(bench, startedAt);
  if (note) bench.status('store', { kind: 'noted', fact: { code: 'kept-this-session' }, ms, problem: note });
  else bench.status('store', { kind: 'done', fact: { code: 'kept-in', values: { store: kept.store } }, ms });
  bench.record({ type: 'ladders', ladders: freshLadders(bench.view()) });
  // The keys in the vault are the new ones from here on, and the account in the list must be the one they belong to.
  const { id, purpose } = bench.view();
  const before = bench.accounts().find((each) => each.id === id);
  if (purpose === 'sign-in-again' && before) {
    bench.addAccount({ ...accountOfSetup(bench.view(), before.addedAt), watch: before.watch });
  }
  bench.advance();
}

/** Step 8: seal, read back, compare. */
export async function seal(bench: Bench): Promise<void> {
  const { keys } = bench.held;
  if (!keys) return;
  const attempt = bench.attempts.begin('store', storeDeadlineMs);
  const startedAt = bench.world.clock.now();
  bench.status('store', { kind: 'working', activity: 'sealing-tokens' });
  const kept = await withinAttempt(attempt, bench.world.vault.keep(bench.view().id, keys), 'key-store-locked');
  if (!attempt.isLive()) return;
  attempt.end();
  if (kept.ok) closeStore(bench, kept.value, startedAt, null);
  else bench.status('store', { kind: 'failed', problem: kept.problem });
}

/** What a person may decide to live with. */
const mayGoOn: readonly ProblemCode[] = ['person-unknown', 'scope-missing', 'no-renewal'];

/** The person decides about a grant that is not as expected. */
export function decideToken(bench: Bench, input: RequestInput<'token.decide'>, signInAgain: () => Answer): Answer {
  const pending = bench.pendingGrant;
  const { steps } = bench.view();
  const problem = steps.token.kind === 'failed' ? steps.token.problem : null;
  if (input.decision === 'sign-in-again') {
    bench.pendingGrant = null;
    bench.chooseAccount = problem?.code === 'wrong-person';
    return signInAgain();
  }
  if (!pending || !problem) return { accepted: false, refusal: 'not-now' };
  const { grant, ms } = pending;
  const signedInAs = grant.person?.address;
  if (problem.code === 'wrong-person') {
    // Where an organisation has to approve, an administrator may have done so in this browser: that mailbox is not offered.
    const { purpose, approval } = bench.view();
    if (!signedInAs || purpose === 'sign-in-again' || approval) return { accepted: false, refusal: 'not-now' };
    if (input.decision === 'use-signed-in-address') {
      const refusal = addressTaken(bench, signedInAs);
      if (refusal) return { accepted: false, refusal, field: 'address' };
      bench.record({ type: 'known', known: { address: signedInAs, signsInAs: undefined } });
    } else if (input.decision === 'shared-mailbox') {
      bench.record({ type: 'known', known: { signsInAs: signedInAs } });
    } else {
      return { accepted: false, refusal: 'not-now' };
    }
    bench.run('token', () => redeemAnswer(bench, grant, ms));
    return accepted;
  }
  if (input.decision !== 'go-on' || !mayGoOn.includes(problem.code)) return { accepted: false, refusal: 'not-now' };
  // "Who signed in" was answered by the person; the permissions are still looked at.
  const next = problem.code === 'person-unknown' ? objectionToScopes(expectedOf(bench), grant) : null;
  if (!next && problem.code === 'scope-missing' && !leaveOutWhatIsMissing(bench)) {
    return { accepted: false, refusal: 'no-server' };
  }
  if (next) bench.status('token', { kind: 'failed', problem: next });
  else bench.run('token', () => acceptGrant(bench, problem));
  return accepted;
}

/** What was not allowed is neither tried nor handed on. False when nothing would be left. */
function leaveOutWhatIsMissing(bench: Bench): boolean {
  const { wanted, scopes } = bench.view();
  const missing = missingScopes(scopes);
  const leftOut = wanted.filter((service) => missing.some((each) => each.service === service));
  if (leftOut.length === wanted.length) return false;
  bench.record({ type: 'known', known: { wanted: wanted.filter((service) => !leftOut.includes(service)), leftOut } });
  return true;
}

/** The person decides what to do without a key store. */
export function decideStore(bench: Bench, input: RequestInput<'store.decide'>): Answer {
  const { steps, id } = bench.view();
  const { keys } = bench.held;
  if (steps.store.kind !== 'failed' || !keys) return { accepted: false, refusal: 'not-now' };
  if (input.decision === 'try-again') bench.run('store', () => seal(bench));
  else closeStore(bench, bench.world.vault.keepForSession(id, keys), bench.world.clock.now(), steps.store.problem);
  return accepted;
}
