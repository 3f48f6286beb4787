// Step 1: whose mail, at which provider. Looks up while the person types; the person confirms.
import { readAddress } from '../../shared/account-draft.ts';
import { type Answer, accepted, type RequestInput } from '../../shared/ipc-contract.ts';
import { lookUpSources, type SourceView } from '../../shared/look-up.ts';
import { services } from '../../shared/mail-provider.ts';
import { isServiceAllowed } from '../../shared/policy.ts';
import type { RefusalCode } from '../../shared/refusal.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import { isClosed } from '../../shared/step-status.ts';
import type { LiveAttempt } from './attempts.ts';
import type { Bench } from './bench.ts';
import { scopesNeeded } from './compare-scopes.ts';
import { forecastApproval } from './forecast-approval.ts';
import { freshLadders } from './ladders.ts';
import type { FoundProvider } from './looking-up.ts';
import type { AccountRecord } from './memory.ts';
import { placeProvider, wayFor } from './place-provider.ts';

/** Promised to the person; discovery keeps to it by itself, the attempt ends a little later whatever happens. */
const lookUpMs = 6_000;
const attemptDeadlineMs = 7_000;

type LookUp = NonNullable<SetupView['lookUp']>;

/** The newest verdict of each source, in the order of trust. Pure. */
export function withVerdict(lookUp: LookUp, verdict: SourceView): LookUp {
  const others = lookUp.sources.filter((each) => each.source !== verdict.source);
  const sources = [...others, verdict].sort(
    (one, other) => lookUpSources.indexOf(one.source) - lookUpSources.indexOf(other.source),
  );
  return { ...lookUp, sources };
}

/** At the end nobody is asked any more: who said nothing until now was too slow. Pure. */
export function settled(lookUp: LookUp): LookUp {
  const sources = lookUp.sources.map(
    (each): SourceView => (each.state === 'asking' ? { ...each, state: 'failed', fault: 'timeout' } : each),
  );
  return { ...lookUp, sources };
}

function readBoth(input: RequestInput<'understand.address'>): Answer & { address?: string; signsInAs?: string } {
  const address = readAddress(input.address);
  if (!address.ok) return { accepted: false, refusal: address.refusal, field: 'address' };
  if (input.signsInAs === undefined || input.signsInAs.trim() === '')
    return { accepted: true, address: address.value.text };
  const signsInAs = readAddress(input.signsInAs);
  if (!signsInAs.ok) return { accepted: false, refusal: signsInAs.refusal, field: 'signsInAs' };
  if (signsInAs.value.text.toLowerCase() === address.value.text.toLowerCase()) {
    return { accepted: false, refusal: 'shared-same-address', field: 'signsInAs' };
  }
  return { accepted: true, address: address.value.text, signsInAs: signsInAs.value.text };
}

/** One account an address, and one address a set-up: the account that came from it keeps its keys under the set-up's id. */
export function addressTaken(bench: Bench, address: string): RefusalCode | null {
  const { id, practice } = bench.view();
  const accounts = bench.accounts();
  if (accounts.some((each) => each.id === id)) return 'not-now';
  const isThere = (other: AccountRecord): boolean => other.address.toLowerCase() === address.toLowerCase();
  if (practice) return null;
  if (accounts.some((each) => !each.practice && isThere(each))) return 'account-exists';
  return bench.isAwaited(address) ? 'set-up-waiting' : null;
}

/** Takes the typed address and looks its provider up. */
export function takeAddress(bench: Bench, input: RequestInput<'understand.address'>): Answer {
  const read = readBoth(input);
  if (!read.accepted) return read;
  const { address = '', signsInAs } = read;
  const view = bench.view();
  if (view.purpose === 'sign-in-again') return { accepted: false, refusal: 'not-now' };
  const { understand } = view.steps;
  const isSame = view.address === address;
  const isUnderWay = understand.kind === 'working';
  const isAnswered = understand.kind === 'needs-you' || isClosed(understand);
  const isLookedUp = isUnderWay || (isAnswered && (view.provider ?? view.lookUp) !== undefined);
  const isWorthAsking = isAnswered && view.provider === undefined && view.signsInAs === signsInAs;
  if (!isSame) {
    const refusal = addressTaken(bench, address);
    if (refusal) return { accepted: false, refusal, field: 'address' };
  }
  if (!isSame || view.signsInAs !== signsInAs) {
    // What was signed in for another mailbox is worth nothing for this one.
    bench.attempts.endFrom('request');
    bench.record({ type: 'reopened', step: 'request' });
    const known = { person: undefined, approval: undefined };
    bench.record({ type: 'known', known: isSame ? known : { ...known, typed: undefined } });
  }
  bench.record({ type: 'known', known: { address, signsInAs } });
  if (view.practice && view.provider) {
    placeProvider(bench, view.provider);
    bench.advance();
  } else if (isSame && isLookedUp && !isWorthAsking) {
    // Who signs in changes nothing about where the mail is.
    bench.record({ type: 'ladders', ladders: freshLadders(bench.view()) });
    if (!isUnderWay) bench.advance();
  } else lookUp(bench, address);
  return accepted;
}

