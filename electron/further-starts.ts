// Starts that come while Postkey is open or still opening: a second one, a file, a link. Each is heard once, in the order in which they came.
import { readCommandLine } from './desktop/command-line.ts';
import { saidHere } from './desktop/opened-words.ts';
import { readStart } from './desktop/read-start.ts';
import type { OneStart } from './desktop/single-instance.ts';
import { doAsSecondStart } from './setup/open-as-asked.ts';
import type { Postkey } from './setup/postkey.ts';

export interface FurtherStarts {
  hear(start: OneStart): void;
  /** From now on they reach this Postkey; those that came before follow at once. */
  serve(postkey: Postkey, failed: (error: unknown) => void): void;
}

export function makeFurtherStarts(toFront: () => void): FurtherStarts {
  const early: OneStart[] = [];
  let turn: Promise<void> = Promise.resolve();
  let opened: { readonly postkey: Postkey; readonly failed: (error: unknown) => void } | null = null;

  const follow = async (postkey: Postkey, start: OneStart): Promise<void> => {
    const asked = await readStart(start);
    // A page that sends links all the time must not keep taking the front, too.
    const isCalled = asked.link === null || postkey.presetOffers.takesLinks();
    if (isCalled && !readCommandLine(saidHere(start.words)).hidden) toFront();
    await doAsSecondStart(postkey, asked);
  };
  const hear = (start: OneStart): void => {
    if (!opened) {
      early.push(start);
      return;
    }
    const { postkey, failed } = opened;
    turn = turn.then(() => follow(postkey, start)).catch(failed);
  };
  return {
    hear,
    serve(postkey, failed) {
      opened = { postkey, failed };
      for (const start of early.splice(0)) hear(start);
    },
  };
}
