// `node scripts/draw-tray.mjs`: draws the tray's marks anew into electron/desktop/pictures/tray, which the build copies. The result is
// kept in the repository; run it when a drawing or a colour changes.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fillPath } from './drawing/fill-path.mjs';
import { writePng } from './drawing/write-png.mjs';
import { root } from './set-up/places.mjs';

const grid = 16;
/** Pixels: Windows and macOS 16, KDE 22, others 24, and twice as many on sharp screens. */
const sizes = [16, 22, 24, 32, 44, 48];

/** A key standing upright whose head is an envelope. */
const mark =
  'M2.5 1.5H13.5A1.5 1.5 0 0 1 15 3V8A1.5 1.5 0 0 1 13.5 9.5H9V10.5H12V11.75H9V13H11V14.25H9V15H7V9.5H2.5A1.5 1.5 0 0 1 1 8V3A1.5 1.5 0 0 1 2.5 1.5Z' +
  'M2.9 3.3L2.1 4.45L6.9 7.65A2 2 0 0 0 9.1 7.65L13.9 4.45L13.1 3.3L8.4 6.4A.7 .7 0 0 1 7.6 6.4Z';

/**
 * In the lower far corner, each with the gap around it that keeps it apart from the mark, and takes the blade's rest along: a luggage tag with its hole, and a stop sign
 * with its bar.
 */
const signs = {
  well: null,
  'needs-you': {
    shape: 'M8 9H12.6L16 12.5L12.6 16H8ZM9.4 11.6V13.4H11.2V11.6Z',
    gap: 'M6.5 8H13L17 12V13L13 17H6.5Z',
  },
  stopped: {
    shape: 'M10.35 8H13.65L16 10.35V13.65L13.65 16H10.35L8 13.65V10.35ZM9.5 11.25V12.75H14.5V11.25Z',
    gap: 'M9.9 7H14.1L17 9.9V14.1L14.1 17H6.5V9.5H7.4Z',
  },
};

/** By the panel they stand on: the mark's ink, the tag's brass, the octagon's red. */
const colours = {
  light: { well: '#132420', 'needs-you': '#b78229', stopped: '#ae2e2a' },
  dark: { well: '#f3faf4', 'needs-you': '#e6b955', stopped: '#f2857b' },
};

/** @param {string} colour */
const bytesOf = (colour) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

/** @param {keyof typeof signs} health @param {keyof typeof colours} panel @param {number} size */
function draw(health, panel, size) {
  const pixels = new Uint8Array(size * size * 4);
  const sign = signs[health];
  const body = fillPath(mark, grid, size);
  const gap = sign && fillPath(sign.gap, grid, size);
  const shape = sign && fillPath(sign.shape, grid, size);
  const [ink, tone] = [bytesOf(colours[panel].well), bytesOf(colours[panel][health])];
  for (const [pixel, covered] of body.entries()) {
    const below = covered * (1 - (gap?.[pixel] ?? 0));
    const above = shape?.[pixel] ?? 0;
    const alpha = above + below * (1 - above);
    if (alpha === 0) continue;
    const mixed = ink.map((part, at) => Math.round(((tone[at] ?? 0) * above + part * below * (1 - above)) / alpha));
    pixels.set([...mixed, Math.round(alpha * 255)], pixel * 4);
  }
  return writePng(size, pixels);
}

const folder = join(root, 'electron', 'desktop', 'pictures', 'tray');
mkdirSync(folder, { recursive: true });
for (const health of /** @type {(keyof typeof signs)[]} */ (Object.keys(signs))) {
  for (const panel of /** @type {(keyof typeof colours)[]} */ (Object.keys(colours))) {
    for (const size of sizes) writeFileSync(join(folder, `${health}-${panel}-${size}.png`), draw(health, panel, size));
  }
}
