// A file that another one names by its plain name: only beside it. A preset that came from anywhere must not lead Postkey to other folders,
// devices or computers, not by a link on the disk either.
import { realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** No folder, no drive or stream, no pipe; and no name that Windows takes for a device. */
const plainName = /^(?!(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$))[^\\/:*?"<>|]+$/iu;

/** The path of `name` beside `path`; null: it is somewhere else. One that is not there is answered, too. */
export async function placeBeside(path: string, name: string): Promise<string | null> {
  if (!plainName.test(name) || name === '..' || name === '.') return null;
  const place = join(dirname(path), name);
  try {
    const [real, folder] = await Promise.all([realpath(place), realpath(dirname(path))]);
    return dirname(real) === folder ? real : null;
  } catch {
    return place;
  }
}
