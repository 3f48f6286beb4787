// An account's view as the command line tells it. Pure.
import type { AccountView } from '../../shared/account-state.ts';
import { watchedStamp } from '../../shared/cause-steps.ts';
import type { CheckedAccount } from '../../shared/checked-account.ts';
import { problems } from '../../shared/problem.ts';
import { accountHealth } from './account-view.ts';
import type { AccountRecord } from './memory.ts';

/** The accounts a command is about: the one of an address, or all but practice, whose servers run only beside a window. */
export function accountsAsked<A extends { readonly address: string; readonly practice: boolean }>(
  accounts: readonly A[],
  address: string | undefined,
): readonly A[] {
  if (address === undefined) return accounts.filter(({ practice }) => !practice);
  return accounts.filter((each) => each.address.toLowerCase() === address.trim().toLowerCase());
}

type Known = Pick<AccountView, 'id' | 'address' | 'providerName' | 'practice' | 'health' | 'watch'>;

export function checkedAccount(known: Known, busy = false): CheckedAccount {
  const { id, address, providerName, practice, health, watch } = known;
  const problem = watch?.problem;
  const traits = problem && problems[problem.code];
  return {
    id,
    address,
    provider: providerName,
    practice,
    health,
    ...(problem && traits
      ? {
          // As on the account's card.
          code: watchedStamp(problem.code, watch.services),
          cause: problem.code,
          actor: traits.actor,
          retryHelps: traits.retryHelps,
          facts: { ...problem.facts },
        }
      : {}),
    services: { ...watch?.services },
    lastCheckAt: watch?.lastCheckAt ?? null,
    ...(watch?.validUntil === undefined ? {} : { validUntil: watch.validUntil }),
    ...(busy ? { busy } : {}),
  };
}

/** The same of what is remembered, without a window. `now`: epoch milliseconds. */
export function checkedRecord(account: AccountRecord, now: number): CheckedAccount {
  const { id, address, provider, practice, watch } = account;
  const health = accountHealth(account, now);
  return checkedAccount({ id, address, providerName: provider.name, practice, health, ...(watch ? { watch } : {}) });
}
