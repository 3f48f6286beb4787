// The packing list of `postkey check` and `postkey accounts`: asks the Postkey that is open, or makes the parts of a look itself, while
// it has the profile's door, and writes down what it saw.
import { join } from 'node:path';
import type { WatchView } from '../shared/account-state.ts';
import { type CheckAnswer, checkAnswerSchema } from '../shared/checked-account.ts';
import { behindOwnDoor, type OwnDoor } from './behind-own-door.ts';
import { accountsAsJson, accountsAsText, type CheckExit, type FindCheckWords } from './cli/check-answer.ts';
import { type Asked, type CheckWish, checkCommand, type LookedAlone } from './cli/check-command.ts';
import { openStandIns } from './desktop/name-key.ts';
import { readKept } from './desktop/read-kept.ts';
import { openRemembered } from './desktop/remembered.ts';
import { systemClock } from './desktop/system-clock.ts';
import { askDoor } from './door/ask-door.ts';
import { openTokenDesk } from './door/token-question.ts';
import { keepHealth } from './keep-health.ts';
import { keysWithoutWindow } from './keys-without-window.ts';
import { makeMailCheck } from './mail-check/make-mail-check.ts';
import { accountView } from './setup/account-view.ts';
import { accountsAsked, checkedRecord } from './setup/checked-account.ts';
import { cutShort, lateWatch, lookAtAccounts } from './setup/look-at-accounts.ts';
import type { AccountRecord } from './setup/memory.ts';
import type { Past } from './setup/past.ts';
import { withLook } from './setup/watch-ladders.ts';
import { makeWatchRoom } from './watch/make-watch-room.ts';

export interface RunCheckParts {
  readonly userData: string;
  /** Of Postkey. */
  readonly version: string;
  readonly find: FindCheckWords;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

const now = (): number => systemClock.now();
const nothing = (): void => undefined;

/** The exit code. */
export function runCheck(wish: CheckWish, parts: RunCheckParts): Promise<CheckExit> {
  const { userData, version } = parts;
  return checkCommand(wish, {
    ...parts,
    clock: systemClock,
    ask: (address, deadlineMs) => ask(userData, address, deadlineMs),
    lookAlone: (address, deadlineMs) => lookAlone(userData, version, address, deadlineMs),
  });
}

/** `postkey accounts`: what is remembered; nobody looks. */
export async function runAccounts({ json }: { readonly json: boolean }, parts: RunCheckParts): Promise<0> {
  const accounts = (await readKept(parts.userData)).accounts.map((account) => checkedRecord(account, now()));
  parts.out(json ? accountsAsJson(accounts) : accountsAsText(accounts, parts.find));
  return 0;
}

async function ask(profile: string, address: string | null, deadlineMs: number): Promise<Asked> {
  const answer = await askDoor(profile, 'check', address === null ? {} : { address }, deadlineMs);
  if (answer === 'nobody') return 'nobody';
  if (!answer.ok) {
    if (answer.refusal === 'too-late') return 'too-late';
    // Another command is looking, or a window is only starting.
    return answer.refusal === 'busy' || answer.refusal === 'unknown-question' ? 'not-yet' : 'not-understood';
  }
  const parsed = checkAnswerSchema.safeParse(answer.answer);
  return parsed.success ? parsed.data : 'not-understood';
}

function lookAlone(
  userData: string,
  version: string,
  address: string | null,
  deadlineMs: number,
): Promise<LookedAlone> {
  return behindOwnDoor(userData, (door) => lookBehind(door, { userData, version }, address, deadlineMs));
}

/** From here on nobody else reads or writes what is remembered, until the door is given back. */
async function lookBehind(
  { wayMade, answer }: OwnDoor,
  { userData, version }: Pick<RunCheckParts, 'userData' | 'version'>,
  address: string | null,
  deadlineMs: number,
): Promise<CheckAnswer | 'taken'> {
  const { kept, policy, ca, way, find, renewing: renewingParts } = await keysWithoutWindow(userData);
  const asked = accountsAsked(kept.accounts, address ?? undefined);
  const { watching, renewing, past } = makeWatchRoom({
    ...renewingParts,
    mailCheck: cutShort(makeMailCheck({ now, way }), wayMade),
    ca: () => ca,
    folder: join(userData, 'history'),
  });
  // A look at many accounts takes long; mail programs do not wait for it.
  const tokens = openTokenDesk({ find, fresh: renewing.fresh }, wayMade);
  answer({ token: tokens.question });
  const { seen, late } = await lookAtAccounts(
    // Practice's servers run in a window's process only.
    asked.filter(({ practice }) => !practice),
    { watching, clock: systemClock, deadlineMs, leave: wayMade },
  );
  await tokens.close();
  const remembered = seen.size > 0 ? writeDown(userData, seen, past) : kept.accounts;
  await past.settled();
  const health = keepHealth({
    profile: userData,
    version,
    policy,
    names: openStandIns(userData),
    now,
    failed: nothing,
  });
  health.follow(remembered.map((account) => accountView(account, false, past, now())));
  await health.settled();
  if (wayMade.aborted) return 'taken';
  const accounts = asked.map((account) => {
    const watch = late.has(account.id) ? lateWatch(account, now()) : seen.get(account.id);
    return checkedRecord(watch ? { ...account, watch } : account, now());
  });
  return { known: address === null || asked.length > 0, accounts };
}

/** What is remembered from then on. */
function writeDown(
  userData: string,
  seen: ReadonlyMap<string, WatchView>,
  past: Pick<Past, 'saw'>,
): readonly AccountRecord[] {
  const memory = openRemembered(userData, now(), { writeFailed: nothing });
  memory.keepAccounts(
    memory.accounts().map((account) => {
      const watch = seen.get(account.id);
      return watch ? withLook(account, watch) : account;
    }),
  );
  const accounts = memory.accounts();
  for (const account of accounts) {
    const watch = seen.get(account.id);
    if (watch) past.saw(account, watch);
  }
  memory.flush();
  return accounts;
}
