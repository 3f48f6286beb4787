// Checks who imports whom (.dependency-cruiser.cjs), and that no source file was overlooked: without its parser
// dependency-cruiser looks at nothing and finds no fault.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { listFiles } from '../set-up/list-files.mjs';
import { cacheFolder, root } from '../set-up/places.mjs';
import { oneCheck } from './count.mjs';
import { runTool } from './run-tool.mjs';

const rooms = ['shared', 'electron', 'renderer', 'e2e', 'faults', 'scripts'];
const isSource = (/** @type {string} */ path) => /\.(ts|tsx|mjs|cjs)$/.test(path) && !path.endsWith('.d.ts');

/** @typedef {{ rule: { name: string, severity: string }, from: string, to: string, cycle?: { name: string }[] }} Violation */

/** @param {Violation} violation */
function describe({ rule, from, to, cycle }) {
  const road = cycle ? [from, ...cycle.map(({ name }) => name)].join(' → ') : `${from} → ${to}`;
  return `  ${rule.name}: ${rule.name === 'no-orphans' ? from : road}`;
}

/** @param {import('../set-up/prepare.mjs').Prepared} prepared */
export async function checkImportRules(prepared) {
  const resultPath = join(cacheFolder, `import-rules-${process.pid}.json`);
  mkdirSync(cacheFolder, { recursive: true });
  const folders = rooms.filter((room) => existsSync(join(root, room)));
  try {
    const { code, output } = await runTool(
      prepared,
      'depcruise',
      ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', '--output-to', resultPath, ...folders],
      { show: false },
    );
    if (!existsSync(resultPath)) {
      console.log(`dependency-cruiser ended with ${code}.\n${output.trim()}`);
      return oneCheck(false);
    }
    const { modules, summary } = JSON.parse(readFileSync(resultPath, 'utf8'));
    const seen = new Set(modules.map((/** @type {{ source: string }} */ module) => module.source));
    const overlooked = folders
      .flatMap((folder) => listFiles(join(root, folder)))
      .map((path) => relative(root, path).split(sep).join('/'))
      .filter((path) => isSource(path) && !seen.has(path));
    const violations = /** @type {Violation[]} */ (summary.violations);
    for (const violation of violations) console.log(describe(violation));
    for (const path of overlooked) console.log(`  not looked at: ${path}`);
    console.log(`${seen.size} files looked at, ${violations.length} rules broken`);
    return oneCheck(violations.length === 0 && overlooked.length === 0 && seen.size > 0);
  } finally {
    rmSync(resultPath, { force: true });
  }
}
