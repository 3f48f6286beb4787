// Reads an account's health for the list: its mark, its order, the words of its line, and the sum in the page's title.
// Pure; decides no health by itself, main has done that.
import type { TFunction } from 'i18next';
import type { AccountView, Health } from '../../shared/account-state.ts';
import { watchedStamp } from '../../shared/cause-steps.ts';
import type { AsideView } from '../../shared/postkey-state.ts';
import { problems } from '../../shared/problem.ts';
import type { MarkState } from '../ui/mark.tsx';
import { healedWhen } from './day-bars.ts';

export const markOfHealth: Record<Health, MarkState> = {
  well: 'done',
  noted: 'noted',
  'needs-you': 'needs-you',
  stopped: 'failed',
  unknown: 'waiting',
};

/** Who is waited for, in the order of the list. */
type Need = 'needYou' | 'needIt' | 'waits' | 'stopped' | 'noted' | 'unknown' | 'well';
const order: readonly Need[] = ['needYou', 'needIt', 'waits', 'stopped', 'noted', 'unknown', 'well'];

function needOf({ health, watch }: AccountView): Need {
  if (health === 'needs-you') return 'needYou';
  if (health === 'well' || health === 'unknown') return health;
  return watch?.problem !== undefined && problems[watch.problem.code].actor === 'it' ? 'needIt' : health;
}

/** What the list shows: accounts, and set-ups that wait for approval out of sight. */
export type Card =
  | { readonly kind: 'account'; readonly account: AccountView; readonly need: Need }
  | { readonly kind: 'aside'; readonly aside: AsideView; readonly need: Need };

/** You first, then others, then those that are well; within each as main gave them. */
export function cardsByNeed(accounts: readonly AccountView[], aside: readonly AsideView[]): readonly Card[] {
  const cards: Card[] = [
    ...aside.map(
      (each): Card => ({ kind: 'aside', aside: each, need: each.state === 'waiting' ? 'waits' : 'needYou' }),
    ),
    ...accounts.map((account): Card => ({ kind: 'account', account, need: needOf(account) })),
  ];
  return cards.sort((one, other) => order.indexOf(one.need) - order.indexOf(other.need));
}

/** "One needs you, one needs your IT"; "All three are well". */
export function titleOf(t: TFunction, cards: readonly Card[]): string {
  const counts = new Map<Need, number>();
  for (const { need } of cards) counts.set(need, (counts.get(need) ?? 0) + 1);
  const number = (count: number, place: 'start' | 'inside'): string =>
    t(`window:numbers.${place}.${count}`, { defaultValue: String(count) });
  if (counts.get('well') === cards.length) {
    if (cards.length === 1) return t('window:accounts.title.one');
    if (cards.length === 2) return t('window:accounts.title.both');
    return t('window:accounts.title.allWell', { number: number(cards.length, 'inside') });
  }
  const [first = '', second] = order
    .filter((need) => need !== 'well' && counts.has(need))
    .map((need, index) => {
      const count = counts.get(need) ?? 0;
      return t(`window:accounts.title.${need}`, { count, number: number(count, index === 0 ? 'start' : 'inside') });
    });
  return second === undefined ? first : t('window:accounts.title.two', { first, second });
}

/** "10-SMTP-OFF", or undefined when there is nothing to read out. */
export function stampOfAccount({ watch }: AccountView): string | undefined {
  return watch?.problem === undefined ? undefined : watchedStamp(watch.problem.code, watch.services);
}

/** No sign-in at all: every server is logged in to with a password. */
export function isByPassword({ servers }: AccountView): boolean {
  return servers.length > 0 && servers.every(({ by }) => by === 'password');
}

/** What helps is a password typed anew, also beside a sign-in. */
export function asksForPassword(account: AccountView): boolean {
  const { problem } = account.watch ?? {};
  return isByPassword(account) || (problem !== undefined && problems[problem.code].next === 'type-password');
}

/** "Microsoft 365, shared" */
export function providerWords(t: TFunction, account: AccountView): string {
  const provider = { provider: account.providerName };
  if (account.practice) return t('window:accounts.practice', provider);
  if (isByPassword(account)) return t('window:accounts.providerPassword', provider);
  return t(account.signsInAs === undefined ? 'window:accounts.provider' : 'window:accounts.providerShared', provider);
}

export interface HealthLine {
  /** In colour and semibold. */
  readonly verdict: string;
  readonly rest: string;
}

/** What was wrong and is not any more; empty when nothing was. */
function healedSentence(t: TFunction, account: AccountView): string {
  const when = healedWhen(account, Date.now());
  return when === null ? '' : t(`window:accounts.sentence.${when === 'today' ? 'healedToday' : 'healedYesterday'}`);
}

/** By what helps: not all that a person can mend is mended by signing in. */
function needsVerdict(account: AccountView): string {
  if (asksForPassword(account)) return 'needs-password';
  const { problem } = account.watch ?? {};
  return problem === undefined || problems[problem.code].next === 'sign-in-again' ? 'needs-you' : 'needs-mending';
}

/** What the look saw working; leaving the rest out was a choice. */
function worksSentence({ leftOut, watch }: AccountView): string {
  const { imap, pop, smtp } = watch?.services ?? {};
  const receives = imap === 'passed' || pop === 'passed';
  if (leftOut.length > 0) return receives && leftOut.includes('smtp') ? 'leftOutSending' : 'leftOut';
  if (receives && smtp === 'passed') return 'bothWork';
  return receives ? 'receivingWorks' : 'sendingWorks';
}

export function healthLine(t: TFunction, account: AccountView): HealthLine {
  const verdict = (key: string): string => t(`window:accounts.verdict.${key}`);
  const sentence = (key: string): string => t(`window:accounts.sentence.${key}`);
  if (account.checking) return { verdict: sentence('checking'), rest: '' };
  const { health, watch } = account;
  if (watch === undefined || health === 'unknown') return { verdict: verdict('unknown'), rest: sentence('unknown') };
  const { imap, pop, smtp } = watch.services;
  const receives = imap === 'passed' || pop === 'passed';
  if (health === 'well' || (health === 'noted' && watch.problem === undefined)) {
    const well = verdict(health);
    if (Object.values(watch.services).includes('unreachable')) return { verdict: well, rest: sentence('unreachable') };
    const works = worksSentence(account);
    const healed = healedSentence(t, account);
    if (healed !== '' && health === 'well') {
      return { verdict: verdict('healed'), rest: t('window:accounts.healed', { works: sentence(works), healed }) };
    }
    return { verdict: well, rest: sentence(works) };
  }
  const what = watch.problem === undefined ? '' : t(`problems:${watch.problem.code}.what`, { ...watch.problem.facts });
  if (health === 'needs-you') return { verdict: verdict(needsVerdict(account)), rest: what };
  if (receives && smtp === 'broken') return { verdict: verdict('receivingOnly'), rest: what };
  if (needOf(account) === 'needIt') return { verdict: verdict('needs-it'), rest: what };
  // Weather: nothing comes in, and nobody has to be asked.
  if (health === 'noted' && !receives) return { verdict: verdict('away'), rest: what };
  return { verdict: verdict(health), rest: what };
}
