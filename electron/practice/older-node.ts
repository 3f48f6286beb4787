// What oidc-provider 9 takes for granted and Node 18.15, inside the oldest Electron that Postkey is tried in, lacks:
// `crypto.hash` (Node 20.12), `URL.parse` (22.1) and `URL.canParse` (18.17). Adds nothing that is already there.
// Hazard: a bundle copies the members of node:crypto when it loads, so this file must have run before the chunk that holds
// oidc-provider is loaded. `start-practice.ts` therefore imports this file first and the rest by `import()`.
import crypto, { type BinaryToTextEncoding, createHash } from 'node:crypto';

function hash(
  algorithm: string,
  data: string | Uint8Array,
  encoding: BinaryToTextEncoding | 'buffer' = 'hex',
): string | Buffer {
  const made = createHash(algorithm).update(data);
  return encoding === 'buffer' ? made.digest() : made.digest(encoding);
}

function parse(url: string, base?: string): URL | null {
  try {
    return new URL(url, base);
  } catch {
    return null;
  }
}

function add(to: object, name: string, value: unknown): void {
  if (!(name in to)) Object.defineProperty(to, name, { value, configurable: true, writable: true, enumerable: true });
}

add(crypto, 'hash', hash);
add(URL, 'parse', parse);
add(URL, 'canParse', (url: string, base?: string) => parse(url, base) !== null);
