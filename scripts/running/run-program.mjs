// Prepares, builds and then runs a program of e2e/ in a desktop session. Its arguments and exit code pass through.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildStaleParts } from '../building/build-stale-parts.mjs';
import { root } from '../set-up/places.mjs';
import { prepare } from '../set-up/prepare.mjs';
import { runCommand } from '../set-up/run-command.mjs';
import { inTestSession } from './test-session.mjs';

/**
 * @param {string} program a TypeScript file, as a path from the checkout
 * @param {readonly string[]} args
 * @returns {Promise<number>}
 */
export async function runProgram(program, args) {
  if (!existsSync(join(root, program))) throw new Error(`${program} is not there.`);
  const prepared = await prepare('tests');
  if (!(await buildStaleParts(prepared))) return 1;
  return inTestSession(prepared.env, async ({ prefix, env }) => {
    // Node 22 before 22.18 reads TypeScript only when asked to.
    const node = [prepared.node, '--experimental-strip-types', '--disable-warning=ExperimentalWarning'];
    const [command = '', ...rest] = [...prefix, ...node, join(root, program), ...args];
    return (await runCommand(command, rest, { env, show: true })).code;
  });
}
