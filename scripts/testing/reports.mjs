// Files in which the tools leave their results for the stages. Each is gone when its stage ends.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../set-up/places.mjs';

/** @typedef {import('./count.mjs').Count} Count */

/**
 * @param {string} path a report that a test runner wrote; absent when it did not get that far
 * @param {(report: any) => Count} count
 */
export function readReport(path, count) {
  try {
    return count(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

/**
 * @param {string} name whose, besides this process's
 * @param {(reportPath: string) => Promise<Count>} run
 */
export async function withReport(name, run) {
  mkdirSync(cacheFolder, { recursive: true });
  const path = join(cacheFolder, `test-report-${name}-${process.pid}.json`);
  rmSync(path, { force: true });
  try {
    return await run(path);
  } finally {
    rmSync(path, { force: true });
  }
}
