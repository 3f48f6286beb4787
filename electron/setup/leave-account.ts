// An account leaves: its lines one after another, what the person decides between them, and what is written down so that closing
// Postkey in the middle loses nothing. What each line does stands in leave-parts.ts. Writes down no secret.
import {
  isOver,
  type LeavingLine,
  type LeavingPart,
  type LeavingView,
  leavingParts,
  openPart,
} from '../../shared/leaving.ts';
import { problemOf } from '../../shared/problem.ts';
import type { World } from './bench.ts';
import { makeLeaveKeys } from './leave-keys.ts';
import { askAboutOldKey, deleteHere, type LeaveBench, takeBack, tracesOf } from './leave-parts.ts';
import { whatIsLeft } from './leave-plan.ts';
import { freshLeaving, goneOnWithout, mayStillOpen, mayStillStand, resumedLeaving } from './leave-view.ts';
import type { AccountRecord, KeptLeaving, Memory } from './memory.ts';
import type { Attempt } from './outside-world.ts';

const deadlines: Readonly<Record<LeavingPart, number>> = { revoke: 15_000, delete: 20_000, prove: 25_000 };
/** Whatever heeds no signal, as a key store that waits for its password, is waited for no longer than this beyond its deadline. */
const graceMs = 2_000;

export interface LeaveWays {
  readonly world: World;
  readonly memory: Pick<Memory, 'accounts' | 'leaving' | 'keepLeaving'>;
  /** Takes it out of the list. */
  readonly drop: (id: string) => void;
  readonly changed: () => void;
}

export interface Leave {
  view(): LeavingView | null;
  account(): AccountRecord | null;
  /** Its keys are being taken away: nobody else may touch them. */
  isLeaving(id: string): boolean;
  /** False while another one is under way. */
  begin(account: AccountRecord): boolean;
  /** Once more what did not work, or a look whether the old key still opens the mailbox. */
  retry(): boolean;
  /** Asks the provider once more, after all else is over; while the key is in memory. */
  revokeAgain(): boolean;
  /** Without what did not work. */
  goOn(): boolean;
  /** The account stays; only while nothing is deleted yet. */
  keep(): boolean;
  /** The receipt has been read. */
  putAway(): boolean;
  /** As it was written down. What the provider does not answer now is not waited for again. */
  takeUp(practice: AccountRecord['provider'] | null): void;
  /** Ends every try; what is written down stays. */
  stop(): void;
}

