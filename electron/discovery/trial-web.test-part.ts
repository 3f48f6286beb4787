// A web for the tests on one loopback port, and the GET that leads every name there: real sockets, in the open behind whatever
// scheme is asked for. Never used outside tests.
import { createServer, type IncomingMessage, type RequestListener, request, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { GetOnce } from '../setup/get-once.ts';

export type Answer = string | ((request: IncomingMessage, response: ServerResponse) => void);

/** By address without query, `https://autoconfig.harbour.example/mail/config-v1.1.xml`, or by `https://host` for all its paths. */
export type Sites = Readonly<Record<string, Answer>>;

export interface TrialWeb {
  readonly getOnce: GetOnce;
  /** Addresses in the order they were asked for. */
  readonly asked: readonly string[];
  /** Of every request: what was sent besides the address. */
  readonly headers: readonly IncomingMessage['headers'][];
  /** Connections that are open at this moment. */
  open(): number;
  stop(): Promise<void>;
}

const schemeHeader = 'x-trial-scheme';

export const redirectTo =
  (location: string, status = 302): Answer =>
  (_request, response) =>
    void response.writeHead(status, { location }).end();
export const status =
  (code: number, body = ''): Answer =>
  (_request, response) =>
    void response.writeHead(code).end(body);
export const silent: Answer = () => undefined;
export const hangUp: Answer = (asked) => void asked.socket.destroy();
/** Milliseconds. */
export const late =
  (ms: number, body: string): Answer =>
  (_request, response) =>
    void wait(ms).then(() => response.end(body));
/** Goes on for `bytes`, as fast as it is read. */
export const endless =
  (bytes: number): Answer =>
  (_request, response) => {
    const part = Buffer.alloc(65_536, ' ');
    let left = bytes;
    const push = (): void => {
      while (left > 0 && !response.destroyed) {
        left -= part.length;
        if (!response.write(part)) return void response.once('drain', push);
      }
      response.end();
    };
    push();
  };

export class NoSuchName extends Error {
  readonly code = 'ENOTFOUND';
}

/** `exists`: whether a name leads anywhere; hosts that exist and stand in no site refuse the connection. */
export async function openTrialWeb(sites: Sites, exists: (host: string) => boolean): Promise<TrialWeb> {
  const asked: string[] = [];
  const headers: IncomingMessage['headers'][] = [];
  const sockets = new Set<Socket>();
  const listener: RequestListener = (incoming, response) => {
    const url = new URL(`${incoming.headers[schemeHeader]}//${incoming.headers.host}${incoming.url}`);
    asked.push(url.href);
    const { [schemeHeader]: _ours, ...sent } = incoming.headers;
    headers.push(sent);
    const answer = sites[`${url.origin}${url.pathname}`] ?? sites[url.origin];
    if (answer === undefined) response.writeHead(404).end();
    else if (typeof answer === 'string') response.end(answer);
    else answer(incoming, response);
  };
  const server = createServer(listener);
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;

  const getOnce: GetOnce = (address, { signal, maxBytes }) =>
    new Promise((resolve, reject) => {
      const url = new URL(address);
      if (!exists(url.hostname)) throw new NoSuchName(url.hostname);
      if (!Object.keys(sites).some((site) => new URL(site).host === url.host)) {
        throw Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
      }
      const sent = request({
        port,
        host: '127.0.0.1',
        path: `${url.pathname}${url.search}`,
        headers: { host: url.host, [schemeHeader]: url.protocol },
        agent: false,
        signal,
      });
      sent.on('error', reject);
      sent.on('response', (response) => {
        const parts: Buffer[] = [];
        let room = maxBytes;
        const answer = (isWhole: boolean): void =>
          resolve({
            status: response.statusCode ?? 0,
            location: response.headers.location ?? null,
            body: Buffer.concat(parts),
            isWhole,
          });
        response.on('data', (part: Buffer) => {
          parts.push(part.subarray(0, Math.max(0, room)));
          room -= part.length;
          if (room >= 0) return;
          answer(false);
          sent.destroy();
        });
        response.on('end', () => answer(true));
        response.on('error', reject);
      });
      sent.end();
    });

  return {
    getOnce,
    asked,
    headers,
    open: () => sockets.size,
    stop: () =>
      new Promise((done) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => done());
      }),
  };
}
