// What `postkey check` and `postkey accounts` print: for a person to read, or as JSON for programs. Pure; every sentence comes from the words.
import type { CheckedAccount } from '../../shared/checked-account.ts';
import { isWeather } from '../../shared/is-weather.ts';
import { problemOf } from '../../shared/problem.ts';

/** A sentence of the words `cli` or `problems`, as plain text. */
export type FindCheckWords = (
  namespace: 'cli' | 'problems',
  key: string,
  values?: Readonly<Record<string, string>>,
) => string;

/** One JSON document; its fields stay: see the command line's page. What fills the words is not among them. */
export function accountsAsJson(accounts: readonly CheckedAccount[]): string {
  return `${JSON.stringify({ accounts: accounts.map(({ facts: _facts, ...account }) => account) }, null, 2)}\n`;
}

function textValues(facts: CheckedAccount['facts']): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(facts ?? {}).map(([name, value]) => [name, String(value)]));
}

function lineOf(account: CheckedAccount, find: FindCheckWords): string {
  const { address, provider, health, code, cause, facts, busy, practice } = account;
  if (practice && health === 'unknown') return find('cli', 'check.practice', { address });
  const state = find('cli', `check.states.${health}`);
  if (busy && !cause) return find('cli', 'check.busy', { address, state });
  if (!cause || !code) return find('cli', 'check.line', { address, state, provider });
  const values = { provider, ...textValues(facts) };
  return find('cli', 'check.problem', {
    address,
    state,
    code,
    what: find('problems', `${cause}.what`, values),
    next: find('problems', `${cause}.next`, values),
  });
}

/** A line for each account. */
export function accountsAsText(accounts: readonly CheckedAccount[], find: FindCheckWords): string {
  if (accounts.length === 0) return `${find('cli', 'check.none')}\n`;
  return accounts.map((account) => `${lineOf(account, find)}\n`).join('');
}

/**
 * 0: all work. 1: somebody has to act. 2: used wrongly, or no such account. 3: nobody could look. 4: a server or the network could not
 * be reached, and nothing was refused. They stay: scripts branch on them.
 */
export type CheckExit = 0 | 1 | 2 | 3 | 4;

function exitOf({ health, cause }: CheckedAccount): CheckExit {
  if (cause !== undefined) return isWeather(problemOf(cause)) ? 4 : 1;
  if (health === 'unknown') return 3;
  return health === 'well' || health === 'noted' ? 0 : 1;
}

/** Of several accounts, what asks most of somebody counts. */
export function exitOfAll(accounts: readonly CheckedAccount[]): CheckExit {
  const all = accounts.map(exitOf);
  return ([1, 4, 3] as const).find((code) => all.includes(code)) ?? 0;
}