export function makeLeave({ world, memory, drop, changed }: LeaveWays): Leave {
  const { clock } = world;
  const held = makeLeaveKeys(world);
  let current: KeptLeaving | null = null;
  let trying: AbortController | null = null;
  /** Nobody is asked again about a provider that does not answer. */
  let goesOnAlone = false;
  let stopped = false;

  const put = (next: KeptLeaving | null): void => {
    current = next;
    memory.keepLeaving(next);
    changed();
  };
  const change = (more: Partial<LeavingView>): void => {
    if (current) put({ ...current, view: { ...current.view, ...more } });
  };
  const setLine = (part: LeavingPart, line: LeavingLine): void => {
    if (current) change({ lines: { ...current.view.lines, [part]: line } as LeavingView['lines'] });
  };
  const letGo = (): void => {
    trying?.abort();
    held.letGo();
    [trying, goesOnAlone] = [null, false];
  };

  async function within(part: LeavingPart, work: (attempt: Attempt) => Promise<LeavingLine>): Promise<LeavingLine> {
    const controller = new AbortController();
    trying = controller;
    const cancelEnd = clock.after(deadlines[part], () => controller.abort());
    const late = (): LeavingLine => ({ kind: 'asks', problem: problemOf('took-too-long'), at: clock.now() });
    return atMost(deadlines[part] + graceMs, work(controller), late).finally(cancelEnd);
  }

  function atMost<T>(ms: number, work: Promise<T>, late: () => T): Promise<T> {
    let cancel = (): void => undefined;
    const ended = new Promise<T>((resolve) => {
      cancel = clock.after(ms, () => resolve(late()));
    });
    return Promise.race([work, ended]).finally(() => cancel());
  }

  async function runPart(part: LeavingPart, bench: LeaveBench): Promise<LeavingLine> {
    if (part === 'prove') return within(part, (attempt) => askAboutOldKey(bench, held.token(), attempt));
    if (part === 'delete') return within(part, () => deleteHere(bench));
    const problem = await held.take(bench.account);
    if (problem) return { kind: 'asks', problem, at: clock.now() };
    return within(part, (attempt) => takeBack(bench, held.keys(), attempt));
  }

  async function tried(part: LeavingPart, bench: LeaveBench): Promise<LeavingLine> {
    try {
      return await runPart(part, bench);
    } catch (error) {
      const logReference = world.logUnexpected(error);
      return { kind: 'asks', problem: { ...problemOf('unexpected'), logReference }, at: clock.now() };
    }
  }

  async function go(): Promise<void> {
    for (;;) {
      const mine = current;
      const part = mine && openPart(mine.view);
      if (!mine || !part) return end();
      setLine(part, { kind: 'working' });
      const bench = { world, account: mine.account, accounts: memory.accounts() };
      const line = await tried(part, bench);
      if (stopped || current?.view.id !== mine.view.id) return;
      if (part === 'delete' && isOver(line)) drop(mine.account.id);
      // Once all is deleted, the account cannot stay any more: nobody is asked whether it shall.
      const goesOn = part === 'revoke' && (goesOnAlone || isOver(mine.view.lines.delete));
      const isAsked = line.kind === 'asks' && !goesOn;
      setLine(part, line.kind === 'asks' && goesOn ? goneOnWithout(part, line, clock.now()) : line);
      if (isAsked) return;
    }
  }

  function end(): void {
    if (!current) return;
    const { account, view } = current;
    if (!mayStillStand(view)) held.dropKeys();
    if (!mayStillOpen(view)) held.dropToken();
    change({
      endedAt: clock.now(),
      byHand: whatIsLeft(account, view.lines.revoke),
      canLookAgain: held.token() !== null,
      canRevokeAgain: held.keys() !== null,
    });
  }

  const start = (): true => {
    go().catch(world.logUnexpected);
    return true;
  };
  const asking = (): LeavingPart | null =>
    (current && leavingParts.find((part) => current?.view.lines[part].kind === 'asks')) ?? null;
  const isIdle = (): boolean => current?.view.endedAt !== undefined && openPart(current.view) === null;

  return {
    view: () => current?.view ?? null,
    account: () => current?.account ?? null,
    isLeaving: (id) => current?.view.id === id && current.view.endedAt === undefined,
    begin: (account) => {
      if (current && current.view.endedAt === undefined) return false;
      letGo();
      put({ account, view: freshLeaving(account, clock.now()) });
      return start();
    },
    retry: () => {
      const part = asking() ?? (isIdle() && current?.view.canLookAgain ? 'prove' : null);
      if (!part) return false;
      setLine(part, { kind: 'waiting' });
      return start();
    },
    revokeAgain: () => {
      if (!isIdle() || !current?.view.canRevokeAgain) return false;
      setLine('revoke', { kind: 'waiting' });
      // What the old key opens may be another thing afterwards.
      if (current.view.canLookAgain) setLine('prove', { kind: 'waiting' });
      return start();
    },
    goOn: () => {
      const part = asking();
      const line = part && current?.view.lines[part];
      if (!current || !part || line?.kind !== 'asks') return false;
      if (part === 'delete') leaveBehind(current.account, line).catch(world.logUnexpected);
      else setLine(part, goneOnWithout(part, line, clock.now()));
      return part === 'delete' || start();
    },
    keep: () => {
      if (asking() !== 'revoke') return false;
      letGo();
      put(null);
      return true;
    },
    putAway: () => {
      if (current?.view.endedAt === undefined) return false;
      letGo();
      put(null);
      return true;
    },
    takeUp: (practice) => {
      const kept = memory.leaving();
      if (!kept) return;
      const account = practice && kept.account.practice ? { ...kept.account, provider: practice } : kept.account;
      put({ account, view: resumedLeaving(kept.view) });
      goesOnAlone = true;
      if (openPart(kept.view)) start();
    },
    stop: () => {
      stopped = true;
      trying?.abort();
    },
  };

  /** The disk refuses, and the person goes on: what stays is named. */
  async function leaveBehind(account: AccountRecord, line: Extract<LeavingLine, { kind: 'asks' }>): Promise<void> {
    setLine('delete', { kind: 'working' });
    const files = (await atMost(graceMs, tracesOf(world, account.id), () => [])).join(', ');
    drop(account.id);
    setLine('delete', goneOnWithout('delete', line, clock.now(), files));
    start();
  }
}
