// Finds the npm that came with this computer's Node, as a program to start. Fetches nothing.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** @returns {string | undefined} npm's own start file */
function findNpmFile() {
  const besideNode = dirname(process.execPath);
  return [
    process.env.npm_execpath,
    join(besideNode, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(besideNode, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    '/usr/share/nodejs/npm/bin/npm-cli.js',
  ].find((path) => path?.endsWith('npm-cli.js') && existsSync(path));
}

/** @returns {{ command: string, args: string[], major: number }} */
export function npmOnThisComputer() {
  const file = findNpmFile();
  if (!file) return { command: process.platform === 'win32' ? 'npm.cmd' : 'npm', args: [], major: 0 };
  const { version } = JSON.parse(readFileSync(join(dirname(file), '..', 'package.json'), 'utf8'));
  return { command: process.execPath, args: [file], major: Number.parseInt(version, 10) };
}
