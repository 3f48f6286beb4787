// Writes new files into a folder, all or none: over none that is there, for their owner alone.
import { access, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface NewFiles {
  /** Their whole paths. */
  readonly written: readonly string[];
  /** Then nothing is written. */
  readonly failed?: { readonly path: string; readonly why: 'exists' | 'not-written' };
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

export async function writeNew(
  folder: string,
  files: readonly { readonly name: string; readonly text: string }[],
): Promise<NewFiles> {
  const written: string[] = [];
  const there = await Promise.all(files.map(async ({ name }) => isThere(join(folder, name))));
  const first = files[there.indexOf(true)];
  if (first) return { written, failed: { path: join(folder, first.name), why: 'exists' } };
  let path = folder;
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    for (const { name, text } of files) {
      path = join(folder, name);
      await writeFile(path, text, { encoding: 'utf8', mode: 0o600, flag: 'wx' });
      written.push(path);
    }
    return { written };
  } catch (error) {
    await Promise.all(written.map((each) => rm(each, { force: true })));
    const why = (error as NodeJS.ErrnoException).code === 'EEXIST' && path !== folder ? 'exists' : 'not-written';
    return { written: [], failed: { path, why } };
  }
}
