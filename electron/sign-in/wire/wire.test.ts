// The wire over real sockets: what it sends, what it lets through, and what it remembers of a failure.
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { httpsFetch } from '../https-fetch.test-part.ts';
import { makeWire, type Wire } from './wire.ts';

let server: Server;
let origin: string;
let seen: { request: IncomingMessage; body: string } | null = null;
let reply: (body: string) => { status?: number; headers?: Record<string, string>; body: string };

beforeEach(async () => {
  seen = null;
  reply = () => ({ body: '{}', headers: { 'content-type': 'application/json' } });
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += String(chunk);
    });
    request.on('end', () => {
      seen = { request, body };
      const answer = reply(body);
      response.writeHead(answer.status ?? 200, answer.headers);
      response.end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(
  () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
);

const wireTo = (signal = new AbortController().signal): Wire =>
  makeWire({ fetch: httpsFetch(''), now: Date.now }, signal, { loopbackHttp: true });

describe('the wire', () => {
  it('sends a form as a form, and no Origin, which Microsoft’s token endpoint would refuse', async () => {
    const body = new URLSearchParams({ grant_type: 'refresh_token', refresh_token: 'a b' });
    await wireTo().fetch(origin, { method: 'POST', body });
    expect(seen?.body).toBe('grant_type=refresh_token&refresh_token=a+b');
    expect(seen?.request.headers['content-type']).toMatch(/^application\/x-www-form-urlencoded/u);
    expect(seen?.request.headers.origin).toBeUndefined();
  });

  it('hands JSON under a wrong label to the libraries as JSON', async () => {
    reply = () => ({ body: '{"a":1}', headers: { 'content-type': 'text/html' } });
    const wire = wireTo();
    const response = await wire.fetch(origin);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.json()).toEqual({ a: 1 });
    expect(wire.trouble()).toBeNull();
  });

  it('does not follow a redirect', async () => {
    reply = () => ({ status: 307, body: '', headers: { location: `${origin}/elsewhere` } });
    const wire = wireTo();
    await wire.fetch(origin, { method: 'POST', body: 'code=secret-code' });
    expect(seen?.request.url).toBe('/');
    expect(wire.trouble()).toMatchObject({ kind: 'unreadable', what: 'redirect' });
  });

  it('knows a redirect by Electron’s words for it', async () => {
    const fetchOfElectron = () => Promise.reject(new Error('Redirect was cancelled'));
    const wire = makeWire({ fetch: fetchOfElectron, now: Date.now }, new AbortController().signal);
    await expect(wire.fetch('https://mail.example/')).rejects.toThrow('unreadable');
  });

  it('ends with the attempt though the server stalls half way and nobody heeds the signal', async () => {
    const controller = new AbortController();
    let isReading: () => void = () => undefined;
    const reading = new Promise<void>((resolve) => {
      isReading = resolve;
    });
    const stalled = new ReadableStream({ pull: () => new Promise<void>(() => isReading()) }, { highWaterMark: 0 });
    const wire = makeWire({ fetch: async () => new Response(stalled), now: Date.now }, controller.signal);
    const fetching = wire.fetch('https://mail.example/');
    await reading;
    controller.abort();
    await expect(fetching).rejects.toThrow('stopped');
  });

  it('cuts out what was sent when the server quotes it', async () => {
    const sent = { client_secret: 'my+client secret', code: 'the-code-itself', refresh_token: 'a-refresh-token' };
    const basic = Buffer.from(`app:${encodeURIComponent('basic-secret/1')}`).toString('base64');
    reply = () => ({
      status: 400,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        error: 'invalid_grant',
        error_description: `no: ${Object.values(sent).join(' ')} ${basic} basic-secret/1`,
      }),
    });
    const wire = wireTo();
    await wire.fetch(origin, {
      method: 'POST',
      body: new URLSearchParams(sent),
      headers: { authorization: `Basic ${basic}` },
    });
    expect(wire.trouble()).toMatchObject({
      kind: 'refused',
      error: { error: 'invalid_grant', description: 'no: [hidden] [hidden] [hidden] [hidden] [hidden]' },
    });
  });

  it('remembers the provider’s clock', async () => {
    reply = () => ({
      body: '{}',
      headers: { 'content-type': 'application/json', date: 'Tue, 01 Sep 2026 10:00:00 GMT' },
    });
    const wire = wireTo();
    await wire.fetch(origin);
    expect(wire.last()).toMatchObject({ status: 200, providerTime: Date.UTC(2026, 8, 1, 10) });
  });

  it('forgets a trouble with the next good answer', async () => {
    const wire = wireTo();
    await expect(wire.fetch('http://127.0.0.1:1/')).rejects.toThrow('no-connection');
    expect(wire.trouble()).toMatchObject({ kind: 'no-connection', code: 'ECONNREFUSED' });
    await wire.fetch(origin);
    expect(wire.trouble()).toBeNull();
  });

  it('sends nothing over plain http, unless practice speaks to this very computer', async () => {
    const { signal } = new AbortController();
    const strict = makeWire({ fetch: httpsFetch(''), now: Date.now }, signal);
    await expect(strict.fetch(origin)).rejects.toThrow('not-https');
    await expect(wireTo().fetch('http://mail.example/')).rejects.toThrow('not-https');
    expect(seen).toBeNull();
  });

  it('sends nothing after the attempt has ended', async () => {
    const controller = new AbortController();
    controller.abort();
    const wire = wireTo(controller.signal);
    await expect(wire.fetch(origin)).rejects.toThrow('stopped');
    expect(wire.trouble()).toMatchObject({ kind: 'stopped', why: 'ended' });
    expect(seen).toBeNull();
  });
});
