// A command that finds no Postkey open takes the profile's door itself: until it gives it back, nobody else reads or writes what is
// remembered, or renews its keys. Makes way for a window that opens meanwhile.
import * as z from 'zod/mini';
import { type DoorQuestions, doorQuestion } from './door/door-questions.ts';
import { makeWayQuestion } from './door/hold-door.ts';
import { type Door, openDoor } from './door/open-door.ts';

export interface OwnDoor {
  /** A window wants the profile: what is not begun is left to it. */
  readonly wayMade: AbortSignal;
  /** What other commands are answered meanwhile. Once. */
  answer(questions: DoorQuestions): void;
}

/** `taken`: another process has it. `no-place`: there can be no door here. */
export async function behindOwnDoor<T>(
  profile: string,
  work: (door: OwnDoor) => Promise<T>,
): Promise<T | 'taken' | 'no-place'> {
  let door: Door | null;
  try {
    door = await openDoor({ profile, logUnexpected: () => undefined });
  } catch {
    return 'no-place';
  }
  if (!door) return 'taken';
  const wayMade = new AbortController();
  const makeWay = doorQuestion(z.strictObject({}), 1_000, () => {
    wayMade.abort();
    return {};
  });
  const { answer } = door;
  try {
    return await work({
      wayMade: wayMade.signal,
      answer: (questions) => answer({ ...questions, [makeWayQuestion]: makeWay }),
    });
  } finally {
    // What was answered in this turn has been written by the next.
    await new Promise((resolve) => setImmediate(resolve));
    door.close();
  }
}
