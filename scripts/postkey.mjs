// `npm run --silent postkey -- ARGUMENTS`: the command line of the packaged `postkey`, out of this checkout.
import { buildStaleParts } from './building/build-stale-parts.mjs';
import { openPostkey } from './running/open-postkey.mjs';
import { screenPrefix } from './running/test-session.mjs';
import { endWith } from './set-up/end-with.mjs';
import { prepare } from './set-up/prepare.mjs';

await endWith(async () => {
  const prepared = await prepare('window');
  if (!(await buildStaleParts(prepared))) return 1;
  // Electron wants a screen even where no window opens.
  return openPostkey(prepared, process.argv.slice(2), screenPrefix());
});
