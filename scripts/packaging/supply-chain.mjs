// What is inside, for those who must know: a bill of materials (CycloneDX) and every bundled library's licence. Both lie beside the
// installers and inside the package.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parts } from '../building/parts.mjs';
import { npmOnThisComputer } from '../set-up/npm-on-this-computer.mjs';
import { modulesFolder, outFolder, root } from '../set-up/places.mjs';
import { runCommand } from '../set-up/run-command.mjs';

/** @typedef {{ name: string, version: string, identifier: string | null, text?: string }} Licence as Vite writes it */

/** @returns {readonly Licence[]} of what is really bundled, each once */
function bundledLicences() {
  const read = (/** @type {string} */ name) =>
    /** @type {Licence[]} */ (JSON.parse(readFileSync(join(outFolder, name, 'licences.json'), 'utf8')));
  const all = parts.flatMap(({ name }) => read(name));
  const byName = new Map(all.map((licence) => [`${licence.name} ${licence.version}`, licence]));
  return [...byName.keys()].sort().flatMap((key) => byName.get(key) ?? []);
}

/** @param {readonly Licence[]} licences */
function licenceText(licences) {
  const line = '-'.repeat(78);
  const each = licences.map(({ name, version, identifier, text }) =>
    [line, `${name} ${version} (${identifier ?? 'see below'})`, '', text?.trim() ?? ''].join('\n'),
  );
  const own = readFileSync(join(root, 'LICENSE'), 'utf8').trim();
  const head = [
    'Postkey is licensed under the Apache License 2.0, at the end of this file. It contains the libraries below.',
    'Electron and Chromium bring their own: LICENSE.electron.txt and LICENSES.chromium.html.',
  ];
  return `${[...head, '', ...each, line, 'Postkey', '', own].join('\n')}\n`;
}

/**
 * @param {import('../set-up/prepare.mjs').Prepared} prepared
 * @param {string} path
 * @param {string} version Postkey's, as packaged
 */
async function writeBill({ node, env, electron }, path, version) {
  const tool = join(modulesFolder, '@cyclonedx', 'cyclonedx-npm', 'bin', 'cyclonedx-npm-cli.js');
  const options = ['--omit', 'dev', '--output-reproducible', '--spec-version', '1.6', '--mc-type', 'application'];
  const [npmFile] = npmOnThisComputer().args;
  const { code, output } = await runCommand(node, [tool, ...options, '--output-file', path], {
    cwd: root,
    env: { ...env, ...(npmFile ? { npm_execpath: npmFile } : {}) },
  });
  if (code !== 0) throw new Error(`The bill of materials could not be written.\n${output.trim()}`);
  const bill = JSON.parse(readFileSync(path, 'utf8'));
  bill.metadata.component.version = version;
  // npm calls Electron a tool; it is the largest part of what is shipped.
  const purl = `pkg:npm/electron@${electron.version}`;
  bill.components.push({
    type: 'framework',
    'bom-ref': purl,
    name: 'electron',
    version: electron.version,
    description: 'With Chromium and Node.js inside',
    licenses: [{ license: { id: 'MIT' } }],
    purl,
  });
  writeFileSync(path, `${JSON.stringify(bill, null, 2)}\n`);
}

/**
 * @param {import('../set-up/prepare.mjs').Prepared} prepared
 * @param {string} folder is made anew; holds `licences.txt` and `bill-of-materials.cdx.json`
 * @param {string} version
 */
export async function writeSupplyChain(prepared, folder, version) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const licences = bundledLicences();
  const nameless = licences.filter(({ identifier, text }) => !identifier && !text);
  if (nameless.length > 0) {
    throw new Error(`Without a licence: ${nameless.map(({ name }) => name).join(', ')}. They must not be shipped.`);
  }
  writeFileSync(join(folder, 'licences.txt'), licenceText(licences));
  await writeBill(prepared, join(folder, 'bill-of-materials.cdx.json'), version);
}
