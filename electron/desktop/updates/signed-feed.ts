// A generic feed as electron-builder publishes it (`latest.yml` and its like), read only when its signature holds. What is in it is
// unknown until parsed; nothing of it is believed before.
import type { AppUpdater, ResolvedUpdateFileInfo, UpdateInfo } from 'electron-updater';
import { Provider } from 'electron-updater';
import { type ProviderRuntimeOptions, parseUpdateInfo, resolveFiles } from 'electron-updater/out/providers/Provider.js';
import * as z from 'zod/mini';
import type { GetOnce } from '../../setup/get-once.ts';
import { FeedFault } from './feed-fault.ts';
import { isSignedBy } from './feed-signature.ts';
import type { UpdateFeed } from './update-source.ts';

const mostBytes = 200_000;
const deadlineMs = 20_000;

const version = z.string().check(z.maxLength(60), z.regex(/^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/u));
const file = z.looseObject({
  // A name beside the feed: what is fetched comes from where it was looked for.
  url: z.string().check(z.maxLength(300), z.regex(/^[A-Za-z0-9][\w .()+-]*$/u)),
  sha512: z.string().check(z.regex(/^[A-Za-z0-9+/]{86}==$/u)),
});
const feedSchema = z.looseObject({ version, files: z.array(file).check(z.minLength(1), z.maxLength(20)) });

type Options = { readonly provider: 'custom' };

/** The class that electron-updater makes its provider of. */
export function signedFeed(feed: UpdateFeed, getOnce: GetOnce) {
  return class extends Provider<UpdateInfo> {
    constructor(_options: Options, _updater: AppUpdater, runtime: ProviderRuntimeOptions) {
      super(runtime);
    }

    async getLatestVersion(): Promise<UpdateInfo> {
      const name = `${this.getDefaultChannelName()}.yml`;
      const url = new URL(name, feed.url);
      const [text, signature] = await Promise.all([
        read(getOnce, url),
        read(getOnce, new URL(`${name}.sig`, feed.url)),
      ]);
      if (!isSignedBy(feed.key, text, Buffer.from(signature).toString('latin1')))
        throw new FeedFault('signature-wrong');
      const info = parsed(Buffer.from(text).toString('utf8'), name, url);
      if (!feedSchema.safeParse(info).success) throw new FeedFault('unreadable');
      return info;
    }

    resolveFiles(info: UpdateInfo): ResolvedUpdateFileInfo[] {
      return resolveFiles(info, new URL(feed.url));
    }
  };
}

async function read(getOnce: GetOnce, url: URL): Promise<Uint8Array> {
  const signal = AbortSignal.timeout(deadlineMs);
  const got = await getOnce(url.href, { signal, maxBytes: mostBytes, headers: { 'cache-control': 'no-cache' } }).catch(
    (error: unknown) => {
      throw new FeedFault('not-reached', { cause: error });
    },
  );
  if (got.status >= 500 || got.status === 429) throw new FeedFault('not-reached');
  if (got.status !== 200 || !got.isWhole) throw new FeedFault('unreadable');
  return got.body;
}

function parsed(text: string, name: string, url: URL): UpdateInfo {
  try {
    return parseUpdateInfo(text, name, url);
  } catch (error) {
    throw new FeedFault('unreadable', { cause: error });
  }
}
