// One GET over Electron's network, without following redirects and with a limit on what is read. `net.fetch` cannot show where a
// redirect leads, `net.request` can. Sends no cookies, no credentials, no client certificate.
import { net, type Session } from 'electron';
import type { GetOnce, GotOnce } from '../setup/get-once.ts';
import { answerProxy, type ProxyLogin } from './proxy-login.ts';

const noBody = new Uint8Array();

/** A redirect's body is not read. Speaks https and http alike: which one is right, the asking part knows. */
export function makeGetOnce(session: () => Session, proxyLogin: ProxyLogin): GetOnce {
  return (url, { signal, maxBytes, headers = {} }) =>
    new Promise((resolve, reject) => {
      const { protocol } = new URL(url);
      if (protocol !== 'https:' && protocol !== 'http:') throw new TypeError(`Only the web is asked, not ${protocol}`);
      if (signal.aborted) throw new Error('Ended before it began');
      const [method, credentials, redirect] = ['GET', 'omit', 'manual'] as const;
      const request = net.request({ method, url, headers: { ...headers }, session: session(), credentials, redirect });
      const fail = (error: Error): void => {
        signal.removeEventListener('abort', stop);
        reject(error);
      };
      const stop = (): void => {
        fail(new Error('Ended by its signal'));
        request.abort();
      };
      const settle = (answer: GotOnce): void => {
        signal.removeEventListener('abort', stop);
        resolve(answer);
      };
      signal.addEventListener('abort', stop);
      request.on('error', fail);
      request.on('abort', () => fail(new Error('The connection was given up')));
      answerProxy(request, proxyLogin, signal);
      request.on('redirect', (status, _method, location) => {
        settle({ status, location, body: noBody, isWhole: true });
        request.abort();
      });
      request.on('response', (response) => {
        const status = response.statusCode;
        const parts: Uint8Array[] = [];
        let room = maxBytes;
        response.on('data', (part) => {
          parts.push(part.subarray(0, Math.max(0, room)));
          room -= part.length;
          if (room >= 0) return;
          settle({ status, location: null, body: Buffer.concat(parts), isWhole: false });
          request.abort();
        });
        response.on('end', () => settle({ status, location: null, body: Buffer.concat(parts), isWhole: true }));
        response.on('error', fail);
        response.on('aborted', () => fail(new Error('The answer broke off')));
      });
      request.end();
    });
}
