// `npm run --silent postkey -- ARGS`: the command line of the packaged `postkey`, out of this checkout. Without a display it gets a
// screen that nobody sees, because Electron does not start without one on Linux.
import { buildStaleParts } from './building/build-stale-parts.mjs';
import { openPostkey } from './running/open-postkey.mjs';
import { screenPrefix } from './running/test-session.mjs';
import { endWith } from './set-up/end-with.mjs';
import { hasDisplay } from './set-up/places.mjs';
import { prepare } from './set-up/prepare.mjs';

await endWith(async () => {
  const prepared = await prepare(hasDisplay ? 'window' : 'tests');
  if (!(await buildStaleParts(prepared))) return 1;
  // Chromium's own notes about this computer's desktop are no part of the answer.
  return openPostkey(prepared, process.argv.slice(2), screenPrefix(), ['--log-level=3', '--disable-gpu']);
});
