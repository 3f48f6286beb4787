// The packing list of `postkey handover`: makes a sheet of what is kept, read without changing it.
import { resolve } from 'node:path';
import type { FindHandoverWords } from './cli/handover-answer.ts';
import { handoverCommand } from './cli/handover-command.ts';
import type { HandoverWish } from './cli/read-handover.ts';
import type { RememberedParts } from './desktop/remembered-parts.ts';
import { tokenCommand } from './desktop/token-command.ts';
import { thisSystem } from './hand-over-desk.ts';
import { makeSheets } from './mail-apps/make-sheet.ts';
import { organisationHere } from './organisation-here.ts';
import { accountsAsked } from './setup/checked-account.ts';
import { handOverAbout } from './setup/hand-over-about.ts';
import { writeNew } from './write-new-files.ts';

export interface RunHandoverParts {
  readonly userData: string;
  /** A folder's name is relative to it. */
  readonly folder: string;
  readonly kept: RememberedParts;
  readonly find: FindHandoverWords;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** The exit code. */
export async function runHandover(wish: HandoverWish, parts: RunHandoverParts): Promise<0 | 1 | 2> {
  const { userData, folder, kept, find, out, err } = parts;
  const { policy, ca } = await organisationHere(userData, kept.preset);
  // A real one before practice's.
  const asked = accountsAsked(kept.accounts, wish.address);
  const account = asked.find(({ practice }) => !practice) ?? asked[0];
  const about =
    account &&
    handOverAbout(account, {
      bridge: kept.bridges.find(({ accountId }) => accountId === account.id) ?? null,
      ca,
      policy,
    });
  const make = makeSheets({ tokenCommand: tokenCommand(), system: thisSystem() });
  return handoverCommand(
    { ...wish, out: wish.out === null ? null : resolve(folder, wish.out) },
    { sheet: about ? (program, way) => make(about, program, way) : null, write: writeNew, find, out, err },
  );
}
