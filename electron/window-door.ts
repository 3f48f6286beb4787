// What the Postkey of a window answers at its profile's door. A question is one entry here.
import { checkInputSchema } from '../shared/checked-account.ts';
import { doorQuestion } from './door/door-questions.ts';
import { holdDoor } from './door/hold-door.ts';
import type { DoorParts } from './door/open-door.ts';
import { checkHere } from './setup/check-here.ts';
import type { Postkey } from './setup/postkey.ts';

export interface WindowDoor {
  /** From now on questions are answered; those that came while Postkey was starting have waited. */
  serve(postkey: Postkey): void;
  close(): void;
}

/** Longer than two looks after one another; a command waits a little longer still. */
const checkDeadlineMs = 170_000;

/** Resolves when no command is looking at this profile's accounts any more: only then may what is remembered be read. */
export async function holdWindowDoor(parts: DoorParts): Promise<WindowDoor> {
  const door = await holdDoor(parts);
  return {
    serve: (postkey) =>
      door?.answer({
        check: doorQuestion(checkInputSchema, checkDeadlineMs, (input, attempt) => checkHere(postkey, input, attempt)),
      }),
    close: () => door?.close(),
  };
}
