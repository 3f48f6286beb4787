// Starts one of the installed tools with the Node they need, showing what it says.
import { join } from 'node:path';
import { modulesFolder, root } from '../set-up/places.mjs';
import { runCommand } from '../set-up/run-command.mjs';

const tools = {
  biome: '@biomejs/biome/bin/biome',
  tsc: 'typescript/bin/tsc',
  depcruise: 'dependency-cruiser/bin/dependency-cruiser.mjs',
  knip: 'knip/bin/knip.js',
  vitest: 'vitest/vitest.mjs',
  playwright: '@playwright/test/cli.js',
};

/** @typedef {keyof typeof tools} Tool */

/** @param {Tool} tool */
export const toolPath = (tool) => join(modulesFolder, ...tools[tool].split('/'));

/**
 * @param {import('../set-up/prepare.mjs').Prepared} prepared
 * @param {Tool} tool
 * @param {readonly string[]} args
 * @param {{ show?: boolean, env?: NodeJS.ProcessEnv }} [options]
 */
export function runTool(prepared, tool, args, { show = true, env = prepared.env } = {}) {
  return runCommand(prepared.node, [toolPath(tool), ...args], { cwd: root, env, show });
}
