#!/usr/bin/env node
// Stands in for fpm where only Debian's own tools are to be had: electron-builder calls it with fpm's arguments (CUSTOM_FPM_PATH),
// and it makes the deb with dpkg-deb. Knows what electron-builder 26.17 passes for a deb, and refuses what it does not know.
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { endWith } from '../set-up/end-with.mjs';
import { runCommand } from '../set-up/run-command.mjs';

const many = ['-d', '--deb-recommends'];
const once = [
  '-s',
  '-t',
  '--deb-compression',
  '--architecture',
  '--after-install',
  '--after-remove',
  '--description',
  '--version',
  '--package',
  '--name',
  '--maintainer',
  '--vendor',
  '--url',
  '--category',
  '--deb-priority',
  '--license',
];

/** @param {readonly string[]} args */
function readArguments(args) {
  /** @type {Record<string, string[]>} */
  const options = {};
  /** @type {{ from: string, to: string }[]} */
  const files = [];
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at] ?? '';
    if (word === '--force') continue;
    if (many.includes(word) || once.includes(word)) {
      at += 1;
      options[word] = [...(options[word] ?? []), args[at] ?? ''];
    } else if (!word.startsWith('-') && word.includes('=')) {
      const split = word.lastIndexOf('=');
      files.push({ from: word.slice(0, split), to: word.slice(split + 1) });
    } else throw new Error(`This stand-in for fpm does not know ${word}.`);
  }
  return { options, files };
}

/** @param {string} path @returns {number} kibibytes, as Installed-Size wants them */
function sizeOf(path) {
  const found = lstatSync(path);
  if (!found.isDirectory()) return Math.ceil(found.size / 1024);
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 1);
}

/** Readable by everybody whatever the builder's umask was; a program stays one. @param {string} path */
function openToAll(path) {
  const found = lstatSync(path);
  if (found.isSymbolicLink()) return;
  chmodSync(path, found.isDirectory() || found.mode & 0o100 ? 0o755 : 0o644);
  if (found.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name));
}

/** @param {string} text the first line is the synopsis; each further one is continued by a space and at most 80 long, as Debian has it */
function describe(text) {
  const [synopsis = '', ...rest] = text.split('\n').map((line) => line.trim());
  const lines = rest.flatMap((line) => line.match(/.{1,78}(?:\s|$)/gu) ?? ['.']);
  return [synopsis, ...lines.map((line) => ` ${line.trim()}`)].join('\n');
}

await endWith(async () => {
  const { options, files } = readArguments(process.argv.slice(2));
  const get = (/** @type {string} */ name) => options[name]?.[0] ?? '';
  if (get('-t') !== 'deb') throw new Error(`This stand-in for fpm makes a deb only, not "${get('-t')}".`);
  const folder = mkdtempSync(join(tmpdir(), 'postkey-deb-'));
  try {
    for (const { from, to } of files) {
      const target = join(folder, to);
      mkdirSync(dirname(target), { recursive: true });
      if (from.endsWith('/')) cpSync(from, target, { recursive: true, verbatimSymlinks: true });
      else copyFileSync(from, target);
    }
    openToAll(folder);
    const control = join(folder, 'DEBIAN');
    const size = sizeOf(folder);
    mkdirSync(control, { mode: 0o755 });
    const list = (/** @type {string} */ name) => options[name]?.join(', ') ?? '';
    const fields = [
      ['Package', get('--name')],
      ['Version', get('--version')],
      ['Architecture', get('--architecture')],
      ['Maintainer', get('--maintainer')],
      ['Section', get('--category')],
      ['Priority', get('--deb-priority')],
      ['Homepage', get('--url')],
      ['Installed-Size', `${size}`],
      ['Depends', list('-d')],
      ['Recommends', list('--deb-recommends')],
      ['Description', describe(get('--description'))],
    ];
    const text = fields.flatMap(([name, value]) => (value === '' ? [] : [`${name}: ${value}\n`])).join('');
    writeFileSync(join(control, 'control'), text);
    for (const [name, option] of /** @type {const} */ ([
      ['postinst', '--after-install'],
      ['postrm', '--after-remove'],
    ])) {
      const script = get(option);
      if (!existsSync(script)) throw new Error(`${option} names ${script}, which is not there.`);
      writeFileSync(join(control, name), readFileSync(script), { mode: 0o755 });
    }
    const compression = get('--deb-compression');
    const how = compression === 'gz' ? ['-Zgzip', '-z1'] : [`-Z${compression || 'xz'}`];
    const { code, output } = await runCommand('dpkg-deb', [
      '--root-owner-group',
      ...how,
      '--build',
      folder,
      get('--package'),
    ]);
    if (code !== 0) throw new Error(`dpkg-deb could not make the package.\n${output.trim()}`);
    console.log(`${get('--package')}: ${statSync(get('--package')).size} bytes`);
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
