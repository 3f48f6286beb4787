// The stages that run code: the build, unit tests, injected faults, and journeys in the real window.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildStaleParts } from '../building/build-stale-parts.mjs';
import { inTestSession } from '../running/test-session.mjs';
import { cacheFolder, root } from '../set-up/places.mjs';
import { runCommand } from '../set-up/run-command.mjs';
import { oneCheck, withExitCode } from './count.mjs';
import { faultsIn, faultTable } from './fault-table.mjs';
import { runTool, toolPath } from './run-tool.mjs';

/** @typedef {import('./count.mjs').Count} Count */

/**
 * @param {string} path a report that a test runner wrote; absent when it did not get that far
 * @param {(report: any) => Count} count
 */
function readReport(path, count) {
  try {
    return count(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

/** @param {(reportPath: string) => Promise<Count>} run */
async function withReport(run) {
  mkdirSync(cacheFolder, { recursive: true });
  const path = join(cacheFolder, `test-report-${process.pid}.json`);
  rmSync(path, { force: true });
  try {
    return await run(path);
  } finally {
    rmSync(path, { force: true });
  }
}

/**
 * @param {readonly string[]} wanted
 * @param {(report: any) => readonly string[]} [tell] lines to print of what was found
 * @returns {import('./static-stages.mjs').Stage['run']}
 */
const vitestRun = (wanted, tell) => (prepared, more) =>
  withReport(async (path) => {
    const args = ['run', ...wanted, '--reporter=default', '--reporter=json', `--outputFile.json=${path}`];
    const { code } = await runTool(prepared, 'vitest', [...args, ...more]);
    const count = readReport(path, (report) => {
      if (tell) console.log(tell(report).join('\n'));
      return {
        passed: report.numPassedTests,
        failed: report.numFailedTests,
        skipped: report.numPendingTests + report.numTodoTests,
      };
    });
    return withExitCode(count, code);
  });

/** @type {readonly import('./static-stages.mjs').Stage[]} */
export const runningStages = [
  { name: 'build', run: async (prepared) => oneCheck(await buildStaleParts(prepared)) },
  { name: 'unit', run: vitestRun(['--project=!faults', '--passWithNoTests']) },
  { name: 'faults', run: vitestRun(['--project=faults'], (report) => faultTable(faultsIn(report))) },
  {
    name: 'e2e',
    run: (prepared, more) =>
      withReport((path) =>
        inTestSession(prepared.env, async ({ prefix, env }) => {
          const args = ['test', '--pass-with-no-tests', '--reporter=list,json', ...more];
          const [command = '', ...rest] = [...prefix, prepared.node, toolPath('playwright'), ...args];
          const { code } = await runCommand(command, rest, {
            cwd: root,
            env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: path, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' },
            show: true,
          });
          const count = readReport(path, ({ stats }) => ({
            passed: stats.expected + stats.flaky,
            failed: stats.unexpected,
            skipped: stats.skipped,
          }));
          return withExitCode(count, code);
        }),
      ),
  },
];
