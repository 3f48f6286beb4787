// `npm run build`: builds what is stale.
import { buildStaleParts } from './building/build-stale-parts.mjs';
import { endWith } from './set-up/end-with.mjs';
import { prepare } from './set-up/prepare.mjs';

await endWith(async () => ((await buildStaleParts(await prepare('window'))) ? 0 : 1));
