// Serves the window's own files under `app://postkey/`, with the content policy and a fresh nonce for each page. Serves nothing
// from outside its folder.
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';
import { protocol } from 'electron';

export const appOrigin = 'app://postkey';

/** The mark in renderer/index.html that becomes the nonce. */
const nonceMark = 'POSTKEY-NONCE';

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

function policy(nonce: string): string {
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

/** Must be called before Electron is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** The file a request asks for; null for anything outside the folder or of an unknown kind. */
export function fileFor(url: string, folder: string): string | null {
  let path: string;
  try {
    const { host, protocol: scheme, pathname } = new URL(url);
    if (scheme !== 'app:' || host !== 'postkey') return null;
    path = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (path.includes('\0') || path.includes('\\')) return null;
  const file = resolve(folder, `.${path === '/' ? '/index.html' : path}`);
  return file.startsWith(folder + sep) && extname(file) in kinds ? file : null;
}

/** Serves a folder from now on. */
export function serveApp(folder: string): void {
  protocol.handle('app', async ({ url, method }) => {
    const file = method === 'GET' ? fileFor(url, resolve(folder)) : null;
    if (!file) return new Response(null, { status: 404 });
    try {
      const kind = extname(file);
      const bytes = await readFile(file);
      const nonce = randomBytes(18).toString('base64');
      const headers = {
        'content-type': kinds[kind] ?? 'application/octet-stream',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        ...(kind === '.html' ? { 'content-security-policy': policy(nonce), 'cache-control': 'no-store' } : {}),
      };
      const body = kind === '.html' ? bytes.toString('utf8').replaceAll(nonceMark, nonce) : new Uint8Array(bytes);
      return new Response(body, { headers });
    } catch {
      return new Response(null, { status: 404 });
    }
  });
}
