// Where this Postkey may look for a newer one, or why nowhere. Pure.
import * as z from 'zod/mini';
import type { UpdatesOffBy } from '../../../shared/update-state.ts';
import { isFeedKey } from './feed-signature.ts';

/** `url`: a folder, `https:`. `key`: whose signature counts. */
export interface UpdateFeed {
  readonly url: string;
  readonly key: string;
}

export interface UpdateCircumstances {
  /** The app's own package.json, which a release build completes; unknown until parsed. */
  readonly manifest: unknown;
  /** The organisation's wish; the key is the makers' unless it gives one for what it builds itself. */
  readonly policy: 'off' | { readonly feed: string; readonly key?: string | undefined } | null;
  readonly platform: NodeJS.Platform;
  /** The AppImage this Postkey runs out of, if it does. */
  readonly appImage: string | undefined;
  /** On Linux without an AppImage a deb or rpm: what the system brought, the system renews. */
  readonly isPackaged: boolean;
  /** NSIS leaves its uninstaller beside the program. An MSI does not, and the feed's installer would put a second Postkey beside it. */
  readonly hasUninstaller: boolean;
}

const built = z.object({
  postkeyUpdates: z.object({ feed: z.optional(z.string()), key: z.optional(z.string()) }),
});

/** A folder's address over https, always with its last slash; null for anything else. */
function feedFolder(text: string | undefined): string | null {
  try {
    const url = new URL(text ?? '');
    if (url.protocol !== 'https:' || url.username !== '' || url.password !== '' || url.search !== '') return null;
    return url.href.endsWith('/') ? url.href : `${url.href}/`;
  } catch {
    return null;
  }
}

export function updateSource(given: UpdateCircumstances): UpdateFeed | { readonly off: UpdatesOffBy } {
  const { manifest, policy, platform, appImage, isPackaged, hasUninstaller } = given;
  if (policy === 'off') return { off: 'organisation' };
  const parsed = built.safeParse(manifest);
  const own = parsed.success ? parsed.data.postkeyUpdates : {};
  const url = feedFolder(policy?.feed ?? own.feed);
  const key = policy?.key ?? own.key ?? '';
  if (platform === 'linux' && appImage === undefined) return { off: isPackaged ? 'system' : 'build' };
  if (platform === 'win32' && isPackaged && !hasUninstaller) return { off: 'system' };
  return url !== null && isFeedKey(key) ? { url, key } : { off: 'build' };
}
