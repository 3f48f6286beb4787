// `npm run check`: the fast part of the tests, which looks at the sources without running them.
import { endWith } from './set-up/end-with.mjs';
import { prepare } from './set-up/prepare.mjs';
import { describeCount, runStages } from './testing/run-stages.mjs';
import { staticStages } from './testing/static-stages.mjs';

await endWith(async () => {
  const count = await runStages(staticStages, await prepare('window'), []);
  console.log(describeCount(count));
  return count.failed > 0 ? 1 : 0;
});
