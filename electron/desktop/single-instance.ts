// One Postkey at a time: a second start hands what it was asked for to the first one and ends.
import { app } from 'electron';
import * as z from 'zod/mini';

/** What a second start says to the first; parsed, because any program may be at the other end. */
const handedOver = z.strictObject({
  words: z.array(z.string().check(z.maxLength(4000))).check(z.maxLength(100)),
  folder: z.string().check(z.maxLength(4000)),
});

/** One start of Postkey. */
export interface OneStart {
  /** The arguments without the executable, as they were typed. */
  readonly words: readonly string[];
  /** The folder it was started in: file names among the words are relative to it. */
  readonly folder: string;
}

/** True for the first one, which from then on hears of each further start; false: quit. */
export function claimSingleInstance(own: OneStart, heard: (second: OneStart) => void): boolean {
  // Chromium reorders the arguments it passes on by itself, so they travel as data.
  const isFirst = app.requestSingleInstanceLock({ words: own.words, folder: own.folder });
  if (!isFirst) return false;
  app.on('second-instance', (_event, _argv, _folder, data) => {
    const parsed = handedOver.safeParse(data);
    heard(parsed.success ? parsed.data : { words: [], folder: '' });
  });
  return true;
}
