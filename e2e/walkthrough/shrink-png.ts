// Packs a picture of the screen more tightly, pixel for pixel the same: what Chromium packs fast, this packs small.
// PNG as in https://www.w3.org/TR/png-3/ ; only the kind Chromium writes (8 bits, colour, not interlaced).
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const signatureBytes = 8;
const trueColour = 2;
const withAlpha = 6;

interface Chunk {
  readonly name: string;
  readonly data: Buffer;
}

function readChunks(png: Buffer): readonly Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = signatureBytes; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.push({ name: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return chunks;
}

function writeChunk({ name, data }: Chunk): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [toLeft, toAbove, toCorner] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}

/** Undoes the filters, in place: afterwards each line is its filter's byte and then plain pixels. */
function unfilter(lines: Buffer, stride: number, pixelBytes: number): void {
  for (let start = 0; start < lines.length; start += stride) {
    const filter = lines[start];
    for (let at = start + 1; at < start + stride; at += 1) {
      const left = at - start > pixelBytes ? (lines[at - pixelBytes] ?? 0) : 0;
      const above = start === 0 ? 0 : (lines[at - stride] ?? 0);
      const corner = start === 0 || at - start <= pixelBytes ? 0 : (lines[at - stride - pixelBytes] ?? 0);
      const guesses = [0, left, above, (left + above) >> 1, paeth(left, above, corner)];
      lines[at] = (lines[at] ?? 0) + (guesses[filter ?? 0] ?? 0);
    }
  }
}

/** The same picture in fewer bytes, without transparency, which pictures of a window do not have. */
export function shrinkPng(png: Buffer): Buffer {
  const chunks = readChunks(png);
  const header = chunks.find(({ name }) => name === 'IHDR')?.data;
  if (!header) throw new Error('Not a PNG');
  const [width, height, kind] = [header.readUInt32BE(0), header.readUInt32BE(4), header[9]];
  if (header[8] !== 8 || (kind !== trueColour && kind !== withAlpha)) return png;
  const pixelBytes = kind === withAlpha ? 4 : 3;
  const stride = 1 + width * pixelBytes;
  const lines = inflateSync(Buffer.concat(chunks.filter(({ name }) => name === 'IDAT').map(({ data }) => data)));
  unfilter(lines, stride, pixelBytes);
  const plain = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const from = y * stride + 1 + x * pixelBytes;
      lines.copy(plain, y * (1 + width * 3) + 1 + x * 3, from, from + 3);
    }
  }
  const newHeader = Buffer.from(header);
  newHeader[9] = trueColour;
  return Buffer.concat([
    png.subarray(0, signatureBytes),
    writeChunk({ name: 'IHDR', data: newHeader }),
    // Drawn pages repeat themselves exactly, which plain lines show best.
    writeChunk({ name: 'IDAT', data: deflateSync(plain, { level: 9, memLevel: 9 }) }),
    writeChunk({ name: 'IEND', data: Buffer.alloc(0) }),
  ]);
}
