// Runs stages one after the other, each to its end whatever became of the ones before, and says what they came to.
import { addUp } from './count.mjs';

/**
 * @param {readonly import('./static-stages.mjs').Stage[]} stages
 * @param {import('../set-up/prepare.mjs').Prepared} prepared
 * @param {readonly string[]} more arguments for the stages' tools
 * @returns {Promise<import('./count.mjs').Count>}
 */
export async function runStages(stages, prepared, more) {
  const lines = [];
  const counts = [];
  for (const stage of stages) {
    console.log(`\n── ${stage.name}`);
    const startedAt = Date.now();
    const count = await stage.run(prepared, more).catch((error) => {
      console.error(error);
      return { passed: 0, failed: 1, skipped: 0 };
    });
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
    const line = `${count.failed > 0 ? '✗' : '✓'} ${stage.name.padEnd(8)} ${seconds.padStart(6)} s   ${describeCount(count)}`;
    console.log(line);
    lines.push(line);
    counts.push(count);
  }
  console.log(`\n${lines.join('\n')}\n`);
  return addUp(counts);
}

/** @param {import('./count.mjs').Count} count */
export const describeCount = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`;
