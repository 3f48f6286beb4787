// Recorded errors: Chromium's as Electron's net module throws them, Node's as its sockets do, one of them fresh from a real handshake.
import { createServer, get } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';
import { expect, test } from 'vitest';
import { explainGetError } from './explain-get-error.ts';

test.each([
  ['net::ERR_NAME_NOT_RESOLVED', 'no-such-name'],
  ['net::ERR_INTERNET_DISCONNECTED', 'offline'],
  ['net::ERR_CONNECTION_TIMED_OUT', 'timeout'],
  ['net::ERR_CERT_AUTHORITY_INVALID', 'certificate'],
  ['net::ERR_CERT_COMMON_NAME_INVALID', 'certificate'],
  ['net::ERR_CERT_DATE_INVALID', 'certificate'],
  ['net::ERR_SSL_PROTOCOL_ERROR', 'unreachable'],
  ['net::ERR_CONNECTION_REFUSED', 'unreachable'],
  ['net::ERR_CONNECTION_RESET', 'unreachable'],
  ['net::ERR_EMPTY_RESPONSE', 'unreachable'],
  ['net::ERR_TUNNEL_CONNECTION_FAILED', 'unreachable'],
  ['net::ERR_UNEXPECTED_PROXY_AUTH', 'unreachable'],
  ['net::ERR_CONTENT_DECODING_FAILED', 'broken-xml'],
  ['net::ERR_CONTENT_LENGTH_MISMATCH', 'broken-xml'],
  ['net::ERR_INCOMPLETE_CHUNKED_ENCODING', 'broken-xml'],
  ['net::ERR_TOO_MANY_REDIRECTS', 'redirect-refused'],
])('%s', (message, meaning) => expect(explainGetError(new Error(message))).toBe(meaning));

test.each([
  ['ENOTFOUND', 'no-such-name'],
  ['EAI_AGAIN', 'no-such-name'],
  ['ECONNREFUSED', 'unreachable'],
  ['ENETUNREACH', 'offline'],
  ['ETIMEDOUT', 'timeout'],
  ['CERT_HAS_EXPIRED', 'certificate'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate'],
])('%s', (code, meaning) => expect(explainGetError(Object.assign(new Error(code), { code }))).toBe(meaning));

test('anything else', () => expect(explainGetError('no error at all')).toBe('unreachable'));

test('a certificate that nobody vouches for', async () => {
  const own = await generate([{ name: 'commonName', value: 'localhost' }], { keyType: 'ec', curve: 'P-256' });
  const server = createServer({ key: own.private, cert: own.cert }, (_request, response) => response.end());
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  try {
    const { port } = server.address() as AddressInfo;
    const error = await new Promise((resolve) => get({ host: '127.0.0.1', port, agent: false }).on('error', resolve));
    expect(explainGetError(error)).toBe('certificate');
  } finally {
    server.close();
  }
});
