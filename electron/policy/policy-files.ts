// The policy files of one level, in the order of their say: `policy.json`, then `policy.d/*.json` by name, then a `preset.json` that
// stands there alone. Reads them; joins nothing.
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PolicyPlace, PolicyTrouble } from '../../shared/policy.ts';
import { type PolicyReading, policyMaxBytes, readPolicyText } from '../../shared/read-policy.ts';
import { type ReadBeside, type SourceRead, wholeSource } from './policy-source.ts';

/** How far one level's folder is believed. */
export interface PolicyFolder {
  readonly level: PolicyPlace['level'];
  readonly path: string;
  readonly read: ReadBeside;
}

const mostFiles = 50;

const isThere = <T>(value: T | null): value is T => value !== null;

export async function readPolicyFolder({ level, path, read }: PolicyFolder): Promise<readonly SourceRead[]> {
  const listed = await listDropIns(join(path, 'policy.d'));
  const files = [join(path, 'policy.json'), ...(Array.isArray(listed) ? listed : [])];
  const policies = await Promise.all(files.map((file) => readPolicyFile({ level, place: file }, read)));
  const found = policies.filter(isThere);
  const unlisted: readonly SourceRead[] = listed === 'unreadable' ? [[{ ...dropIns(level, path), field: '' }]] : [];
  const preset = await readLonePreset({ level, place: join(path, 'preset.json') }, read);
  return [...found, ...unlisted, ...(preset ? [preset] : [])];
}

const dropIns = (level: PolicyPlace['level'], path: string): Omit<PolicyTrouble, 'field'> => ({
  level,
  place: join(path, 'policy.d'),
  fault: 'unreadable',
});

/** A folder that is there and cannot be listed may hold anything. */
async function listDropIns(folder: string): Promise<readonly string[] | 'unreadable'> {
  try {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.json') && !name.startsWith('.'));
    return names.length > mostFiles ? 'unreadable' : names.sort().map((name) => join(folder, name));
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? [] : 'unreadable';
  }
}

/** Null: there is none. */
export async function readPolicyFile(place: PolicyPlace, read: ReadBeside): Promise<SourceRead | null> {
  const file = await read(place.place, policyMaxBytes);
  if (file.kind === 'absent') return null;
  if (file.kind === 'fault') return [{ ...place, fault: file.fault, field: '' }];
  return wholeSource(place, readPolicyText(file.text), dirname(place.place), read);
}

/** As if a policy named it. Null: there is none. */
async function readLonePreset(place: PolicyPlace, read: ReadBeside): Promise<SourceRead | null> {
  const file = await read(place.place, policyMaxBytes);
  if (file.kind === 'absent') return null;
  const named: PolicyReading = { ok: true, policy: { postkeyPolicy: 1, preset: 'preset.json' } };
  return wholeSource(place, named, dirname(place.place), read);
}
