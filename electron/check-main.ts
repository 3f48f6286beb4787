// The packing list of `postkey check` and `postkey accounts`: asks the Postkey that is open, or makes the parts of a look itself, while
// it has the profile's door, and writes down what it saw.
import { join } from 'node:path';
import type { WatchView } from '../shared/account-state.ts';
import { type CheckAnswer, checkAnswerSchema } from '../shared/checked-account.ts';
import type { PolicyInForce } from '../shared/policy.ts';
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
import type { Memory } from './setup/memory.ts';
import type { Watching } from './setup/outside-world.ts';
import type { Past } from './setup/past.ts';
import { withLook } from './setup/watch-ladders.ts';
import type { KeptPast } from './watch/make-past.ts';
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
  const { policy, ca, way, find, renewing: renewingParts } = await keysWithoutWindow(userData);
  const room = makeWatchRoom({
    ...renewingParts,
    mailCheck: cutShort(makeMailCheck({ now, way }), wayMade),
    ca: () => ca,
    folder: join(userData, 'history'),
  });
  // A look at many accounts takes long; mail programs do not wait for it.
  const tokens = openTokenDesk({ find, fresh: room.renewing.fresh }, wayMade);
  answer({ token: tokens.question });
  const memory = openRemembered(userData, now(), { writeFailed: nothing });
  const answered = await lookAsAsked(address, deadlineMs, {
    userData,
    version,
    policy,
    ...room,
    memory,
    leave: wayMade,
  });
  await tokens.close();
  memory.flush();
  return wayMade.aborted ? 'taken' : answered;
}

export interface LookAsAskedParts extends Pick<RunCheckParts, 'userData' | 'version'> {
  readonly policy: PolicyInForce;
  readonly watching: Watching;
  readonly past: KeptPast;
  readonly memory: Pick<Memory, 'accounts' | 'keepAccounts'>;
  /** Ends the looking; what is seen from then on is not written down. */
  readonly leave: AbortSignal;
}

/** Looks, and writes down what was seen. `address` null: all but practice. To be used only by whoever has the profile's door. */
export async function lookAsAsked(
  address: string | null,
  deadlineMs: number,
  { userData, version, policy, watching, past, memory, leave }: LookAsAskedParts,
): Promise<CheckAnswer> {
  const asked = accountsAsked(memory.accounts(), address ?? undefined);
  const { seen, late } = await lookAtAccounts(
    // Practice's servers run in a window's process only.
    asked.filter(({ practice }) => !practice),
    { watching, clock: systemClock, deadlineMs, leave },
  );
  if (seen.size > 0) writeDown(memory, seen, past);
  await past.settled();
  const health = keepHealth({
    profile: userData,
    version,
    policy,
    names: openStandIns(userData),
    now,
    failed: nothing,
  });
  health.follow(memory.accounts().map((account) => accountView(account, false, past, now())));
  await health.settled();
  const accounts = asked.map((account) => {
    const watch = late.has(account.id) ? lateWatch(account, now()) : seen.get(account.id);
    return checkedRecord(watch ? { ...account, watch } : account, now());
  });
  return { known: address === null || asked.length > 0, accounts };
}

function writeDown(
  memory: Pick<Memory, 'accounts' | 'keepAccounts'>,
  seen: ReadonlyMap<string, WatchView>,
  past: Pick<Past, 'saw'>,
): void {
  memory.keepAccounts(
    memory.accounts().map((account) => {
      const watch = seen.get(account.id);
      return watch ? withLook(account, watch) : account;
    }),
  );
  for (const account of memory.accounts()) {
    const watch = seen.get(account.id);
    if (watch) past.saw(account, watch);
  }
}
