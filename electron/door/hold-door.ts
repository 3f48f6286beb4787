// The window's way to its profile's door: a command that looks at accounts at this moment is asked to make way, and does so within
// seconds. Until then nobody else reads or writes what is remembered.
import { askDoor } from './ask-door.ts';
import { type Door, type DoorParts, openDoor } from './open-door.ts';

export const makeWayQuestion = 'make-way';

const againMs = 200;
/** A renewal under way is let end, so that no rotated key is lost; then it must be free. */
const longestMs = 25_000;

/** Null: there can be no door here, or it did not become free; Postkey works without one, and its commands then do not find it. */
export async function holdDoor(parts: DoorParts): Promise<Door | null> {
  const until = Date.now() + longestMs;
  try {
    for (;;) {
      const door = await openDoor(parts);
      if (door || Date.now() > until) return door;
      await askDoor(parts.profile, makeWayQuestion, {}, 2_000);
      await new Promise((resolve) => setTimeout(resolve, againMs));
    }
  } catch (error) {
    parts.logUnexpected(error);
    return null;
  }
}
