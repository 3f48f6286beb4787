// Which file of the window a request gets, and under which policy. Pure; answers nothing from outside the folder.
import { extname, resolve, sep } from 'node:path';

export const appOrigin = 'app://postkey';

const kinds: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};

/** The mark in renderer/index.html that becomes the nonce. */
const nonceMark = 'POSTKEY-NONCE';

/** The file a request asks for; null for anything outside the folder or of an unknown kind. `folder` is absolute. */
export function fileFor(url: string, folder: string): string | null {
  let path: string;
  try {
    const { protocol, host, pathname } = new URL(url);
    if (`${protocol}//${host}` !== appOrigin) return null;
    path = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (/[\0\\:]/u.test(path) || path.split('/').some((part) => part.startsWith('.'))) return null;
  const file = resolve(folder, `.${path === '/' ? '/index.html' : path}`);
  return file.startsWith(folder + sep) && Object.hasOwn(kinds, extname(file)) ? file : null;
}

/** `nonce`: fresh for each page, base64. */
export function contentPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

export interface ServedFile {
  readonly body: string | Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
}

/** What goes to the window: a page gets the nonce and the policy, everything its kind. */
export function servedFile(file: string, bytes: Uint8Array, nonce: string): ServedFile {
  const kind = extname(file);
  const headers = {
    'content-type': kinds[kind] ?? 'application/octet-stream',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    // A picture or style opened as a page of its own may do nothing at all.
    'content-security-policy': kind === '.html' ? contentPolicy(nonce) : "default-src 'none'; frame-ancestors 'none'",
  };
  if (kind !== '.html') return { body: bytes, headers };
  const page = new TextDecoder().decode(bytes).replaceAll(nonceMark, nonce);
  return { body: page, headers: { ...headers, 'cache-control': 'no-store' } };
}
