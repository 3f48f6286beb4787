// The set-up in progress and those that wait for approval out of sight: which is where, and what is written down of each. Decides
// nothing about steps; who may be set aside or taken up is decided by the requests.
import type { SetupView } from '../../shared/setup-state.ts';
import { isClosed } from '../../shared/step-status.ts';
import { type AccountSetup, makeAccountSetup } from './account-setup.ts';
import { forgetApprovalKeys } from './approval-keys.ts';
import type { World } from './bench.ts';
import type { AccountRecord, KeptAside, Memory } from './memory.ts';
import { resumeView, viewToKeep } from './resume-view.ts';

interface Aside {
  readonly setup: AccountSetup;
  readonly since: number;
  readonly approved: boolean;
}

export interface SetupsWays {
  readonly world: World;
  readonly memory: Pick<Memory, 'accounts' | 'keepSetup' | 'keepAside'>;
  readonly addAccount: (account: AccountRecord) => void;
  readonly changed: () => void;
  /** The person has gone on from where the set-up in progress stood. */
  readonly movedOn: () => void;
  /** An organisation has approved, of the one in progress or of one set aside. */
  readonly approved: (view: SetupView) => void;
}

export interface Setups {
  inProgress(): AccountSetup | null;
  aside(): readonly KeptAside[];
  /** Instead of the one in progress, which is gone. */
  begin(view: SetupView): void;
  end(): void;
  /** The one in progress goes on waiting out of sight; nothing happens without a request that was sent. */
  setAside(): void;
  /** Opens one that was set aside; none may be in progress. */
  takeUp(id: string): void;
  /** Gives up one that was set aside; its own keys are the caller's. */
  cancelAside(id: string): void;
  /** As it was written down; each asks at once whether approval has come. */
  resumeAside(kept: readonly KeptAside[]): void;
  /** Ends every try; what is written down stays. */
  stop(): void;
}

/** A set-up whose last step is closed was finished: its account is in the list. */
export function isFinished(view: SetupView, accounts: readonly AccountRecord[]): boolean {
  return isClosed(view.steps.monitor) && accounts.some((account) => account.id === view.id);
}

export function makeSetups({ world, memory, addAccount, changed, movedOn, approved }: SetupsWays): Setups {
  let open: AccountSetup | null = null;
  let aside: readonly Aside[] = [];

  const asKept = (): readonly KeptAside[] => aside.map((each) => ({ ...each, setup: each.setup.view() }));
  const keepAside = (): void => memory.keepAside(asKept().map((each) => ({ ...each, setup: viewToKeep(each.setup) })));
  const keepOpen = (): void => memory.keepSetup(open && viewToKeep(open.view()));
  const find = (id: string): Aside | undefined => aside.find(({ setup }) => setup.view().id === id);
  const isAwaited = (address: string, by: AccountSetup): boolean =>
    aside.some(({ setup }) => setup !== by && setup.view().address?.toLowerCase() === address.toLowerCase());
  const letGo = (gone: Aside): void => {
    aside = aside.filter((each) => each !== gone);
    keepAside();
    gone.setup.stop();
  };

  const make = (view: SetupView): AccountSetup => {
    let { current } = view;
    const made: AccountSetup = makeAccountSetup(view, {
      world,
      addAccount,
      accounts: memory.accounts,
      isAwaited: (address) => isAwaited(address, made),
      approved: (now) => {
        aside = aside.map((each) => (each.setup === made ? { ...each, approved: true } : each));
        keepAside();
        approved(now);
      },
      changed: (next) => {
        const mine = aside.find(({ setup }) => setup === made);
        if (open === made) memory.keepSetup(viewToKeep(next));
        else if (mine && isFinished(next, memory.accounts())) letGo(mine);
        else if (mine) keepAside();
        // Let go: what its end still says concerns nobody.
        else return;
        if (open === made && next.current !== current) movedOn();
        current = next.current;
        changed();
      },
    });
    return made;
  };

  return {
    inProgress: () => open,
    aside: asKept,
    begin: (view) => {
      if (open) forgetApprovalKeys(world, open.view(), view);
      open?.stop();
      open = make(view);
      keepOpen();
      open.advance();
      changed();
    },
    end: () => {
      if (open) forgetApprovalKeys(world, open.view(), null);
      open?.stop();
      open = null;
      keepOpen();
      changed();
    },
    setAside: () => {
      const since = open?.view().approval?.since;
      if (!open || since === undefined) return;
      aside = [...aside, { setup: open, since, approved: false }];
      open = null;
      keepOpen();
      keepAside();
      movedOn();
      changed();
    },
    takeUp: (id) => {
      const found = find(id);
      if (open || !found) return;
      aside = aside.filter((each) => each !== found);
      open = found.setup;
      keepOpen();
      keepAside();
      changed();
    },
    cancelAside: (id) => {
      const found = find(id);
      if (!found) return;
      forgetApprovalKeys(world, found.setup.view(), null);
      letGo(found);
      changed();
    },
    resumeAside: (kept) => {
      aside = kept.map((each) => ({ ...each, setup: make(resumeView(each.setup)) }));
      keepAside();
      for (const { setup } of aside) setup.advance();
      changed();
    },
    stop: () => {
      open?.stop();
      for (const { setup } of aside) setup.stop();
    },
  };
}
