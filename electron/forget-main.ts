// The packing list of `postkey forget`: the profile's folder, its door, the start at login, and the claim to links. Reads nothing of what it deletes.
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { behindOwnDoor } from './behind-own-door.ts';
import { type ForgetParts, forgetCommand } from './cli/forget-command.ts';
import { dropLinks } from './desktop/hear-openings.ts';
import { startAtLogin } from './desktop/start-at-login.ts';

/** What an organisation laid down in the profile is not the person's. */
const laidDown = new Set(['policy.json', 'policy.d', 'preset.json']);

/** What every profile has. A folder without them, named as one by mistake, is somebody's for something else. */
const signsOfProfile = ['settings.json', 'vault'];

/** It is in use until all else is gone. */
const doorFolder = 'door';

async function listProfile(profile: string): Promise<readonly string[]> {
  const names = await readdir(profile).catch((): string[] => []);
  return signsOfProfile.some((sign) => names.includes(sign)) ? names.filter((name) => !laidDown.has(name)) : [];
}

/** The names that stay. Chromium's locks and caches of this very process come back empty or are busy; they are none of the person's. */
async function deleteIn(profile: string, names: readonly string[]): Promise<readonly string[]> {
  const gone = names.map((name) =>
    rm(join(profile, name), { recursive: true, force: true, maxRetries: 3 }).then(
      () => null,
      () => name,
    ),
  );
  return (await Promise.all(gone)).filter((name) => name !== null);
}

async function deleteAll(profile: string): Promise<readonly string[] | 'open'> {
  const names = (await listProfile(profile)).filter((name) => name !== doorFolder);
  const left = await behindOwnDoor(profile, () => deleteIn(profile, names));
  if (left === 'taken') return 'open';
  // Where there can be no door, nothing can be open behind one.
  const rest = left === 'no-place' ? await deleteIn(profile, names) : left;
  return [...rest, ...(await deleteIn(profile, [doorFolder]))];
}

export function runForget(
  wish: { readonly yes: boolean },
  { userData, ...parts }: { readonly userData: string } & Pick<ForgetParts, 'say' | 'out' | 'err'>,
): Promise<number> {
  return forgetCommand(wish, {
    ...parts,
    folder: userData,
    platform: process.platform,
    list: () => listProfile(userData),
    deleteAll: () => {
      dropLinks();
      return deleteAll(userData);
    },
    stopStartingAtLogin: () => !startAtLogin.isOn() || startAtLogin.turn(false),
  });
}
