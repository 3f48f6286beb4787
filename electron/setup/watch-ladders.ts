// What a look leaves with an account. Its ladders are kept with the past and not in the settings, which are written often. Pure.
import type { WatchView } from '../../shared/account-state.ts';
import type { Ladder } from '../../shared/ladder.ts';
import type { AccountRecord } from './memory.ts';

/** The account as the settings keep it. */
export function withoutLadders(account: AccountRecord): AccountRecord {
  if (!account.watch?.ladders) return account;
  const { ladders: _kept, ...watch } = account.watch;
  return { ...account, watch };
}

/** A server may have taken another of the person's names in this look: it is the account's from then on. */
export function withFoundNames(account: AccountRecord, { ladders = [] }: WatchView): AccountRecord {
  const found = ladders.filter(
    ({ service, state, loginName }) =>
      state === 'passed' && loginName !== (account.loginNames[service] ?? account.address),
  );
  if (found.length === 0) return account;
  const named = (nameOf: (ladder: Ladder) => string): Readonly<Record<string, string>> =>
    Object.fromEntries(found.map((ladder) => [ladder.service, nameOf(ladder)]));
  return {
    ...account,
    loginNames: { ...account.loginNames, ...named(({ loginName }) => loginName) },
    insteadOf: { ...account.insteadOf, ...named(({ insteadOf, loginName }) => insteadOf ?? loginName) },
  };
}

/** The account after a look, as the settings keep it. */
export function withLook(account: AccountRecord, watch: WatchView): AccountRecord {
  return withoutLadders({ ...withFoundNames(account, watch), watch });
}

/** A look that asked no server has none. */
export function withLadders(watch: WatchView, ladders: readonly Ladder[]): WatchView {
  return ladders.length > 0 && !watch.ladders ? { ...watch, ladders } : watch;
}
