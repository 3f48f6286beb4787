// A disk of a few kilobytes for one fault: a real file system of its own, that can be filled and made read-only. Only root may mount
// one; elsewhere the fault counts as not tried.
import { execFile } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { NotPossibleHere } from './fault.ts';

const run = promisify(execFile);

export interface TrialDisk {
  readonly folder: string;
  /** Leaves so many bytes, rounded down to whole pages; none unless given. */
  fill(leave?: number): void;
  /** Leaves room for contents, but for no more files. */
  useUpNames(): void;
  setReadOnly(isReadOnly: boolean): Promise<void>;
}

/** An empty folder that is gone afterwards. */
export async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'postkey-fault-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A disk of 256 kB, gone afterwards. */
export function onDisk<T>(use: (disk: TrialDisk) => Promise<T>): Promise<T> {
  return inFolder(async (folder) => {
    await run('mount', ['-t', 'tmpfs', '-o', 'size=256k,nr_inodes=40,mode=0700', 'postkey-fault', folder]).catch(() => {
      throw new NotPossibleHere('only root may mount a small disk');
    });
    try {
      return await use(diskAt(folder));
    } finally {
      await run('umount', ['-l', folder]);
    }
  });
}

function diskAt(folder: string): TrialDisk {
  return {
    folder,
    fill(leave = 0) {
      const filler = openSync(join(folder, 'filler'), 'a');
      const page = Buffer.alloc(4096);
      try {
        for (;;) {
          const { bavail, bsize } = statfsSync(folder);
          if (bavail * bsize <= leave) break;
          writeSync(filler, page);
        }
      } finally {
        closeSync(filler);
      }
    },
    useUpNames() {
      for (let at = 0; statfsSync(folder).ffree > 0; at += 1) writeFileSync(join(folder, `name-${at}`), '');
    },
    setReadOnly: async (isReadOnly) => {
      await run('mount', ['-o', `remount,${isReadOnly ? 'ro' : 'rw'}`, folder]);
    },
  };
}
