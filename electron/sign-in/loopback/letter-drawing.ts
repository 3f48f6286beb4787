// Draws the letter's franking: postmark, waves, stamp, and for a letter that came back the "returned" arrow. SVG without any
// resource, script or inline style; colours are classes of the page's one style sheet.
import { escapeHtml } from './escape-html.ts';

export interface Franking {
  readonly postmark: 'arrived' | 'returned';
  /** ARRIVED or RETURNED in the page's language; stands along the ring. */
  readonly word: string;
  readonly time: string;
  readonly date: string;
  readonly direction: 'ltr' | 'rtl';
}

/** The letter's own grid, in CSS pixels at full size. */
const letterWidth = 440;
const letterHeight = 262;
const ring = { x: 263, y: 81, outer: 54.5, inner: 36 };
const stamp = { x: 323, y: 29, width: 78, height: 96 };

/** Decoration: the letter itself carries the description. */
export function drawFranking(franking: Franking): string {
  const rtl = franking.direction === 'rtl';
  const place = (x: number, width = 0) => (rtl ? letterWidth - x - width : x);
  const mirror = rtl ? ` transform="translate(${letterWidth} 0) scale(-1 1)"` : '';
  return [
    `<svg class="franking" viewBox="0 0 ${letterWidth} ${letterHeight}" aria-hidden="true" focusable="false">`,
    drawStamp(place(stamp.x, stamp.width)),
    `<g class="ink"${mirror}>${drawWaves()}${franking.postmark === 'returned' ? drawReturnMark() : ''}</g>`,
    drawPostmark(place(ring.x), franking),
    '</svg>',
  ].join('');
}

function drawStamp(x: number): string {
  const { y, width, height } = stamp;
  return [
    `<rect class="paper" x="${x}" y="${y}" width="${width}" height="${height}"/>`,
    // Round dashes in the letter's colour, six apart, bite the perforation; both sides are multiples of six.
    `<rect class="holes" x="${x}" y="${y}" width="${width}" height="${height}"/>`,
    `<rect class="frame" x="${x + 7}" y="${y + 7}" width="${width - 14}" height="${height - 14}" rx="1"/>`,
    `<g transform="translate(${x + 21} ${y + 26})">`,
    '<path class="blade" d="M15.5 20H20.5V26H26.5V30H20.5V33H24.5V37H20.5V41L18 44L15.5 41Z"/>',
    '<rect class="envelope" width="37" height="24" rx="4.5"/>',
    '<path class="flap" d="M5.5 6L18.5 14.5L31.5 6"/>',
    '</g>',
  ].join('');
}

function drawWaves(): string {
  const wave = (x: number, y: number) => `M${x} ${y}q16.6-14.4 33.2 0t33.2 0t33.2 0`;
  return `<path d="${wave(314, 57)}${wave(320, 73)}${wave(320, 89)}${wave(314, 105)}"/>`;
}

function drawReturnMark(): string {
  return '<g transform="rotate(-5 87 74)"><rect x="41" y="48" width="92" height="52" rx="6"/><path d="M62 66H103A11 11 0 0 1 103 88H84M72 56L62 66L72 76"/></g>';
}

function drawPostmark(x: number, franking: Franking): string {
  const { y, outer, inner } = ring;
  const arc = (radius: number, sweep: 0 | 1) =>
    `M${x - radius} ${y}A${radius} ${radius} 0 0 ${sweep} ${x + radius} ${y}`;
  const along = (id: string, text: string) =>
    `<text class="ring${text.length > 9 ? ' long' : ''}"><textPath href="#${id}" startOffset="50%">${escapeHtml(text)}</textPath></text>`;
  return [
    '<g class="postmark">',
    `<defs><path id="above" d="${arc(41.3, 1)}"/><path id="below" d="${arc(49.4, 0)}"/></defs>`,
    `<g class="ink"><circle cx="${x}" cy="${y}" r="${outer}"/><circle cx="${x}" cy="${y}" r="${inner}"/></g>`,
    along('above', franking.word),
    along('below', 'POSTKEY'),
    `<text class="time" x="${x}" y="${y + 0.5}">${escapeHtml(franking.time)}</text>`,
    `<text class="date${franking.date.length > 8 ? ' long' : ''}" x="${x}" y="${y + 16}">${escapeHtml(franking.date)}</text>`,
    '</g>',
  ].join('');
}

const iconShapes = [
  '<path fill="#0a4f42" d="M116 0H396C460 0 512 52 512 116V396C512 460 460 512 396 512H116C52 512 0 460 0 396V116C0 52 52 0 116 0Z"/>',
  '<path fill="#e6b955" d="M231 286H281V314H333A8 8 0 0 1 341 322V344A8 8 0 0 1 333 352H281V376H315A8 8 0 0 1 323 384V406A8 8 0 0 1 315 414H281V434L267 448H245L231 434Z"/>',
  '<path fill="#f3faf4" d="M124 66H388A40 40 0 0 1 428 106V246A40 40 0 0 1 388 286H124A40 40 0 0 1 84 246V106A40 40 0 0 1 124 66Z"/>',
  '<path fill="none" stroke="#0a4f42" stroke-width="38" stroke-linecap="round" stroke-linejoin="round" d="M132 116L256 198L380 116"/>',
].join('');

/** The app's icon, in its own colours in every theme: it is what the person looks for on their screen. */
export const appIcon = `<svg class="icon" viewBox="0 0 512 512" aria-hidden="true" focusable="false">${iconShapes}</svg>`;

/** The same as the tab's picture; without one a browser would ask us for `/favicon.ico`. */
export const tabIcon = `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512">${iconShapes}</svg>`)}`;
