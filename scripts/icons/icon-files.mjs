// The containers that systems want their icons in, made of pictures that are there already. Windows and macOS both take PNG inside.
import { inflateSync } from 'node:zlib';

/** @typedef {{ size: number, png: Buffer }} Picture */

/**
 * Windows' icon file: a directory of pictures (learn.microsoft.com, "Icons").
 * @param {readonly Picture[]} pictures up to 256 pixels
 */
export function icoOf(pictures) {
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  for (const [at, { size, png }] of pictures.entries()) {
    const entry = 6 + 16 * at;
    // 0 stands for 256.
    head.writeUInt8(size % 256, entry);
    head.writeUInt8(size % 256, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(png.length, entry + 8);
    head.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)]);
}

/** Apple's names for PNG pictures by pixels; two names for one size are for screens of one and of two pixels a point. */
const icnsNames = /** @type {const} */ ([
  ['icp4', 16],
  ['icp5', 32],
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
]);

export const icnsSizes = [...new Set(icnsNames.map(([, size]) => size))];

/** @param {readonly Picture[]} pictures of every size in `icnsSizes` */
export function icnsOf(pictures) {
  const parts = icnsNames.map(([name, wanted]) => {
    const picture = pictures.find(({ size }) => size === wanted);
    if (!picture) throw new Error(`An .icns file needs a picture of ${wanted} pixels.`);
    const head = Buffer.alloc(8, name, 'latin1');
    head.writeUInt32BE(picture.png.length + 8, 4);
    return Buffer.concat([head, picture.png]);
  });
  const head = Buffer.alloc(8, 'icns', 'latin1');
  head.writeUInt32BE(8 + parts.reduce((sum, part) => sum + part.length, 0), 4);
  return Buffer.concat([head, ...parts]);
}

/** @param {number} left @param {number} up @param {number} upLeft the PNG specification's "Paeth predictor" */
function predict(left, up, upLeft) {
  const [toLeft, toUp, toUpLeft] = [Math.abs(up - upLeft), Math.abs(left - upLeft), Math.abs(left + up - 2 * upLeft)];
  if (toLeft <= toUp && toLeft <= toUpLeft) return left;
  return toUp <= toUpLeft ? up : upLeft;
}

/** @param {Buffer} png eight bits a channel, opaque, not interlaced: what rsvg-convert writes of an opaque drawing */
function pixelsOf(png) {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  if (png[24] !== 8 || png[25] !== 2 || png[28] !== 0) throw new Error('This kind of PNG is not expected here.');
  const data = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const [raw, stride] = [inflateSync(Buffer.concat(data)), width * 3];
  const pixels = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x;
      const left = x < 3 ? 0 : (pixels[at - 3] ?? 0);
      const up = y === 0 ? 0 : (pixels[at - stride] ?? 0);
      const upLeft = x < 3 || y === 0 ? 0 : (pixels[at - stride - 3] ?? 0);
      const guesses = [0, left, up, (left + up) >> 1, predict(left, up, upLeft)];
      pixels[at] = (raw[y * (stride + 1) + 1 + x] ?? 0) + (guesses[filter ?? 0] ?? 0);
    }
  }
  return { width, height, pixels };
}

/** A bitmap without transparency, which is all that Windows' installer can show. @param {Buffer} png opaque */
export function bmpOf(png) {
  const { width, height, pixels } = pixelsOf(png);
  const stride = Math.ceil((width * 3) / 4) * 4;
  const file = Buffer.alloc(54 + stride * height);
  file.write('BM', 0, 'latin1');
  file.writeUInt32LE(file.length, 2);
  file.writeUInt32LE(54, 10);
  file.writeUInt32LE(40, 14);
  file.writeInt32LE(width, 18);
  file.writeInt32LE(height, 22);
  file.writeUInt16LE(1, 26);
  file.writeUInt16LE(24, 28);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const from = (y * width + x) * 3;
      const [red = 0, green = 0, blue = 0] = pixels.subarray(from, from + 3);
      // Bottom row first, blue first.
      file.set([blue, green, red], 54 + (height - 1 - y) * stride + x * 3);
    }
  }
  return file;
}
