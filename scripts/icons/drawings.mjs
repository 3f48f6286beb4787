// Postkey's pictures as SVG: the app, its preset files, and what installers show. The one source of every icon that is committed
// under packaging/icons/. Draws nothing itself.

const pine = '#0a4f42';
const rail = '#08332b';
const paper = '#f3faf4';
const brass = '#e6b955';
const edge = '#75857d';

/** @typedef {{ ground: string, blade: string, envelope: string, flap: string, flapWidth: number }} Mark paths on a square grid */

/** @type {Mark} grid of 512 */
const large = {
  ground: 'M116 0H396C460 0 512 52 512 116V396C512 460 460 512 396 512H116C52 512 0 460 0 396V116C0 52 52 0 116 0Z',
  blade:
    'M231 286H281V314H333A8 8 0 0 1 341 322V344A8 8 0 0 1 333 352H281V376H315A8 8 0 0 1 323 384V406A8 8 0 0 1 315 414H281V434L267 448H245L231 434Z',
  envelope: 'M124 66H388A40 40 0 0 1 428 106V246A40 40 0 0 1 388 286H124A40 40 0 0 1 84 246V106A40 40 0 0 1 124 66Z',
  flap: 'M132 116L256 198L380 116',
  flapWidth: 38,
};

/** @type {Readonly<Record<number, Mark>>} on whole pixels: scaled, these two sizes would blur */
const onPixels = {
  16: {
    ground:
      'M3.5 0H12.5A3.5 3.5 0 0 1 16 3.5V12.5A3.5 3.5 0 0 1 12.5 16H3.5A3.5 3.5 0 0 1 0 12.5V3.5A3.5 3.5 0 0 1 3.5 0Z',
    blade: 'M7 9H9V10H12V11H9V12H11V13H9V14H7Z',
    envelope: 'M3 2H13A1 1 0 0 1 14 3V8A1 1 0 0 1 13 9H3A1 1 0 0 1 2 8V3A1 1 0 0 1 3 2Z',
    flap: 'M3.7 3.4L8 6.4L12.3 3.4',
    flapWidth: 1.5,
  },
  20: {
    ground:
      'M4.5 0H15.5A4.5 4.5 0 0 1 20 4.5V15.5A4.5 4.5 0 0 1 15.5 20H4.5A4.5 4.5 0 0 1 0 15.5V4.5A4.5 4.5 0 0 1 4.5 0Z',
    blade: 'M9 11H11V12H15V14H11V15H14V16H11V18H9Z',
    envelope: 'M4 3H16A1 1 0 0 1 17 4V10A1 1 0 0 1 16 11H4A1 1 0 0 1 3 10V4A1 1 0 0 1 4 3Z',
    flap: 'M4.7 4.6L10 8.3L15.3 4.6',
    flapWidth: 1.8,
  },
};

/** @param {Mark} mark */
const drawn = ({ blade, envelope, flap, flapWidth, ground }) =>
  `<path fill="${pine}" d="${ground}"/><path fill="${brass}" d="${blade}"/><path fill="${paper}" d="${envelope}"/>` +
  `<path fill="none" stroke="${pine}" stroke-width="${flapWidth}" stroke-linecap="round" stroke-linejoin="round" d="${flap}"/>`;

/** @param {number} width @param {number} height @param {string} inside */
const svg = (width, height, inside) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${inside}</svg>\n`;

/** @param {number} size pixels of one side; what is drawn depends on it */
export function appIcon(size) {
  const small = onPixels[size];
  return small ? svg(size, size, drawn(small)) : svg(512, 512, drawn(large));
}

/** macOS draws app icons on a tile of 824 in 1024, so that all stand equally large in the Dock. */
export function macAppIcon() {
  return svg(1024, 1024, `<g transform="translate(100 100) scale(${824 / 512})">${drawn(large)}</g>`);
}

/** A sheet with a turned corner and the app's icon on it. @param {number} size */
export function presetIcon(size) {
  if (size <= 20) {
    // The sheet with an envelope on whole pixels; the blade would be a smudge.
    const at = (size - 16) / 2;
    const inside =
      `<path fill="${paper}" stroke="${edge}" d="M3.5 .5H9.5L13.5 4.5V15.5H3.5Z"/><path fill="none" stroke="${edge}" d="M9.5 .5V4.5H13.5"/>` +
      `<path fill="${pine}" d="M5 7H12V12H5Z"/><path fill="none" stroke="${paper}" d="M5.5 7.5L8.5 10L11.5 7.5"/>`;
    return svg(size, size, `<g transform="translate(${at} ${at})">${inside}</g>`);
  }
  return svg(
    512,
    512,
    `<path fill="${paper}" stroke="${edge}" stroke-width="14" stroke-linejoin="round" d="M104 20H304L424 140V476A16 16 0 0 1 408 492H104A16 16 0 0 1 88 476V36A16 16 0 0 1 104 20Z"/>` +
      `<path fill="#d6ddd6" stroke="${edge}" stroke-width="14" stroke-linejoin="round" d="M304 20V124A16 16 0 0 0 320 140H424Z"/>` +
      `<g transform="translate(146 206) scale(.43)">${drawn(large)}</g>`,
  );
}

/** The key with twelve teeth, as the checklist becomes one. Windows' installer shows it beside its first and last page. */
export function installerSidebar() {
  const teeth = Array.from({ length: 12 }, (_, at) => {
    const [y, width] = [122 + at * 13, at % 3 === 1 ? 26 : 18];
    return `<rect x="88" y="${y}" width="${width}" height="7" rx="1.5"/>`;
  });
  return svg(
    164,
    314,
    `<rect width="164" height="314" fill="${rail}"/><g fill="${brass}"><path d="M76 100H90V282L85 290H81L76 282Z"/>${teeth.join('')}</g>` +
      `<rect x="34" y="36" width="96" height="66" rx="11" fill="${paper}"/>` +
      `<path fill="none" stroke="${rail}" stroke-width="10" stroke-linecap="round" stroke-linejoin="round" d="M47 50L82 74L117 50"/>`,
  );
}

/** The top of the other pages of Windows' installer, which are white. */
export function installerHeader() {
  return svg(
    150,
    57,
    `<rect width="150" height="57" fill="#fff"/><g transform="translate(100 8) scale(${40 / 512})">${drawn(large)}</g>`,
  );
}

/** Behind the two icons of macOS's disk image: the way from one to the other. */
export function diskImageBackground() {
  return svg(
    540,
    380,
    `<rect width="540" height="380" fill="#fdfefb"/><rect width="540" height="8" fill="${pine}"/>` +
      `<path fill="none" stroke="#c79534" stroke-width="6" stroke-linecap="round" stroke-linejoin="round" d="M232 200H306M290 184L308 200L290 216"/>`,
  );
}
