// One account's file of the past on the disk: read at once when first needed, written whole beside the old one and swapped in. A
// disk that refuses costs the watch nothing; a file that cannot be read is moved aside. Knows nothing of what it means.
import { mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { chmod, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { emptyPast, mostPastBytes, type PastRecord, readPast, writePast } from './past-record.ts';

export interface PastFile {
  /** Empty when there is no file, or none that can be read. */
  read(): PastRecord;
  /** Soon and whole; of several the last one wins. */
  write(past: PastRecord): void;
  /** Removes it and whatever was set aside; what still waits to be written is dropped. */
  remove(): void;
  /** Of the files that are still there. */
  names(): Promise<readonly string[]>;
  /** Resolves when nothing waits to be written. */
  settled(): Promise<void>;
}

export interface PastFileParts {
  /** Made when first written to, for its owner alone. */
  readonly folder: string;
  /** Letters, digits, `-` and `_`. */
  readonly id: string;
  readonly now: () => number;
  readonly failed: (error: unknown) => void;
}

export function makePastFile({ folder, id, now, failed }: PastFileParts): PastFile {
  if (!/^[\w-]{1,64}$/u.test(id)) throw new Error('An account id must be letters, digits, - and _');
  const path = join(folder, `${id}.json`);
  const beside = join(folder, `${id}.json.new`);
  let waiting: PastRecord | null = null;
  let isGone = false;
  let tail: Promise<void> = Promise.resolve();

  function setAside(): void {
    const name = `${id}.unreadable-${new Date(now()).toISOString().replace(/[:.]/gu, '-')}.json`;
    renameSync(path, join(folder, name));
  }

  function trySetAside(): void {
    try {
      setAside();
    } catch (error) {
      failed(error);
    }
  }

  function textOf(): string | null {
    const facts = statSync(path, { throwIfNoEntry: false });
    if (facts === undefined) return null;
    // A pipe would be waited for without end.
    return !facts.isFile() || facts.size > mostPastBytes ? '' : readFileSync(path, 'utf8');
  }

  async function writeOnce(past: PastRecord): Promise<void> {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const handle = await open(beside, 'w', 0o600);
    try {
      await handle.writeFile(writePast(past));
      // A power cut after the swap must find a whole file.
      await handle.sync();
    } finally {
      await handle.close();
    }
    await chmod(beside, 0o600);
    await rename(beside, path);
  }

  /** Those that were set aside are among them. */
  async function namesHere(): Promise<readonly string[]> {
    const names = await readdir(folder).catch(() => []);
    return names.filter((name) => name.startsWith(`${id}.`));
  }

  async function removeAll(): Promise<void> {
    for (const name of await namesHere()) await rm(join(folder, name), { force: true });
  }

  async function writeNewest(): Promise<void> {
    const past = waiting;
    waiting = null;
    if (past !== null) await writeOnce(past);
  }

  /** What the disk refuses is said and goes with the next write. */
  function afterwards(work: () => Promise<void>): void {
    tail = tail.then(work).catch(async (error: unknown) => {
      failed(error);
      await rm(beside, { force: true }).catch(() => undefined);
    });
  }

  return {
    read() {
      try {
        const text = textOf();
        if (text === null) return emptyPast;
        const past = readPast(parsed(text));
        if (past === null) trySetAside();
        return past ?? emptyPast;
      } catch (error) {
        failed(error);
        trySetAside();
        return emptyPast;
      }
    },
    write(past) {
      if (isGone) return;
      if (waiting === null) afterwards(writeNewest);
      waiting = past;
    },
    remove() {
      isGone = true;
      waiting = null;
      afterwards(removeAll);
    },
    names: namesHere,
    settled: () => tail,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
