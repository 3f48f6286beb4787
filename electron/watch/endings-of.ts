// What may end an account's sign-in, when, and how sure that is: from what the provider said, what is written about it, and what was
// observed here. Pure; promises nothing that nobody knows.
import { type EndingCause, type EndingView, endingCauses, type SignInFacts } from '../../shared/ending.ts';
import type { ProblemCode } from '../../shared/problem.ts';
import { endOfDay } from '../../shared/secret-end.ts';
import type { AccountRecord } from '../setup/memory.ts';
import { ruleOf, type SignInSpan } from './organisation-rule.ts';
import type { RenewalFacts } from './past-record.ts';
import { renewalRule } from './renewal-rules.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Google, "Refresh token expiration": external app, publishing status "Testing". Half a day for whoever renews late. */
const testingMs = 7 * dayMs;
const testingLatestMs = 7.5 * dayMs;

export interface Learnt {
  readonly facts: RenewalFacts;
  readonly spans: readonly SignInSpan[];
  /** The newest problem that the provider or the vault had with the sign-in itself; absent: it stands. */
  readonly over?: ProblemCode | undefined;
}

/** The soonest first, those without a date last. `now`: epoch milliseconds. */
export function endingsOf(account: AccountRecord, learnt: Learnt, now: number): readonly EndingView[] {
  const signIn = learnt.over ? [] : [...signInEndings(account, learnt, now), ...sessionEnding(account)];
  return [...secretEnding(account), ...signIn]
    .filter(({ at }) => at === undefined || at > now)
    .sort((one, other) => rank(one) - rank(other) || order(one.cause) - order(other.cause));
}

const rank = ({ at }: EndingView): number => at ?? Number.MAX_SAFE_INTEGER;
const order = (cause: EndingCause): number => endingCauses.indexOf(cause);

function signInEndings(account: AccountRecord, learnt: Learnt, now: number): readonly EndingView[] {
  const { provider, registration, signIn } = account;
  if (registration.source === 'none') return [passwordEnding(account, account.provider.password?.kind !== 'app')];
  if (signIn?.endsAt !== undefined) return [ending(account, 'not-renewable', 'certain', signIn.endsAt)];
  const facts = factsSince(learnt.facts, signIn);
  const said = saidEnding(account, facts);
  const observed = observedEnding(account, learnt.spans);
  const { idleDays, passwordEnds } = renewalRule(provider);
  return [
    ...(said ? [said] : [...testingEnding(account, learnt.spans, now), ...idleEnding(account, facts, idleDays)]),
    ...(observed ? [observed] : []),
    { ...passwordEnding(account, true), sure: passwordEnds },
  ];
}

/** What was learnt of an earlier sign-in says nothing about this one. */
function factsSince(facts: RenewalFacts, signIn: SignInFacts | undefined): RenewalFacts {
  return signIn && (facts.renewedAt ?? 0) < signIn.at ? {} : facts;
}

/** The provider said when. A date that moves with each renewal is one for whoever stays away. */
function saidEnding(account: AccountRecord, facts: RenewalFacts): EndingView | null {
  const { signIn, provider } = account;
  const at = facts.renewalEndsAt ?? signIn?.renewalEndsAt;
  if (at === undefined) return null;
  const begun = signIn?.at ?? facts.renewedAt ?? at;
  const first = signIn?.renewalEndsAt ?? at;
  if (at > first + hourMs) {
    return ending(account, 'idle', 'certain', at, { days: daysIn(at - (facts.renewedAt ?? begun)) });
  }
  if (provider.signIn === 'google' && at - begun <= testingLatestMs) {
    return ending(account, 'testing-seven-days', 'certain', at, { days: 7 });
  }
  // Renewed since, and the date stands: it is the rule, not the answer's habit.
  const isSettled = (facts.renewedAt ?? 0) > begun + hourMs && facts.renewalEndsAt !== undefined;
  return ending(account, 'provider-rule', isSettled ? 'certain' : 'likely', at, { days: daysIn(at - begun) });
}

/** One's own registration at Google may still be in testing; a sign-in that has lasted longer proves that it is not. */
function testingEnding(account: AccountRecord, spans: readonly SignInSpan[], now: number): readonly EndingView[] {
  const { provider, registration, signIn } = account;
  const isOwn = registration.source === 'own' || registration.source === 'google-file';
  if (provider.signIn !== 'google' || !signIn || now > signIn.at + testingLatestMs) return [];
  const wasSo = spans.at(-1)?.cause === 'testing-seven-days';
  if (!isOwn && !wasSo) return [];
  const sure = wasSo ? 'likely' : 'possible';
  return [ending(account, 'testing-seven-days', sure, signIn.at + testingMs, { days: 7 })];
}

/** From the last renewal on: the date moves ahead as long as Postkey runs now and then. */
function idleEnding(account: AccountRecord, facts: RenewalFacts, idleDays: number | undefined): readonly EndingView[] {
  const usedAt = Math.max(facts.renewedAt ?? 0, account.signIn?.at ?? 0);
  if (idleDays === undefined) return [];
  return [ending(account, 'idle', 'likely', usedAt === 0 ? undefined : usedAt + idleDays * dayMs, { days: idleDays })];
}

function observedEnding(account: AccountRecord, spans: readonly SignInSpan[]): EndingView | null {
  const rule = ruleOf(spans);
  if (!rule || !account.signIn) return null;
  const sure = rule.isSaid && rule.times > 1 ? 'likely' : 'possible';
  const values = { days: daysIn(rule.lengthMs), organisation: account.organisation ?? '' };
  return ending(account, 'organisation-rule', sure, account.signIn.at + rule.lengthMs, values);
}

function passwordEnding(account: AccountRecord, isCertain: boolean): EndingView {
  return ending(account, 'password-change', isCertain ? 'certain' : 'likely', undefined);
}

function sessionEnding(account: AccountRecord): readonly EndingView[] {
  return account.kept.kept === 'this-session' ? [ending(account, 'this-session', 'certain', undefined)] : [];
}

/** The secret works on its last day. */
function secretEnding(account: AccountRecord): readonly EndingView[] {
  const { hasSecret, secretEndsOn } = account.registration;
  const at = hasSecret && secretEndsOn !== undefined ? endOfDay(secretEndsOn) : null;
  return at === null ? [] : [ending(account, 'secret-end', 'certain', at, { on: secretEndsOn ?? '' })];
}

/** Whole days; below two with a tenth. */
function daysIn(ms: number): number {
  const days = Math.max(0, ms) / dayMs;
  return days < 1.95 ? Math.max(0.1, Math.round(days * 10) / 10) : Math.round(days);
}

function ending(
  { provider }: AccountRecord,
  cause: EndingCause,
  sure: EndingView['sure'],
  at: number | undefined,
  values: EndingView['values'] = {},
): EndingView {
  return { cause, ...(at === undefined ? {} : { at }), sure, values: { provider: provider.shortName, ...values } };
}
