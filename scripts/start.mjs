// `npm start [-- --practice --preset FILE --address ADDRESS --lang xx]`: opens Postkey, from a bare clone.
import { buildStaleParts } from './building/build-stale-parts.mjs';
import { openPostkey } from './running/open-postkey.mjs';
import { runProgram } from './running/run-program.mjs';
import { endWith } from './set-up/end-with.mjs';
import { hasDisplay } from './set-up/places.mjs';
import { prepare } from './set-up/prepare.mjs';
import { say } from './set-up/show-progress.mjs';

const args = process.argv.slice(2);

/** @returns {string[]} what the walkthrough understands too */
function languageArguments() {
  const at = args.indexOf('--lang');
  const joined = args.filter((argument) => argument.startsWith('--lang='));
  return at < 0 ? joined : args.slice(at, at + 2);
}

await endWith(async () => {
  if (!hasDisplay) {
    say(
      'There is no display here (DISPLAY is not set), so no window can be shown.\nRunning the walkthrough instead: the same window on a screen of its own, with pictures.',
    );
    return runProgram('e2e/walkthrough/walkthrough.ts', languageArguments());
  }
  const prepared = await prepare('window');
  if (!(await buildStaleParts(prepared))) return 1;
  return openPostkey(prepared, args);
});
