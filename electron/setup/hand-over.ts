// The hand-over sheet that is open: which program and way were asked for, and what the sheet says of the account as it is now. It is made
// anew for each snapshot, so that it follows the bridge and the account.
import type { HandOverSheet, HandOverWay } from '../../shared/hand-over.ts';
import type { MailProgram } from '../../shared/mail-program.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import type { World } from './bench.ts';
import { accountInProgress, handOverAbout } from './hand-over-about.ts';
import type { HandOverAbout, MakeSheet } from './hand-over-world.ts';
import type { Memory } from './memory.ts';

export interface OpenedHandOver {
  readonly id: string;
  readonly program: MailProgram;
  /** Null: the best one. */
  readonly way: HandOverWay | null;
}

export interface HandOver {
  /** Whether there is such an account, or such a set-up that has come far enough. */
  knows(id: string): boolean;
  open(opened: OpenedHandOver, make: MakeSheet): void;
  close(): void;
  /** Null: none is open, or its account is gone. */
  sheet(): HandOverSheet | null;
}

export interface HandOverParts {
  readonly memory: Pick<Memory, 'accounts' | 'bridges'>;
  readonly world: Pick<World, 'clock' | 'organisationsCa' | 'policy'>;
  readonly setup: () => SetupView | null;
  readonly changed: () => void;
}

export function makeHandOver({ memory, world, setup, changed }: HandOverParts): HandOver {
  let held: { readonly opened: OpenedHandOver; readonly make: MakeSheet } | null = null;

  const aboutOf = (id: string): HandOverAbout | null => {
    const account =
      accountInProgress(setup(), id, world.clock.now()) ?? memory.accounts().find((each) => each.id === id);
    if (!account) return null;
    const bridge = memory.bridges().find(({ accountId }) => accountId === id) ?? null;
    return handOverAbout(account, { bridge, ca: world.organisationsCa(), policy: world.policy() });
  };

  return {
    knows: (id) => aboutOf(id) !== null,
    open: (opened, make) => {
      held = { opened, make };
      changed();
    },
    close: () => {
      held = null;
      changed();
    },
    sheet: () => {
      const about = held && aboutOf(held.opened.id);
      return held && about ? held.make(about, held.opened.program, held.opened.way) : null;
    },
  };
}
