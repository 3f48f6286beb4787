// The stages that run code: the build, unit tests, injected faults, journeys in the real window, and the package.
import { buildStaleParts } from '../building/build-stale-parts.mjs';
import { oneCheck, withExitCode } from './count.mjs';
import { faultsIn, faultTable } from './fault-table.mjs';
import { readReport, withReport } from './reports.mjs';
import { runJourneys } from './run-journeys.mjs';
import { runPackageTests } from './run-package.mjs';
import { runTool } from './run-tool.mjs';

/**
 * @param {readonly string[]} wanted
 * @param {(report: any) => readonly string[]} [tell] lines to print of what was found
 * @returns {import('./static-stages.mjs').Stage['run']}
 */
const vitestRun = (wanted, tell) => (prepared, more) =>
  withReport('unit', async (path) => {
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
  { name: 'e2e', run: runJourneys },
  { name: 'package', run: runPackageTests },
];
