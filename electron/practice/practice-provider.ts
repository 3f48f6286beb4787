// The make-believe provider: oidc-provider on plain http, on 127.0.0.1 only. Plain, because the person's own browser would
// warn about a certificate made at home, and nothing leaves this computer.
/// <reference path="./oidc-provider-core.d.ts" />
import { randomBytes } from 'node:crypto';
import type { EventEmitter } from 'node:events';
import { createServer, type Server } from 'node:http';
import { Provider } from 'oidc-provider/lib/provider.js';
import { makeProviderPlay } from './play-provider.ts';
import type { PracticeParts } from './practice.ts';
import type { PracticeStage } from './practice-stage.ts';
import type { PracticeStore } from './practice-store.ts';
import { makeProviderPages } from './provider-pages.ts';
import { makeSigningKey, providerSettings } from './provider-settings.ts';
import type { KnownToken } from './token-door.ts';

export interface PracticeProvider {
  /** `http://127.0.0.1:PORT`. */
  readonly issuer: string;
  readonly port: number;
  /** What is known of an access token, or null when it is not good (any more). */
  findToken(token: string): Promise<KnownToken | null>;
  stop(): Promise<void>;
}

export async function openProvider(
  parts: Pick<PracticeParts, 'words' | 'language' | 'direction' | 'onFault'>,
  store: PracticeStore,
  stage: PracticeStage,
  wish: number | undefined,
): Promise<PracticeProvider> {
  const server = createServer();
  server.maxConnections = 100;
  const port = await listenNear(server, wish);
  const issuer = `http://127.0.0.1:${port}`;
  const signingKey = makeSigningKey();
  const pages = makeProviderPages(parts, stage, issuer, () => provider);
  const provider: Provider = new Provider(
    issuer,
    providerSettings(store, { cookieKey: randomBytes(32).toString('hex'), signingKey }, pages.settings),
  );
  const fault = (error: Error): void => {
    if (!isWeather(error)) parts.onFault?.(error);
  };
  provider.on('server_error', (_ctx, error) => fault(error));
  // Koa prints errors to the console unless somebody listens.
  const koa: EventEmitter = provider;
  koa.on('error', fault);
  provider.on('access_token.saved', (token) => {
    if (token.gty?.endsWith('refresh_token')) stage.noteRenewed(token.jti);
  });
  // RFC 8252 section 7.3: the port is the app's choice. Practice takes any path as well.
  provider.Client.prototype.redirectUriAllowed = isLoopbackReturn;
  provider.use(pages.middleware);
  provider.use(makeProviderPlay(stage.now, signingKey));
  server.on('request', provider.callback());
  return {
    issuer,
    port,
    async findToken(token) {
      const found = await provider.AccessToken.find(token);
      return found?.accountId ? { id: found.jti, accountId: found.accountId, scopes: found.scopes } : null;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function listenNear(server: Server, wish: number | undefined): Promise<number> {
  const attempt = (port: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
        server.off('error', reject);
        resolve();
      });
    });
  try {
    await attempt(wish ?? 0);
  } catch {
    server.removeAllListeners('error');
    await attempt(0);
  }
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The practice provider has no port');
  return address.port;
}

/** A browser that went away, or an answer that was meant to be an error. */
function isWeather(error: Error & { code?: string; expose?: boolean }): boolean {
  return (
    error.expose === true ||
    ['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'ERR_STREAM_PREMATURE_CLOSE'].includes(error.code ?? '')
  );
}

function isLoopbackReturn(address: string): boolean {
  try {
    const url = new URL(address);
    return (
      url.protocol === 'http:' &&
      ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname) &&
      url.hash === '' &&
      url.username === ''
    );
  } catch {
    return false;
  }
}
