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
import { type Problem, problemOf } from '../../shared/problem.ts';
import type { World } from './bench.ts';
import { askAboutOldKey, deleteHere, type LeaveBench, type OldToken, takeBack, tracesOf } from './leave-parts.ts';
import { isWithoutSignIn, whatIsLeft } from './leave-plan.ts';
import type { AccountRecord, KeptLeaving, Memory } from './memory.ts';
import type { Attempt, Keys } from './outside-world.ts';
import { withinAttempt } from './within-attempt.ts';

/** A renewal under way ends by its own deadlines before this. */
const holdMs = 20_000;
const deadlines: Readonly<Record<LeavingPart, number>> = { revoke: 10_000, delete: 20_000, prove: 25_000 };

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

function freshView(account: AccountRecord, now: number): LeavingView {
  const { id, address, signsInAs, provider, practice, kept } = account;
  return {
    id,
    address,
    ...(signsInAs ? { signsInAs } : {}),
    providerName: provider.name,
    provider: provider.shortName,
    practice,
    kept,
    startedAt: now,
    lines: { revoke: { kind: 'waiting' }, delete: { kind: 'waiting' }, prove: { kind: 'waiting' } },
    byHand: [],
    takenUp: false,
    canLookAgain: false,
  };
}

export function makeLeave({ world, memory, drop, changed }: LeaveWays): Leave {
  let current: KeptLeaving | null = null;
  let keys: Keys | null = null;
  let token: OldToken | null = null;
  let release: (() => void) | null = null;
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
  const setLine = <P extends LeavingPart>(part: P, line: LeavingLine<P>): void => {
    if (current) change({ lines: { ...current.view.lines, [part]: line } });
  };
  const forgetHeld = (): void => {
    trying?.abort();
    release?.();
    [keys, token, release, trying, goesOnAlone] = [null, null, null, null, false];
  };

  async function within<T>(ms: number, work: (attempt: Attempt) => Promise<T>): Promise<T> {
    const controller = new AbortController();
    trying = controller;
    const cancel = world.clock.after(ms, () => controller.abort());
    try {
      return await work(controller);
    } finally {
      cancel();
    }
  }

  /** The newest keys, once nobody is renewing them any more; a line where the key store does not answer. */
  async function takeKeys({ account }: LeaveBench): Promise<LeavingLine<'revoke'> | null> {
    release ??= await within(holdMs, (attempt) => world.renewing.hold(account.id, attempt));
    const opened = await within(deadlines.revoke, (attempt) =>
      withinAttempt(attempt, world.vault.open(account.id), 'key-store-locked'),
    );
    if (opened.ok) {
      keys = opened.value;
      token = isWithoutSignIn(account) ? null : keys;
    } else if (opened.problem.code !== 'record-unreadable') {
      return { kind: 'asks', problem: opened.problem, at: world.clock.now() };
    }
    return null;
  }

  async function runPart(part: LeavingPart, bench: LeaveBench): Promise<LeavingLine> {
    if (part === 'revoke') {
      const locked = keys === null ? await takeKeys(bench) : null;
      return locked ?? within(deadlines.revoke, (attempt) => takeBack(bench, keys, attempt));
    }
    if (part === 'prove') return within(deadlines.prove, (attempt) => askAboutOldKey(bench, token, attempt));
    const line = await within(deadlines.delete, () => deleteHere(bench));
    if (isOver(line)) keys = null;
    return line;
  }

  async function tried(part: LeavingPart, bench: LeaveBench): Promise<LeavingLine> {
    try {
      return await runPart(part, bench);
    } catch (error) {
      const logReference = world.logUnexpected(error);
      return { kind: 'asks', problem: { ...problemOf('unexpected'), logReference }, at: world.clock.now() };
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
      const isAsked = line.kind === 'asks' && !(goesOnAlone && part === 'revoke');
      setLine(part, line.kind === 'asks' && !isAsked ? given(line) : line);
      if (isAsked) return;
    }
  }

  const given = ({ problem }: Extract<LeavingLine, { kind: 'asks' }>): LeavingLine<'revoke'> => ({
    kind: 'noted',
    result: 'given-up',
    at: world.clock.now(),
    problem,
  });

  function end(): void {
    if (!current) return;
    const { account, view } = current;
    const { prove } = view.lines;
    const isOpen = 'result' in prove && (prove.result === 'opens' || prove.result === 'not-seen');
    if (!isOpen) token = null;
    change({
      endedAt: view.endedAt ?? world.clock.now(),
      byHand: whatIsLeft(account, view.lines.revoke),
      canLookAgain: token !== null,
    });
  }

  const start = (): true => {
    go().catch(world.logUnexpected);
    return true;
  };
  const asking = (): LeavingPart | null =>
    (current && leavingParts.find((part) => current?.view.lines[part].kind === 'asks')) ?? null;

  return {
    view: () => current?.view ?? null,
    account: () => current?.account ?? null,
    isLeaving: (id) => current?.view.id === id && current.view.endedAt === undefined,
    begin: (account) => {
      if (current && current.view.endedAt === undefined) return false;
      forgetHeld();
      put({ account, view: freshView(account, world.clock.now()) });
      return start();
    },
    retry: () => {
      const part = asking() ?? (current?.view.canLookAgain ? 'prove' : null);
      if (!part) return false;
      setLine(part, { kind: 'waiting' });
      return start();
    },
    goOn: () => {
      const part = asking();
      const line = part && current?.view.lines[part];
      if (!current || line?.kind !== 'asks') return false;
      if (part === 'revoke') setLine('revoke', given(line));
      else if (part === 'prove')
        setLine('prove', { kind: 'noted', result: 'not-seen', at: world.clock.now(), problem: line.problem });
      else void leaveBehind(current.account, line.problem).catch(world.logUnexpected);
      return part === 'delete' || start();
    },
    keep: () => {
      if (asking() !== 'revoke') return false;
      forgetHeld();
      put(null);
      return true;
    },
    putAway: () => {
      if (current?.view.endedAt === undefined) return false;
      forgetHeld();
      put(null);
      return true;
    },
    takeUp: (practice) => {
      const kept = memory.leaving();
      if (!kept) return;
      const account = practice && kept.account.practice ? { ...kept.account, provider: practice } : kept.account;
      const isEnded = kept.view.endedAt !== undefined;
      const again = (line: LeavingLine): LeavingLine => (isOver(line) ? line : { kind: 'waiting' });
      const { revoke, delete: deleted, prove } = kept.view.lines;
      const lines = { revoke: again(revoke), delete: again(deleted), prove: again(prove) } as LeavingView['lines'];
      put({ account, view: { ...kept.view, lines, canLookAgain: false, takenUp: kept.view.takenUp || !isEnded } });
      goesOnAlone = true;
      if (!isEnded) start();
    },
    stop: () => {
      stopped = true;
      trying?.abort();
    },
  };

  /** The disk refuses, and the person goes on: what stays is named. */
  async function leaveBehind(account: AccountRecord, problem: Problem): Promise<void> {
    const files = (await tracesOf(world, account.id)).join(', ');
    drop(account.id);
    setLine('delete', { kind: 'noted', result: 'left-behind', at: world.clock.now(), problem, values: { files } });
    start();
  }
}
