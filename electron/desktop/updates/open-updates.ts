// Joins the parts of Postkey's own renewal: where it may look, who looks, what is remembered. Decides nothing.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { app } from 'electron';
import type { Memory } from '../../setup/memory.ts';
import { makeUpdates, type Updates } from '../../setup/updates.ts';
import type { Log } from '../log.ts';
import type { Network } from '../network.ts';
import { systemClock } from '../system-clock.ts';
import { makeUpdater } from './make-updater.ts';
import { type UpdateCircumstances, updateSource } from './update-source.ts';

export interface UpdatesRoomParts {
  /** Of the settings. */
  readonly profile: string;
  readonly memory: Memory;
  readonly network: Network;
  readonly policy: UpdateCircumstances['policy'];
  readonly log: Pick<Log, 'from' | 'unexpected'>;
  readonly changed: () => void;
  readonly tell: (version: string) => void;
}

export function openUpdates({ profile, memory, network, policy, log, changed, tell }: UpdatesRoomParts): Updates {
  const source = updateSource({
    manifest: ownManifest(),
    policy,
    platform: process.platform,
    appImage: process.env['APPIMAGE'],
    isPackaged: app.isPackaged,
    hasUninstaller: existsSync(join(dirname(process.execPath), 'Uninstall Postkey.exe')),
  });
  const parts = { network, profile, log: log.from('updates'), logUnexpected: log.unexpected };
  return makeUpdates({
    source: 'off' in source ? source : { updater: makeUpdater({ ...parts, feed: source }) },
    clock: systemClock,
    daily: () => memory.preferences().looksForUpdates !== false,
    keepDaily: (on) => memory.keepPreferences({ ...memory.preferences(), looksForUpdates: on }),
    changed,
    tell,
  });
}

function ownManifest(): unknown {
  try {
    return JSON.parse(readFileSync(join(app.getAppPath(), 'package.json'), 'utf8'));
  } catch {
    return null;
  }
}
