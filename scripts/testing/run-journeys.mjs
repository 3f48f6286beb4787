// The stage that drives the real window. Where no person's screen is used, journeys and pages have a screen, a message bus and a key
// store each and run beside each other: most of their time is waiting.
import { inTestSession } from '../running/test-session.mjs';
import { hasDisplay, root } from '../set-up/places.mjs';
import { runCommand } from '../set-up/run-command.mjs';
import { addUp, withExitCode } from './count.mjs';
import { readReport, withReport } from './reports.mjs';
import { toolPath } from './run-tool.mjs';

/** As `playwright.config.ts` names them. The third, the package's, has a stage of its own. */
const projects = ['journeys', 'screens'];

/**
 * @param {import('../set-up/prepare.mjs').Prepared} prepared
 * @param {readonly string[]} more
 * @param {number} place sessions beside each other look for a screen's number in ranges of their own
 */
export function runPlaywright(prepared, more, place) {
  return withReport(`journeys-${place}`, (path) =>
    inTestSession(
      prepared.env,
      async ({ prefix, env }) => {
        const args = ['test', '--pass-with-no-tests', '--reporter=list,json', ...more];
        const [command = '', ...rest] = [...prefix, prepared.node, toolPath('playwright'), ...args];
        const { code } = await runCommand(command, rest, {
          cwd: root,
          env: {
            ...env,
            PLAYWRIGHT_JSON_OUTPUT_FILE: path,
            PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
            // Two that rewrite their lines would rewrite each other's.
            PLAYWRIGHT_FORCE_TTY: '0',
          },
          show: true,
        });
        const count = readReport(path, ({ stats }) => ({
          passed: stats.expected + stats.flaky,
          failed: stats.unexpected,
          skipped: stats.skipped,
        }));
        return withExitCode(count, code);
      },
      place,
    ),
  );
}

/** @type {import('./static-stages.mjs').Stage['run']} */
export async function runJourneys(prepared, more) {
  if (more.length > 0) return runPlaywright(prepared, more, 0);
  const chosen = projects.map((name) => `--project=${name}`);
  if (hasDisplay) return runPlaywright(prepared, chosen, 0);
  return addUp(await Promise.all(chosen.map((project, place) => runPlaywright(prepared, [project], place))));
}
