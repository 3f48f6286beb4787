// Reads a file that lays something down for everybody at this computer: only where nobody but an administrator could have written it.
// Never throws, waits for no pipe. For Linux and macOS; Windows has no owners that Node could read.
import { constants } from 'node:fs';
import { lstat, open, readlink } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import type { PolicyFault } from '../../shared/policy.ts';

export type TrustedText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'fault'; readonly fault: PolicyFault };

/** Whose files are believed. */
export interface Believed {
  /** User ids; null: Windows has none that Node could read. */
  readonly owners: readonly number[] | null;
  /** Groups that may write: administrators'. */
  readonly groups: readonly number[];
  /** Every folder on the way is looked at too, and where links lead; else the file alone. */
  readonly wholeWay: boolean;
}

const mostLinks = 8;
const sticky = 0o1000;

/** The machine's: root alone, and on macOS also the group of administrators (80). */
export const believedOfMachine: Believed = {
  owners: [0],
  groups: process.platform === 'darwin' ? [0, 80] : [0],
  wholeWay: true,
};

/** In the person's own profile, which is closed to others already. */
export function believedOfPerson(): Believed {
  const [uid, gid] = [process.getuid?.(), process.getgid?.() ?? 0];
  return { owners: uid === undefined ? null : [0, uid], groups: [0, gid], wholeWay: false };
}

interface Facts {
  readonly uid: number;
  readonly gid: number;
  readonly mode: number;
  isDirectory(): boolean;
}

function faultOf(facts: Facts, { owners, groups }: Believed): PolicyFault | null {
  if (owners === null) return null;
  if (!owners.includes(facts.uid)) return 'wrong-owner';
  // In a sticky folder, as /tmp is, nobody can swap what is another's.
  if (facts.isDirectory() && (facts.mode & sticky) !== 0) return null;
  const byGroup = (facts.mode & 0o020) !== 0 && !groups.includes(facts.gid);
  return byGroup || (facts.mode & 0o002) !== 0 ? 'writable-by-others' : null;
}

type Way = { readonly path: string } | { readonly fault: PolicyFault };

const partsOf = (path: string): string[] => path.split(sep).filter((part) => part !== '');

/** Goes the whole way by hand: a link in the middle could lead through a folder in which others write. Throws what the system says. */
async function goWay(path: string, believed: Believed): Promise<Way> {
  let at: string = sep;
  let links = 0;
  let rest = partsOf(path);
  for (let part = rest.shift(); part !== undefined; part = rest.shift()) {
    const next = join(at, part);
    const facts = await lstat(next).catch((error: unknown) => {
      throw links > 0 && isAbsent(error) ? new Error('The link leads nowhere') : error;
    });
    if (facts.isSymbolicLink()) {
      links += 1;
      if (links > mostLinks || !believed.owners?.includes(facts.uid)) return { fault: 'link-elsewhere' };
      rest = [...partsOf(resolve(at, await readlink(next))), ...rest];
      at = sep;
    } else {
      const fault = faultOf(facts, believed);
      if (fault) return { fault: links > 0 ? 'link-elsewhere' : fault };
      at = next;
    }
  }
  return { path: at };
}

const isAbsent = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** A file above `mostBytes` is not read. */
export async function readTrustedText(path: string, believed: Believed, mostBytes: number): Promise<TrustedText> {
  try {
    const way = believed.wholeWay ? await goWay(path, believed) : { path };
    if ('fault' in way) return { kind: 'fault', fault: way.fault };
    const file = await open(way.path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
    try {
      const facts = await file.stat();
      if (!facts.isFile()) return { kind: 'fault', fault: 'not-a-file' };
      const fault = faultOf(facts, believed) ?? (facts.size > mostBytes ? 'too-large' : null);
      return fault ? { kind: 'fault', fault } : { kind: 'text', text: await file.readFile('utf8') };
    } finally {
      await file.close();
    }
  } catch (error) {
    if (isAbsent(error)) return { kind: 'absent' };
    const isLink = error instanceof Error && 'code' in error && error.code === 'ELOOP';
    return { kind: 'fault', fault: isLink ? 'link-elsewhere' : 'unreadable' };
  }
}