function lookUp(bench: Bench, address: string): void {
  const { clock, discovery, preset } = bench.world;
  const attempt = bench.attempts.begin('understand', attemptDeadlineMs);
  const startedAt = clock.now();
  const begun: LookUp = { startedAt, deadlineAt: startedAt + lookUpMs, sources: [] };
  bench.record({ type: 'known', known: { lookUp: begun, candidates: undefined, picked: undefined } });
  bench.status('understand', { kind: 'working', activity: 'looking-up-provider' });
  const now = (): LookUp => bench.view().lookUp ?? begun;
  const report = {
    source: (verdict: SourceView) => attempt.record({ type: 'known', known: { lookUp: withVerdict(now(), verdict) } }),
  };
  bench.run('understand', async () => {
    const found = await discovery.lookUp(address, preset(), report, attempt);
    if (!attempt.isLive()) return;
    endLookUp(bench, attempt, found);
    bench.advance();
  });
}

function endLookUp(
  bench: Bench,
  attempt: LiveAttempt,
  found: Awaited<ReturnType<Bench['world']['discovery']['lookUp']>>,
): void {
  attempt.end();
  const { lookUp: begun } = bench.view();
  if (begun) bench.record({ type: 'known', known: { lookUp: settled(begun) } });
  if (!found.ok) {
    bench.record({ type: 'known', known: { provider: undefined } });
    bench.status('understand', { kind: 'failed', problem: found.problem });
    return;
  }
  const [best] = found.value;
  if (!best) {
    bench.record({ type: 'known', known: { provider: undefined } });
    bench.status('understand', { kind: 'needs-you' });
    return;
  }
  bench.record({ type: 'known', known: { candidates: found.value } });
  placeProvider(bench, best, 0);
}

/** Where the provider gives nobody a registration: by password, unless the person has one all the same. */
function takeRoad(bench: Bench, found: FoundProvider, hasOwn: boolean): void {
  if (wayFor(found) !== 'password' || (bench.view().way === 'password') !== hasOwn) return;
  const way = hasOwn ? undefined : ('password' as const);
  bench.attempts.endFrom('register');
  bench.record({ type: 'reopened', step: 'register' });
  const provider = { ...found, forecast: forecastApproval(found, way) };
  bench.record({ type: 'known', known: { way, provider, registration: undefined } });
  bench.held.clientSecret = null;
}

/** The person has read and goes on with these services. */
export function confirmUnderstand(bench: Bench, input: RequestInput<'understand.confirm'>): Answer {
  const view: SetupView = bench.view();
  // What stands there during a look-up may belong to the address before.
  const isUnderWay = view.steps.understand.kind === 'working';
  if (!view.provider || !view.address || isUnderWay) return { accepted: false, refusal: 'not-now' };
  const provider = view.provider.is;
  if (view.provider.unsure && input.serversAreRight !== true) {
    return { accepted: false, refusal: 'servers-not-confirmed', field: 'serversAreRight' };
  }
  const { policy } = bench.world;
  if (!view.practice && input.wanted.some((service) => !isServiceAllowed(policy(), service))) {
    return { accepted: false, refusal: 'service-locked', field: 'wanted' };
  }
  const wanted = services.filter((service) => input.wanted.includes(service) && provider.servers[service]);
  if (wanted.length === 0) return { accepted: false, refusal: 'no-server', field: 'wanted' };
  if (wanted.join() !== view.wanted.join()) {
    bench.attempts.endFrom('request');
    bench.record({ type: 'reopened', step: 'request' });
    bench.record({ type: 'known', known: { wanted, scopes: scopesNeeded(provider, wanted) } });
  }
  takeRoad(bench, view.provider, input.ownRegistration === true);
  bench.record({ type: 'known', known: { leftOut: undefined } });
  bench.record({ type: 'ladders', ladders: freshLadders(bench.view()) });
  bench.status('understand', {
    kind: 'done',
    fact: { code: 'provider-found', values: { provider: provider.name } },
    ms: 0,
  });
  bench.advance();
  return accepted;
}
