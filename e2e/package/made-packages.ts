// The packages that this run made (scripts/testing/run-package.mjs), and what lies in the app's archive.
import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';

/** The folder with everything that was made. */
export function packagesOfThisRun(): string {
  const folder = process.env['POSTKEY_PACKAGES'];
  if (!folder) throw new Error('POSTKEY_PACKAGES is not set: start these tests with npm run test:package');
  return folder;
}

export const unpackedFolder = (): string => join(packagesOfThisRun(), 'linux-unpacked');

export function debOfThisRun(): string {
  const name = readdirSync(packagesOfThisRun()).find((each) => each.endsWith('.deb'));
  if (!name) throw new Error('No deb was made');
  return join(packagesOfThisRun(), name);
}

interface ArchiveFolder {
  readonly files: Readonly<Record<string, ArchiveFolder | { readonly size: number }>>;
}

const isFolder = (entry: ArchiveFolder | { readonly size: number }): entry is ArchiveFolder => 'files' in entry;

function namesIn(folder: ArchiveFolder, path: string): readonly string[] {
  return Object.entries(folder.files).flatMap(([name, entry]) =>
    isFolder(entry) ? namesIn(entry, `${path}${name}/`) : [`${path}${name}`],
  );
}

/** Names in an asar archive, from its head: four numbers of 32 bits, of which the last is the length of the JSON that follows. */
export function namesInArchive(archive: string): readonly string[] {
  const file = openSync(archive, 'r');
  try {
    const sizes = Buffer.alloc(16);
    readSync(file, sizes, 0, 16, 0);
    const head = Buffer.alloc(sizes.readUInt32LE(12));
    readSync(file, head, 0, head.length, 16);
    return namesIn(JSON.parse(head.toString()), '');
  } finally {
    closeSync(file);
  }
}
