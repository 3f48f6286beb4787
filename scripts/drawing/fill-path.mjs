// Fills paths on a grid of pixels: how much of each pixel lies inside, by even-odd. Knows the commands M, H, V, L, A and Z with absolute
// numbers (SVG 2, "Paths"), which is all that the drawn marks use.

/** @typedef {readonly [number, number]} Point */

/** Points along an arc of equal radii and no turn: the only kind that rounds a corner. */
const arcSteps = 12;

/** @param {Point} from @param {Point} to @param {number} radius @param {boolean} large @param {boolean} clockwise @returns {Point[]} */
function arcPoints([x1, y1], [x2, y2], radius, large, clockwise) {
  const [dx, dy] = [(x2 - x1) / 2, (y2 - y1) / 2];
  const half = Math.hypot(dx, dy);
  const r = Math.max(radius, half);
  const away = (large === clockwise ? -1 : 1) * (Math.sqrt(r * r - half * half) / half);
  const [cx, cy] = [(x1 + x2) / 2 - away * dy, (y1 + y2) / 2 + away * dx];
  const start = Math.atan2(y1 - cy, x1 - cx);
  let sweep = Math.atan2(y2 - cy, x2 - cx) - start;
  if (clockwise && sweep < 0) sweep += 2 * Math.PI;
  if (!clockwise && sweep > 0) sweep -= 2 * Math.PI;
  return Array.from({ length: arcSteps }, (_, step) => {
    const angle = start + (sweep * (step + 1)) / arcSteps;
    return /** @type {Point} */ ([cx + r * Math.cos(angle), cy + r * Math.sin(angle)]);
  });
}

/** @param {string} path @returns {Point[][]} its outlines, each closed */
export function outlinesOf(path) {
  /** @type {Point[][]} */
  const outlines = [];
  /** @type {Point[]} */
  let outline = [];
  /** @type {Point} */
  let at = [0, 0];
  /** @param {readonly Point[]} points */
  const go = (...points) => {
    outline.push(...points);
    at = points.at(-1) ?? at;
  };
  for (const [, command = '', text = ''] of path.matchAll(/([A-Z])([^A-Z]*)/g)) {
    const [a = 0, b = 0, , large = 0, clockwise = 0, x = 0, y = 0] = (text.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(
      Number,
    );
    if (command === 'M') {
      outline = [];
      outlines.push(outline);
      go([a, b]);
    } else if (command === 'L') go([a, b]);
    else if (command === 'H') go([a, at[1]]);
    else if (command === 'V') go([at[0], a]);
    else if (command === 'A') {
      go(...arcPoints(at, [x, y], a, large === 1, clockwise === 1), [x, y]);
    } else if (command !== 'Z') throw new Error(`The path has a ${command}, which nobody here can draw`);
  }
  return outlines;
}

/** In both directions, for each pixel. */
const samples = 8;

/** @param {readonly Point[][]} outlines @param {number} x @param {number} y */
function isInside(outlines, x, y) {
  let inside = false;
  for (const points of outlines) {
    for (const [index, [x1, y1]] of points.entries()) {
      const [x2, y2] = points[(index + 1) % points.length] ?? [x1, y1];
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
    }
  }
  return inside;
}

/**
 * @param {string} path on a grid of `grid` units
 * @param {number} grid
 * @param {number} size pixels in both directions
 * @returns {Float64Array} 0 to 1 for each pixel, row by row
 */
export function fillPath(path, grid, size) {
  const outlines = outlinesOf(path);
  const covered = new Float64Array(size * size);
  const step = grid / size / samples;
  for (let sampleY = 0; sampleY < size * samples; sampleY += 1) {
    for (let sampleX = 0; sampleX < size * samples; sampleX += 1) {
      if (!isInside(outlines, (sampleX + 0.5) * step, (sampleY + 0.5) * step)) continue;
      const pixel = Math.floor(sampleY / samples) * size + Math.floor(sampleX / samples);
      covered[pixel] = (covered[pixel] ?? 0) + 1 / samples ** 2;
    }
  }
  return covered;
}
