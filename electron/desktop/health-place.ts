// Writes the health file where management tools collect it: whole or not at all, and through nobody's link.
import { randomBytes } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import type { HealthFile } from '../../shared/health-file.ts';

/** In the profile, for its owner alone, unless a policy names another place; `{user}` in that is the name one logs in to this computer with. */
export function healthPlace(profile: string, laidDown: string | undefined): string {
  if (laidDown === undefined) return join(profile, 'health.json');
  return laidDown.replaceAll('{user}', () => userInfo().username.replace(/[^\p{L}\p{N}._-]/gu, '_'));
}

/** Rejects with what the disk says. */
export async function writeHealth(path: string, health: HealthFile): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  // A name that nobody can guess, and that must not be there: in a folder of many, somebody may have laid a link.
  const beside = `${path}.${randomBytes(8).toString('hex')}`;
  try {
    await writeFile(beside, `${JSON.stringify(health, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
