// The one door to practice. Main loads it by `import()` when practice is chosen; it must not import the rest of the room
// statically (see older-node.ts).
import './older-node.ts';
import type { Practice, PracticeParts } from './practice.ts';

/** Starts the make-believe provider and its mail servers on free loopback ports. Rejects when this computer has none to give. */
export async function startPractice(parts: PracticeParts): Promise<Practice> {
  const { openPractice } = await import('./open-practice.ts');
  return openPractice(parts);
}
