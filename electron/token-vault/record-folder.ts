// Records as files, one per account, written by the file layer of electron-store (conf). Knows names, modes and the swap; must not
// know what is inside. A new record is first whole beside the old one, then takes its place in one rename.
import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  statSync,
  unlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import Conf from 'conf';
import type { SealedRecord } from './sealed-record.ts';
import { readSealedRecord } from './sealed-record.ts';

const maxBytes = 2_000_000;

export type FoundRecord =
  | { readonly kind: 'none' }
  | { readonly kind: 'record'; readonly record: SealedRecord }
  | { readonly kind: 'unreadable' };

export interface RecordFolder {
  /** The record in force. Throws the system's error when the disk refuses. */
  read(id: string): FoundRecord;
  /** A record that was written and did not take its place yet: the process ended in between. */
  readWaiting(id: string): FoundRecord;
  /** Writes beside the record in force and reaches the disk before it returns. */
  writeWaiting(id: string, record: SealedRecord): void;
  dropWaiting(id: string): void;
  /** The waiting record takes the place of the one in force, in one step. */
  swapIn(id: string): void;
  /** Moves what cannot be read out of the way and keeps it; answers its new name. */
  setAside(id: string, which: 'in-force' | 'waiting', at: number): string;
  /** A copy of the record in force, for when half of it still opens. */
  copyAside(id: string, at: number): string;
  /** Removes everything kept under this id, also what was set aside: the person asked for it. */
  remove(id: string): void;
  /** The names of all files kept under this id. */
  names(id: string): readonly string[];
}

/** `folder` is made when first written to, for its owner alone. Ids are file names: letters, digits, `-` and `_`. */
export function makeRecordFolder(folder: string): RecordFolder {
  const named = (id: string, ending: string): string => {
    if (!/^[\w-]{1,64}$/u.test(id)) throw new Error('An account id must be letters, digits, - and _');
    return join(folder, `${id}${ending}`);
  };
  const inForce = (id: string): string => named(id, '.json');
  const waiting = (id: string): string => named(id, '.new.json');
  const asideName = (id: string, at: number): string =>
    `${id}.unreadable-${new Date(at).toISOString().replace(/[:.]/gu, '-')}.json`;

  const layer = (id: string, ending: string): Conf<Record<string, unknown>> =>
    new Conf<Record<string, unknown>>({
      cwd: folder,
      configName: `${id}${ending}`,
      configFileMode: 0o600,
      accessPropertiesByDotNotation: false,
      serialize: (value) => JSON.stringify(value),
    });

  const names = (id: string): readonly string[] =>
    existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith(`${id}.`)) : [];

  const read = (path: string, open: () => Conf<Record<string, unknown>>): FoundRecord => {
    // Not `existsSync`: that calls a folder one may not enter empty.
    const facts = statSync(path, { throwIfNoEntry: false });
    if (facts === undefined) return { kind: 'none' };
    // A pipe would be waited for without end.
    if (!facts.isFile() || facts.size > maxBytes) return { kind: 'unreadable' };
    try {
      const record = readSealedRecord({ ...open().store });
      return record === null ? { kind: 'unreadable' } : { kind: 'record', record };
    } catch (error) {
      if (error instanceof Error && error.name === 'SyntaxError') return { kind: 'unreadable' };
      throw error;
    }
  };

  return {
    read: (id) => read(inForce(id), () => layer(id, '')),
    readWaiting: (id) => read(waiting(id), () => layer(id, '.new')),
    writeWaiting: (id, record) => {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      chmodSync(folder, 0o700);
      dropLeftovers(folder, id);
      layer(id, '.new').store = { ...record };
      // A disk that fills up takes half a write without an error.
      if (statSync(waiting(id)).size < JSON.stringify(record).length) {
        removeFile(waiting(id));
        throw Object.assign(new Error('The disk is full'), { code: 'ENOSPC', syscall: 'write' });
      }
      // Conf writes in place, without its fsync, inside a Snap and on some Windows disks; this makes those two safe as well.
      reachDisk(waiting(id), 'r+');
    },
    dropWaiting: (id) => removeFile(waiting(id)),
    swapIn: (id) => {
      renameSync(waiting(id), inForce(id));
      if (process.platform !== 'win32') reachDisk(folder, 'r');
    },
    setAside: (id, which, at) => {
      const name = asideName(id, at);
      renameSync(which === 'waiting' ? waiting(id) : inForce(id), join(folder, name));
      return name;
    },
    copyAside: (id, at) => {
      const name = asideName(id, at);
      copyFileSync(inForce(id), join(folder, name));
      return name;
    },
    remove: (id) => {
      // First, so that a kill in between leaves nothing in force.
      removeFile(inForce(id));
      for (const name of names(id)) removeFile(join(folder, name));
    },
    names,
  };
}

/** Not `rmSync`: Node's newer one gives a read-only disk's refusal no code. */
function removeFile(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}

function reachDisk(path: string, flags: 'r' | 'r+'): void {
  const handle = openSync(path, flags);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Temporary files of writes that were killed, and a waiting record that nobody can use any more. Sealed as the rest, but clutter. */
function dropLeftovers(folder: string, id: string): void {
  for (const name of readdirSync(folder)) {
    if (name.startsWith(`${id}.new.json`)) removeFile(join(folder, name));
  }
}
