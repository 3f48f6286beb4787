// Plays a provider's two endpoints over real https, with answers as Microsoft, Google and others were seen to give them.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';
import { httpsFetch } from '../https-fetch.test-part.ts';

export interface PlayedAnswer {
  readonly status?: number;
  readonly location?: string;
  readonly type?: string;
  readonly body?: string;
}

/** Null: no answer ever. A function writes the answer itself. */
export type Play<Asked> = (asked: Asked) => PlayedAnswer | null | ((response: ServerResponse) => void);

export interface PlayedProvider {
  readonly origin: string;
  readonly ca: string;
  page: Play<URL>;
  token: Play<URLSearchParams>;
  /** Every page that was asked for, with its query. */
  readonly pagesAsked: { readonly url: URL; readonly headers: IncomingMessage['headers'] }[];
  readonly tokensAsked: URLSearchParams[];
  stop(): Promise<void>;
}

export const backTo = (asked: URL, query: string): PlayedAnswer => ({
  status: 302,
  location: `${asked.searchParams.get('redirect_uri')}/?${query}&state=${asked.searchParams.get('state')}`,
});
export const jsonAnswer = (status: number, body: unknown): PlayedAnswer => ({
  status,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(body),
});
export const htmlAnswer = (status: number, body: string): PlayedAnswer => ({
  status,
  type: 'text/html; charset=utf-8',
  body: `<!doctype html><html lang="x"><head><title>x</title></head><body>${body}</body></html>`,
});
export const codeRefused = (): PlayedAnswer => jsonAnswer(400, { error: 'invalid_grant' });

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function give(response: ServerResponse, answer: ReturnType<Play<never>>): void {
  if (answer === null) return;
  if (typeof answer === 'function') {
    answer(response);
    return;
  }
  const { status = 200, location, type = 'text/html', body = '' } = answer;
  response.writeHead(status, { 'content-type': type, ...(location === undefined ? {} : { location }) });
  response.end(body);
}

/** POST is the token endpoint, `/.well-known` describes the provider, every other GET is the sign-in page. */
export async function playProvider(options: { readonly plain?: boolean } = {}): Promise<PlayedProvider> {
  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] },
    ],
  });
  const server = options.plain ? createServer() : createSecureServer({ key: made.private, cert: made.cert });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const origin = `${options.plain ? 'http' : 'https'}://localhost:${(server.address() as AddressInfo).port}`;
  const played: PlayedProvider = {
    origin,
    ca: made.cert,
    page: (asked) => backTo(asked, 'error=login_required'),
    token: codeRefused,
    pagesAsked: [],
    tokensAsked: [],
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  const answer = async (request: IncomingMessage): Promise<ReturnType<Play<never>>> => {
    const url = new URL(request.url ?? '', origin);
    if (request.method === 'POST') {
      const form = new URLSearchParams(await bodyOf(request));
      played.tokensAsked.push(form);
      return played.token(form);
    }
    if (url.pathname.startsWith('/.well-known/')) {
      const endpoints = { authorization_endpoint: `${origin}/authorize`, token_endpoint: `${origin}/token` };
      return jsonAnswer(200, { issuer: origin, ...endpoints, response_types_supported: ['code'] });
    }
    played.pagesAsked.push({ url, headers: request.headers });
    return played.page(url);
  };
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    void answer(request).then((given) => give(response, given));
  });
  return played;
}

/** Sends what is meant for any of the vendor's hosts to the played provider, under its own path. */
export function fetchFor(played: PlayedProvider, hosts: readonly string[]): typeof fetch {
  const real = httpsFetch(played.ca);
  return (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    return real(hosts.includes(url.host) ? `${played.origin}${url.pathname}${url.search}` : url, init);
  };
}
