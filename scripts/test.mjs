// `npm test`: everything that can be checked, from a bare clone. `-- --only STAGE [arguments of its tool]` runs one stage.
import { endWith } from './set-up/end-with.mjs';
import { prepare } from './set-up/prepare.mjs';
import { describeCount, runStages } from './testing/run-stages.mjs';
import { runningStages } from './testing/running-stages.mjs';
import { staticStages } from './testing/static-stages.mjs';

const stages = [...staticStages, ...runningStages];

/** @param {readonly string[]} args */
function chooseStages(args) {
  const [option, name, ...more] = args;
  if (option === undefined) return { chosen: stages, more: [] };
  const wanted = stages.find((stage) => stage.name === name);
  if (option !== '--only' || !wanted) {
    throw new Error(`Use: npm test [-- --only ${stages.map((stage) => stage.name).join('|')} [arguments]]`);
  }
  // Journeys run what was built.
  const build = stages.filter((stage) => stage.name === 'build' && name === 'e2e');
  return { chosen: [...build, wanted], more: more[0] === '--' ? more.slice(1) : more };
}

await endWith(async () => {
  const { chosen, more } = chooseStages(process.argv.slice(2));
  let count = { passed: 0, failed: 1, skipped: 0 };
  try {
    count = await runStages(chosen, await prepare('tests'), more);
  } finally {
    console.log(describeCount(count));
  }
  return count.failed > 0 ? 1 : 0;
});
