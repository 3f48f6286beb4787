// Which page about mail programs lies over the set-up's or the account's own, as far as only the window knows it, and which program
// one came back from. The sheet of a program is in the snapshot instead.
import { useSyncExternalStore } from 'react';
import type { MailProgram } from '../../shared/mail-program.ts';
import { ask } from '../setup/postkey-state.ts';

export interface ProgramsPlace {
  /** `pick`: all programs, to open the sheet of one. */
  readonly kind: 'bridge' | 'pick';
  /** The account's, or the set-up's in progress. */
  readonly id: string;
  /** Over an open sheet; else under it. */
  readonly isOver: boolean;
}

/** The last one is shown, where no sheet lies over it. */
let places: readonly ProgramsPlace[] = [];
let shown: ProgramsPlace | undefined;
let cameFrom: MailProgram | undefined;
const listeners = new Set<() => void>();

function set(next: readonly ProgramsPlace[], over: boolean): void {
  places = next;
  const top = places.at(-1);
  shown = top && { ...top, isOver: over };
  for (const listener of listeners) listener();
}

/** Lies over what is open; that comes back when it is closed. */
export function openPrograms(next: Omit<ProgramsPlace, 'isOver'>): void {
  set([...places, { ...next, isOver: true }], true);
}

export function closePrograms(): void {
  set(places.slice(0, -1), false);
}

/** Opens the sheet of a program; where one comes back to, the focus goes to the same program. */
export function openSheet(id: string, program: MailProgram) {
  cameFrom = program;
  set(places, false);
  return ask('handOver.open', { id, program });
}

/** Leaves every page about programs at once: another step or account is wanted. */
export function leavePrograms(isSheetOpen: boolean): void {
  cameFrom = undefined;
  if (places.length > 0) set([], false);
  if (isSheetOpen) void ask('handOver.close', {});
}

/** Which of these had its sheet open last; says so once. */
export function backFrom(programs: readonly MailProgram[]): MailProgram | undefined {
  const program = programs.find((each) => each === cameFrom);
  if (program !== undefined) cameFrom = undefined;
  return program;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useProgramsPlace(): ProgramsPlace | undefined {
  return useSyncExternalStore(subscribe, () => shown);
}
