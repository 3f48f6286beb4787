// Serves the window's own files under `app://postkey/`, with the content policy and a fresh nonce for each page.
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { protocol } from 'electron';
import { fileFor, servedFile } from './app-files.ts';

/** Must be called before Electron is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves a folder from now on. */
export function serveApp(folder: string): void {
  const root = resolve(folder);
  protocol.handle('app', async ({ url, method }) => {
    const file = method === 'GET' ? fileFor(url, root) : null;
    if (file === null) return new Response(null, { status: 404 });
    try {
      const { body, headers } = servedFile(file, await readFile(file), randomBytes(18).toString('base64'));
      return new Response(typeof body === 'string' ? body : new Uint8Array(body), { headers });
    } catch {
      return new Response(null, { status: 404 });
    }
  });
}
