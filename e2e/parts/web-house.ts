// The web as a journey wants it: every host name leads to one loopback port, where each host answers as told, over TLS with a
// certificate of the run's authority or in the open. Hosts nobody spoke of hang up.
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createSecureContext, type SecureContext, TLSSocket } from 'node:tls';
import type { TestAuthority } from './test-authority.ts';

export interface WebAnswer {
  readonly status?: number;
  readonly type?: string;
  readonly location?: string;
  readonly body?: string;
  /** Takes the request and never answers. */
  readonly silent?: boolean;
  /** How long the answer takes, in milliseconds. */
  readonly afterMs?: number;
}

/** By `host/path`, as in `autoconfig.harbour.example/mail/config-v1.1.xml`, or by host alone for all its paths. */
export type Sites = Readonly<Record<string, WebAnswer>>;

export interface WebHouse {
  /** The switch that leads every name here: Chromium's `--host-resolver-rules`. */
  readonly switch: string;
  /** `https://host/path?query` of every request, in order. */
  readonly asked: readonly string[];
  readonly port: number;
  stop(): Promise<void>;
}

const firstTlsByte = 0x16;

function contextFor(authority: TestAuthority, contexts: Map<string, Promise<SecureContext>>, host: string) {
  const ready =
    contexts.get(host) ?? authority.issue([host]).then(({ cert, key }) => createSecureContext({ cert, key }));
  contexts.set(host, ready);
  return ready;
}

function answer(sites: Sites, request: IncomingMessage, response: ServerResponse): void {
  const host = (request.headers.host ?? '').replace(/:\d+$/u, '');
  const path = (request.url ?? '/').replace(/\?.*$/u, '');
  const site = sites[`${host}${path}`] ?? sites[host];
  if (!site) {
    request.socket.destroy();
    return;
  }
  if (site.silent) return;
  const headers: Record<string, string> = { 'content-type': site.type ?? 'text/xml' };
  if (site.location !== undefined) headers['location'] = site.location;
  const send = (): unknown => response.writeHead(site.status ?? 200, headers).end(site.body ?? '');
  if (site.afterMs === undefined) send();
  else setTimeout(send, site.afterMs);
}

/** Listens on a free port until stopped. */
export async function openWebHouse(authority: TestAuthority, sites: Sites): Promise<WebHouse> {
  const asked: string[] = [];
  const contexts = new Map<string, Promise<SecureContext>>();
  const sockets = new Set<Socket>();
  const web = createHttpServer((request, response) => {
    const scheme = request.socket instanceof TLSSocket ? 'https' : 'http';
    asked.push(`${scheme}://${request.headers.host ?? ''}${request.url ?? ''}`);
    answer(sites, request, response);
  });
  const secure = (socket: Socket): void => {
    const tls = new TLSSocket(socket, {
      isServer: true,
      SNICallback: (host, done) =>
        contextFor(authority, contexts, host).then(
          (context) => done(null, context),
          (error: Error) => done(error),
        ),
    });
    tls.on('error', () => tls.destroy());
    web.emit('connection', tls);
  };
  const door: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.once('readable', () => {
      const first: Buffer | null = socket.read(1);
      if (first === null) return;
      socket.unshift(first);
      if (first[0] === firstTlsByte) secure(socket);
      else web.emit('connection', socket);
    });
  });
  await new Promise<void>((done) => door.listen(0, '127.0.0.1', done));
  const { port } = door.address() as AddressInfo;
  return {
    switch: `--host-resolver-rules=MAP * 127.0.0.1:${port},EXCLUDE localhost,EXCLUDE 127.0.0.1`,
    asked,
    port,
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((done) => door.close(() => done()));
    },
  };
}
