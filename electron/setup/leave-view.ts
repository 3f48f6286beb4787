// An account's leaving as the window is shown it, at its beginning and when it is taken up again; and what stands where a line is gone
// on without. Pure.
import { isOver, type LeavingLine, type LeavingPart, type LeavingView } from '../../shared/leaving.ts';
import type { AccountRecord } from './memory.ts';

/** `now`: epoch milliseconds. */
export function freshLeaving(account: AccountRecord, now: number): LeavingView {
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
    canRevokeAgain: false,
  };
}

/** What was not over is done again; what was in memory is gone. */
export function resumedLeaving(kept: LeavingView): LeavingView {
  const again = (line: LeavingLine): LeavingLine => (isOver(line) ? line : { kind: 'waiting' });
  const { revoke, delete: deleted, prove } = kept.lines;
  const lines = { revoke: again(revoke), delete: again(deleted), prove: again(prove) } as LeavingView['lines'];
  const takenUp = kept.takenUp || kept.endedAt === undefined;
  return { ...kept, lines, canLookAgain: false, canRevokeAgain: false, takenUp };
}

type Asking = Extract<LeavingLine, { kind: 'asks' }>;

/** The line without what did not work. `files`: names of those that stay. */
export function goneOnWithout(part: LeavingPart, { problem }: Asking, at: number, files = ''): LeavingLine {
  if (part === 'revoke') return { kind: 'noted', result: 'given-up', at, problem };
  if (part === 'prove') return { kind: 'noted', result: 'not-seen', at, problem };
  return { kind: 'noted', result: 'left-behind', at, problem, values: { files } };
}

const isOneOf = (line: LeavingLine, results: readonly string[]): boolean =>
  'result' in line && results.includes(line.result);

/** Nobody has confirmed that the old key opens nothing. */
export const mayStillOpen = ({ lines }: LeavingView): boolean =>
  isOneOf(lines.prove, ['opens', 'not-seen', 'refused-some']);

/** The provider may not have been asked: it can be once more, as long as there is a key in memory. */
export const mayStillStand = ({ lines }: LeavingView): boolean => isOneOf(lines.revoke, ['given-up']);
