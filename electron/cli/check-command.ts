// `postkey check [ADDRESS] [--json]`: looks at the accounts now. The Postkey that is open does it where one is; else this one does,
// while nobody else can renew the same keys. Opens no window and no browser.
import type { CheckAnswer } from '../../shared/checked-account.ts';
import type { Clock } from '../setup/outside-world.ts';
import { accountsAsJson, accountsAsText, type CheckExit, exitOfAll, type FindCheckWords } from './check-answer.ts';

export interface CheckWish {
  /** Null: all but practice. */
  readonly address: string | null;
  readonly json: boolean;
}

/** `nobody`: no Postkey is open. `not-yet`: one is, and has no answer at this moment. */
export type Asked = CheckAnswer | 'nobody' | 'not-yet' | 'too-late' | 'not-understood';

/** `taken`: somebody else has the profile by now, and is asked instead. `no-place`: this cannot be told apart here. */
export type LookedAlone = CheckAnswer | 'taken' | 'no-place';

export interface CheckParts {
  readonly ask: (address: string | null, deadlineMs: number) => Promise<Asked>;
  readonly lookAlone: (address: string | null, deadlineMs: number) => Promise<LookedAlone>;
  readonly clock: Clock;
  readonly find: FindCheckWords;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** A look takes 90 seconds at most; many accounts take turns. */
const deadlineMs = 180_000;
const againMs = 300;

export async function checkCommand(wish: CheckWish, parts: CheckParts): Promise<CheckExit> {
  const { clock, find, err } = parts;
  const until = clock.now() + deadlineMs;
  for (let left = deadlineMs; left > 0; left = until - clock.now()) {
    const asked = await parts.ask(wish.address, left);
    if (typeof asked === 'object') return tell(asked, wish, parts);
    if (asked === 'not-understood' || asked === 'too-late') {
      err(`${find('cli', `check.${asked === 'too-late' ? 'tooLate' : 'notUnderstood'}`)}\n`);
      return 3;
    }
    if (asked === 'nobody') {
      const looked = await parts.lookAlone(wish.address, until - clock.now());
      if (typeof looked === 'object') return tell(looked, wish, parts);
      if (looked === 'no-place') {
        err(`${find('cli', 'check.noPlace')}\n`);
        return 3;
      }
    }
    await new Promise<void>((resolve) => void clock.after(againMs, resolve));
  }
  err(`${find('cli', 'check.tooLate')}\n`);
  return 3;
}

function tell(
  { known, accounts }: CheckAnswer,
  { address, json }: CheckWish,
  { find, out, err }: CheckParts,
): CheckExit {
  if (!known) {
    err(`${find('cli', 'check.unknownAddress', { address: address ?? '' })}\n`);
    return 2;
  }
  out(json ? accountsAsJson(accounts) : accountsAsText(accounts, find));
  return exitOfAll(accounts);
}
