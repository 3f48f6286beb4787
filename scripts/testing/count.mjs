// What a stage of the tests came to.

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

/** @param {boolean} isGood @returns {Count} a stage that is one check */
export const oneCheck = (isGood) => ({ passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, skipped: 0 });

/**
 * A tool that ended badly without naming a failed test has failed all the same.
 * @param {Count} count
 * @param {number} exitCode
 * @returns {Count}
 */
export const withExitCode = (count, exitCode) =>
  exitCode !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;

/** @param {readonly Count[]} counts @returns {Count} */
export function addUp(counts) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped } of counts) {
    sum.passed += passed;
    sum.failed += failed;
    sum.skipped += skipped;
  }
  return sum;
}
