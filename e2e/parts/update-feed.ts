// A feed of newer versions on loopback, as electron-builder publishes it and as the makers sign it; what lies there can be changed at any time.
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TestAuthority } from './test-authority.ts';

export interface UpdateFeed {
  readonly url: string;
  /** As a policy names it. */
  readonly key: string;
  /** Files asked for, in order. */
  readonly asked: readonly string[];
  /** Publishes a version whose program is `file`. `sent`: what is sent instead. `forged`: somebody else signs. */
  publish(version: string, file: string, but?: { readonly sent?: string; readonly forged?: boolean }): void;
  stop(): Promise<void>;
}

export async function openUpdateFeed(authority: TestAuthority): Promise<UpdateFeed> {
  const makers = generateKeyPairSync('ed25519');
  const { x = '' } = makers.publicKey.export({ format: 'jwk' });
  const lying = new Map<string, string>();
  const asked: string[] = [];
  const server = createServer({ cert: authority.server.cert, key: authority.server.key }, (request, response) => {
    const name = (request.url ?? '').replace(/^\/|\?.*$/gu, '');
    asked.push(name);
    const text = lying.get(name);
    if (text === undefined) response.writeHead(404).end();
    else response.end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `https://localhost:${(server.address() as AddressInfo).port}/`,
    key: Buffer.from(x, 'base64url').toString('base64'),
    asked,
    publish(version, file, { sent = file, forged = false } = {}) {
      const name = `Postkey-${version}.AppImage`;
      const sha512 = createHash('sha512').update(file).digest('base64');
      const size = Buffer.byteLength(file);
      const feed = `version: ${version}\nfiles:\n  - url: ${name}\n    sha512: ${sha512}\n    size: ${size}\npath: ${name}\nsha512: ${sha512}\nreleaseNotes: <p>A <b>bridge</b></p>\n`;
      const by = forged ? generateKeyPairSync('ed25519').privateKey : makers.privateKey;
      lying.set('latest-linux.yml', feed);
      lying.set('latest-linux.yml.sig', `${sign(null, Buffer.from(feed), by).toString('base64')}\n`);
      lying.set(name, sent);
    },
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
