// The bridge's password while a person types it into a mail program: shown once, and put away by itself. The one place where the
// thinking opens a secret, because the snapshot carries it.
import type { BridgePassword } from '../../shared/bridge.ts';
import type { KeptBridgeProgram } from './kept-bridge.ts';
import type { Clock } from './outside-world.ts';
import type { Secret } from './secret.ts';

/** Long enough to find the field in an unknown program. */
export const passwordShownMs = 600_000;

export interface ShownPassword {
  show(accountId: string, kept: KeptBridgeProgram, password: Secret): void;
  /** Null: none is shown. */
  shown(): BridgePassword | null;
  /** With a name: only if it is this account's or this program's. */
  putAway(of?: { readonly accountId?: string; readonly programId?: string }): void;
}

export function makeShownPassword(clock: Pick<Clock, 'after'>, changed: () => void): ShownPassword {
  let held: {
    readonly accountId: string;
    readonly kept: KeptBridgeProgram;
    readonly password: Secret;
    readonly forgetEnd: () => void;
  } | null = null;

  const putAway: ShownPassword['putAway'] = ({ accountId, programId } = {}) => {
    if (!held) return;
    if (accountId !== undefined && held.accountId !== accountId) return;
    if (programId !== undefined && held.kept.id !== programId) return;
    held.forgetEnd();
    held = null;
    changed();
  };
  return {
    show: (accountId, kept, password) => {
      held?.forgetEnd();
      held = { accountId, kept, password, forgetEnd: clock.after(passwordShownMs, () => putAway()) };
      changed();
    },
    shown: () =>
      held && {
        accountId: held.accountId,
        programId: held.kept.id,
        program: held.kept.program,
        password: held.password.open(),
      },
    putAway,
  };
}
