// A fetch over real sockets that trusts one certificate, standing in for Electron's; and a way to bend single requests.
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { Readable } from 'node:stream';
import type { GetOnce } from '../setup/get-once.ts';

/** Honours method, headers, text body and signal; never follows redirects. */
export function httpsFetch(ca: string): typeof fetch {
  return (input, init = {}) =>
    new Promise((resolve, reject) => {
      const url = new URL(input instanceof Request ? input.url : input);
      const ask = url.protocol === 'http:' ? httpRequest : httpsRequest;
      const sent = ask(
        url,
        {
          method: init.method ?? 'GET',
          headers: Object.fromEntries(new Headers(init.headers)),
          ca,
          agent: false,
          ...(init.signal ? { signal: init.signal } : {}),
        },
        (incoming) => {
          const headers = new Headers();
          for (const [name, value] of Object.entries(incoming.headers)) {
            for (const each of [value].flat()) if (each !== undefined) headers.append(name, each);
          }
          const status = incoming.statusCode ?? 0;
          const mayHoldBody = ![204, 304].includes(status);
          if (!mayHoldBody) incoming.resume();
          const body = mayHoldBody ? (Readable.toWeb(incoming) as ReadableStream<Uint8Array>) : null;
          resolve(new Response(body, { status, headers }));
        },
      );
      sent.on('error', reject);
      sent.end(typeof init.body === 'string' ? init.body : undefined);
    });
}

export type Bend = (url: URL, init: RequestInit) => Response | null | Promise<Response | null>;

/** Answers what `bend` answers, sends the rest. */
export function bentFetch(fetchReally: typeof fetch, bend: Bend): typeof fetch {
  return async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input);
    return (await bend(url, init)) ?? fetchReally(input, init);
  };
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
}

export function html(status: number): Response {
  return new Response('<!doctype html><title>Log in to the Wi-Fi</title>', {
    status,
    headers: { 'content-type': 'text/html' },
  });
}

/** One GET over a fetch that follows no redirects, as Electron's network gives it. */
export function getOnceBy(fetchOnce: typeof fetch): GetOnce {
  return async (url, { signal, maxBytes, headers = {} }) => {
    const response = await fetchOnce(url, { headers, signal, redirect: 'manual' });
    const location = response.headers.get('location');
    const isRedirect = response.status >= 300 && response.status < 400 && location !== null;
    const chunks: Uint8Array[] = [];
    let room = maxBytes;
    const reader = isRedirect ? null : response.body?.getReader();
    while (reader && room >= 0) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value.subarray(0, room));
      room -= value.byteLength;
    }
    if (room < 0 || isRedirect) await (reader ?? response.body)?.cancel();
    const body = Buffer.concat(chunks);
    return {
      status: response.status,
      location: isRedirect ? new URL(location, url).href : null,
      body,
      isWhole: room >= 0,
    };
  };
}
