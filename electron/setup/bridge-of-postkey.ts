// Whose bridges there can be: joins the desk of the bridges with accounts, set-ups and the leaving. Decides nothing else.
import { isBridgeAllowed } from '../../shared/policy.ts';
import { isClosed } from '../../shared/step-status.ts';
import { accountOfSetup } from './account-of-setup.ts';
import { type BridgeDesk, makeBridgeDesk } from './bridge-desk.ts';
import type { Leave } from './leave-account.ts';
import type { Setups } from './make-setups.ts';
import type { AccountRecord } from './memory.ts';
import type { PostkeyParts } from './postkey-parts.ts';

export interface BridgeOfPostkeyParts {
  readonly parts: PostkeyParts;
  readonly setups: Pick<Setups, 'inProgress' | 'aside'>;
  readonly leave: Pick<Leave, 'isLeaving'>;
  readonly changed: () => void;
}

export function bridgeOfPostkey({ parts, setups, leave, changed }: BridgeOfPostkeyParts): BridgeDesk {
  const { memory, world } = parts;

  /** An account is in the list from step 12 on; step 9 already hands it over to programs. */
  function accountOf(id: string): AccountRecord | null {
    const account = memory.accounts().find((each) => each.id === id);
    if (account) return account;
    const view = setups.inProgress()?.view();
    return view?.id === id && isClosed(view.steps.store) ? accountOfSetup(view, 0) : null;
  }

  return makeBridgeDesk({
    memory,
    clock: world.clock,
    load: parts.loadBridge,
    isAllowed: () => isBridgeAllowed(world.policy()),
    accountOf,
    isThere: (id) =>
      memory.accounts().some((account) => account.id === id) ||
      setups.inProgress()?.view().id === id ||
      setups.aside().some(({ setup }) => setup.id === id),
    isLeaving: leave.isLeaving,
    look: (account) => {
      if (memory.accounts().some(({ id }) => id === account.id)) parts.check(account);
    },
    changed,
    logUnexpected: world.logUnexpected,
  });
}
