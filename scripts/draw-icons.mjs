// `npm run icons`: draws every icon and installer picture anew into packaging/icons/, which is committed. Needs rsvg-convert
// (Debian: librsvg2-bin); nothing else in this repository does.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  appIcon,
  diskImageBackground,
  installerHeader,
  installerSidebar,
  macAppIcon,
  presetIcon,
} from './icons/drawings.mjs';
import { bmpOf, icnsOf, icnsSizes, icoOf } from './icons/icon-files.mjs';
import { endWith } from './set-up/end-with.mjs';
import { root } from './set-up/places.mjs';
import { runCommand } from './set-up/run-command.mjs';

const target = join(root, 'packaging', 'icons');
const icoSizes = [16, 20, 24, 32, 40, 48, 64, 128, 256];
const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512];

/** @param {string} name below packaging/icons/ @param {string | Buffer} content */
function write(name, content) {
  const path = join(target, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** @param {string} folder */
const makePainter = (folder) =>
  /**
   * @param {string} svg
   * @param {number} width pixels
   * @param {number} [height]
   * @returns {Promise<Buffer>} a PNG
   */
  async function paint(svg, width, height = width) {
    const [from, to] = [join(folder, 'drawing.svg'), join(folder, 'picture.png')];
    writeFileSync(from, svg);
    const { code, output } = await runCommand('rsvg-convert', ['-w', `${width}`, '-h', `${height}`, '-o', to, from]);
    if (code !== 0) throw new Error(`rsvg-convert did not draw (Debian has it in librsvg2-bin).\n${output}`);
    return readFileSync(to);
  };

await endWith(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'postkey-icons-'));
  const paint = makePainter(folder);
  /** @param {readonly number[]} sizes @param {(size: number) => string} drawing */
  const paintAll = async (sizes, drawing) => {
    const pictures = [];
    for (const size of sizes) pictures.push({ size, png: await paint(drawing(size), size) });
    return pictures;
  };
  try {
    rmSync(target, { recursive: true, force: true });
    for (const { size, png } of await paintAll(linuxSizes, appIcon)) write(`app/${size}x${size}.png`, png);
    for (const { size, png } of await paintAll(linuxSizes, presetIcon)) write(`preset/${size}x${size}.png`, png);
    write('app.svg', appIcon(512));
    write('preset.svg', presetIcon(512));
    write('app.ico', icoOf(await paintAll(icoSizes, appIcon)));
    write('preset.ico', icoOf(await paintAll(icoSizes, presetIcon)));
    write('app.icns', icnsOf(await paintAll(icnsSizes, macAppIcon)));
    write('preset.icns', icnsOf(await paintAll(icnsSizes, presetIcon)));
    write('installer-sidebar.bmp', bmpOf(await paint(installerSidebar(), 164, 314)));
    write('installer-header.bmp', bmpOf(await paint(installerHeader(), 150, 57)));
    write('disk-image.png', await paint(diskImageBackground(), 540, 380));
    write('disk-image@2x.png', await paint(diskImageBackground(), 1080, 760));
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
