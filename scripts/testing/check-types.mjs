// Checks the types of every room by that room's own tsconfig. A room that holds no source yet is passed over.
import { dirname, join } from 'node:path';
import { listFiles } from '../set-up/list-files.mjs';
import { root } from '../set-up/places.mjs';
import { oneCheck } from './count.mjs';
import { runTool } from './run-tool.mjs';

const rooms = [
  { config: 'tsconfig.json', holds: /\.config\.ts$/ },
  { config: 'shared/tsconfig.json', holds: /\.ts$/ },
  { config: 'electron/setup/tsconfig.json', holds: /\.ts$/ },
  { config: 'electron/tsconfig.json', holds: /\.ts$/ },
  { config: 'electron/tsconfig.preload.json', holds: /preload\.ts$/ },
  { config: 'renderer/tsconfig.json', holds: /\.tsx?$/ },
  { config: 'e2e/tsconfig.json', holds: /\.ts$/ },
  { config: 'scripts/tsconfig.json', holds: /\.mjs$/ },
  { config: 'tsconfig.tests.json', holds: /\.test\.tsx?$/ },
];

const sourceFolders = ['shared', 'electron', 'renderer', 'e2e', 'faults', 'scripts'];

/** @param {typeof rooms[number]} room */
function isEmpty({ config, holds }) {
  const folder = dirname(config);
  if (folder !== '.') return !listFiles(join(root, folder)).some((path) => holds.test(path));
  return !config.includes('tests')
    ? false
    : !sourceFolders.some((name) => listFiles(join(root, name)).some((path) => holds.test(path)));
}

/** @param {import('../set-up/prepare.mjs').Prepared} prepared */
export async function checkTypes(prepared) {
  let isGood = true;
  for (const room of rooms) {
    if (isEmpty(room)) continue;
    const { code } = await runTool(prepared, 'tsc', [
      '--project',
      room.config,
      '--pretty',
      String(Boolean(process.stdout.isTTY)),
    ]);
    if (code !== 0) {
      console.log(`Types are wrong by ${room.config}`);
      isGood = false;
    }
  }
  return oneCheck(isGood);
}
