// How long a sign-in can be renewed, as the three libraries' answers say it.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { httpsFetch } from './https-fetch.test-part.ts';
import { renewalEnd } from './renewal-end.ts';
import { readRenewalSeconds } from './wire/read-renewal-seconds.ts';
import { makeWire } from './wire/wire.ts';

test.each([
  [{ refresh_token_expires_in: 604_799 }, 604_799],
  [{ refresh_token_expires_in: '604799' }, 604_799],
  [{ refresh_expires_in: 1800 }, 1800],
  [{ refresh_expires_in: 0 }, null],
  [{ refresh_token_expires_in: -5 }, null],
  [{ refresh_token_expires_in: 1e30 }, null],
  [{ refresh_token_expires_in: 'soon' }, null],
  [{ refresh_token_expires_in: { a: 1 } }, null],
  [{ expires_in: 3600 }, null],
  [[1], null],
  [null, null],
  ['604799', null],
] as const)('%j: %s', (answer, seconds) => expect(readRenewalSeconds(answer)).toBe(seconds));

let server: Server;
let origin: string;
let answer: unknown = {};
beforeAll(async () => {
  server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

test('is counted from when the answer came, and the newest answer counts', async () => {
  const { signal } = new AbortController();
  const wire = makeWire({ fetch: httpsFetch(''), now: () => 1_000_000 }, signal, { loopbackHttp: true });
  expect(renewalEnd(wire.last())).toEqual({});
  answer = { access_token: 'a', refresh_token: 'r', refresh_token_expires_in: 7200 };
  await wire.fetch(origin);
  expect(renewalEnd(wire.last())).toEqual({ renewalEndsAt: 8_200_000 });
  answer = { access_token: 'a' };
  await wire.fetch(origin);
  expect(renewalEnd(wire.last())).toEqual({});
});
