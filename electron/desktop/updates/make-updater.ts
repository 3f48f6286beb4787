// electron-updater as Postkey uses it: nothing is looked for or fetched by itself, no older version, no feed without its makers' signature,
// in place only when Postkey ends. Loaded with the first look.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import type { AppUpdater } from 'electron-updater';
import type { Attempt } from '../../setup/outside-world.ts';
import type { UpdateOutcome, Updater } from '../../setup/updates.ts';
import type { Network } from '../network.ts';
import { plainNotes } from './plain-notes.ts';
import { updateFailure } from './update-failure.ts';
import type { UpdateFeed } from './update-source.ts';

export interface UpdaterParts {
  readonly feed: UpdateFeed;
  readonly network: Pick<Network, 'getOnce' | 'trustIn'>;
  /** Of the settings. */
  readonly profile: string;
  readonly log: { info(text: string): void; warn(text: string, error?: unknown): void };
  readonly logUnexpected: (error: unknown) => string;
}

export function makeUpdater(parts: UpdaterParts): Updater {
  let loaded: Promise<AppUpdater> | null = null;
  const load = (): Promise<AppUpdater> => {
    loaded ??= openUpdater(parts);
    return loaded;
  };
  const failed = (error: unknown): UpdateOutcome<never> => {
    const failure = updateFailure(error);
    if (failure === 'unexpected') parts.logUnexpected(error);
    else parts.log.warn(`update: ${failure}`);
    return { ok: false, failure };
  };

  return {
    async look({ signal }) {
      try {
        const updater = await load();
        const result = await until(signal, updater.checkForUpdates());
        if (!result?.isUpdateAvailable) return { ok: true, value: null };
        const { version, releaseNotes } = result.updateInfo;
        return { ok: true, value: { version, notes: plainNotes(releaseNotes) } };
      } catch (error) {
        return failed(error);
      }
    },
    async fetch(report, { signal }) {
      try {
        const updater = await load();
        await fetchWhole(updater, report, signal);
        return { ok: true, value: undefined };
      } catch (error) {
        return failed(error);
      }
    },
    restart: () => void load().then((updater) => updater.quitAndInstall(false, true), parts.logUnexpected),
  };
}

async function openUpdater({ feed, network, profile }: UpdaterParts): Promise<AppUpdater> {
  const [{ AppImageUpdater, MacUpdater, NsisUpdater }, { signedFeed }] = await Promise.all([
    import('electron-updater'),
    import('./signed-feed.ts'),
  ]);
  const byPlatform: Partial<Record<NodeJS.Platform, typeof AppImageUpdater | typeof MacUpdater | typeof NsisUpdater>> =
    {
      darwin: MacUpdater,
      win32: NsisUpdater,
    };
  const Kind = byPlatform[process.platform] ?? AppImageUpdater;
  const updater: AppUpdater = new Kind();
  updater.logger = null;
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = true;
  updater.allowDowngrade = false;
  updater.disableWebInstaller = true;
  if (!app.isPackaged || !existsSync(join(process.resourcesPath, 'app-update.yml'))) {
    // electron-updater wants a file that packages bring which were built with a feed; a policy may name one for any.
    const path = join(profile, 'updates.yml');
    writeFileSync(path, 'updaterCacheDirName: postkey-updater\n', { mode: 0o600 });
    updater.forceDevUpdateConfig = true;
    updater.updateConfigPath = path;
  }
  network.trustIn(updater.netSession);
  updater.setFeedURL({ provider: 'custom', updateProvider: signedFeed(feed, network.getOnce) });
  // Each call's own promise tells; an event that nobody hears would end the app.
  updater.on('error', () => undefined);
  return updater;
}

/** Ends with the signal, whatever becomes of the work. */
function until<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(new Error('aborted'));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

async function fetchWhole(
  updater: AppUpdater,
  report: (percent: number) => void,
  signal: Attempt['signal'],
): Promise<void> {
  const { CancellationToken } = await import('electron-updater');
  const token = new CancellationToken();
  const stop = (): void => token.cancel();
  const progress = ({ percent }: { readonly percent: number }): void => report(Math.floor(percent));
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  updater.on('download-progress', progress);
  try {
    await until(signal, updater.downloadUpdate(token));
  } finally {
    signal.removeEventListener('abort', stop);
    updater.off('download-progress', progress);
  }
}
