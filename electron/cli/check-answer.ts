// What `postkey check` and `postkey accounts` print: for a person to read, or as JSON for programs. Pure; every sentence comes from the words.
import type { CheckedAccount } from '../../shared/checked-account.ts';

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

/** Something works, and nothing is known to be wrong. */
export function isHealthy({ health, cause }: CheckedAccount): boolean {
  return cause === undefined && (health === 'well' || health === 'noted');
}
