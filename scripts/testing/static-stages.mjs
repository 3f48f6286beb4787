// The stages that look at the sources without running them. Each counts as one check.
import { checkImportRules } from './check-import-rules.mjs';
import { checkTypes } from './check-types.mjs';
import { oneCheck } from './count.mjs';
import { runTool } from './run-tool.mjs';

/** @typedef {import('../set-up/prepare.mjs').Prepared} Prepared */
/** @typedef {{ name: string, run: (prepared: Prepared, more: readonly string[]) => Promise<import('./count.mjs').Count> }} Stage */

const maxShown = '--max-diagnostics=60';

/** @param {import('./run-tool.mjs').Tool} tool @param {readonly string[]} args @returns {Stage['run']} */
const runAsOneCheck = (tool, args) => async (prepared, more) =>
  oneCheck((await runTool(prepared, tool, [...args, ...more])).code === 0);

/** @type {readonly Stage[]} */
export const staticStages = [
  { name: 'format', run: runAsOneCheck('biome', ['format', maxShown]) },
  {
    name: 'lint',
    run: runAsOneCheck('biome', [
      'check',
      '--formatter-enabled=false',
      '--enforce-assist=true',
      '--error-on-warnings',
      maxShown,
    ]),
  },
  { name: 'types', run: checkTypes },
  { name: 'imports', run: checkImportRules },
  { name: 'unused', run: runAsOneCheck('knip', ['--no-progress', '--no-config-hints']) },
];
