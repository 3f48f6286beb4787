// macOS: managed preferences, as a device management profile sets them. Read from the system's own files and not through
// NSUserDefaults, which mixes them with what a person has written with `defaults` and does not say whose a value is.
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { appId } from '../../shared/app-id.ts';
import { readPolicy } from '../../shared/read-policy.ts';
import type { AskSystem } from './ask-system.ts';
import { type ReadBeside, type SourceRead, wholeSource } from './policy-source.ts';

const managedFolder = '/Library/Managed Preferences';
const mostBytes = 2_000_000;

/** Keys of the profile itself. */
const notOurs = /^Payload|^PfC_/u;

/** For the computer first, then for this person; both are written by the system alone. `folder`: from which files in them are counted. */
export async function readManaged(
  ask: AskSystem,
  read: ReadBeside,
  folder: string,
  managed = managedFolder,
): Promise<readonly SourceRead[]> {
  const name = `${appId}.plist`;
  const files = [join(managed, name), join(managed, userInfo().username, name)];
  const sources = await Promise.all(files.map((file) => readPlist(file, ask, read, folder)));
  return sources.flatMap((source) => (source === null ? [] : [source]));
}

async function readPlist(file: string, ask: AskSystem, read: ReadBeside, folder: string): Promise<SourceRead | null> {
  const place = { level: 'machine', place: file } as const;
  // Its form is Apple's binary one; the text itself is of no use, who wrote it is.
  const found = await read(file, mostBytes);
  if (found.kind === 'absent') return null;
  if (found.kind === 'fault') return [{ ...place, fault: found.fault, field: '' }];
  const { code, text } = await ask('/usr/bin/plutil', ['-convert', 'json', '-o', '-', file]);
  const said = code === 0 ? managedPolicy(text) : null;
  return said === null
    ? [{ ...place, fault: 'unreadable', field: '' }]
    : wholeSource(place, readPolicy(said), folder, read);
}

/** Null: no dictionary. Without `postkeyPolicy` it is version 1. */
export function managedPolicy(text: string): Readonly<Record<string, unknown>> | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return null;
  const ours = Object.entries(json).filter(([key]) => !notOurs.test(key));
  return { postkeyPolicy: 1, ...Object.fromEntries(ours) };
}
