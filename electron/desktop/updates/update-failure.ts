// What went wrong with an update, in a word that has a sentence for the person. Pure; knows electron-updater's and the system's codes.
import type { UpdateFailure } from '../../../shared/update-state.ts';
import { FeedFault } from './feed-fault.ts';

const disk = new Set(['ENOSPC', 'EACCES', 'EPERM', 'EROFS', 'EDQUOT', 'ENOENT', 'EIO']);

/** electron-updater checks a file's hash as it arrives, and Windows' and macOS' signatures after, on Windows where the build was signed and made with a feed; both leave no file behind. */
const damaged = new Set(['ERR_CHECKSUM_MISMATCH', 'ERR_UPDATER_INVALID_SIGNATURE']);

export function updateFailure(error: unknown): UpdateFailure {
  if (error instanceof FeedFault) return error.failure;
  if (!(error instanceof Error)) return 'unexpected';
  const code = 'code' in error ? String(error.code) : '';
  if (damaged.has(code) || /code signature/iu.test(error.message)) return 'download-broken';
  if (disk.has(code)) return 'not-saved';
  if ('statusCode' in error) return 'not-reached';
  // Chromium's own: "net::ERR_CONNECTION_RESET" (net/base/net_error_list.h).
  if (/net::ERR_|ECONN|ETIMEDOUT|timed out|aborted/iu.test(`${code} ${error.message}`)) return 'not-reached';
  return 'unexpected';
}
