// Turns a page into an HTTP reply, with the headers every reply of the loopback has. Reads nothing of the request.
import type { ServerResponse } from 'node:http';
import { type BrowserPageKind, browserPageKinds } from './browser-page-kinds.ts';
import { browserPagePolicy } from './browser-page-style.ts';

/** The address holds the code: no cache may keep the page, no link may tell where it came from, nobody may frame or read it. */
const alwaysHeaders = {
  Connection: 'close',
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': browserPagePolicy,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

/** `status` where it says more than the page's own. */
export function replyWithPage(response: ServerResponse, kind: BrowserPageKind, html: string, status?: number): void {
  const allow = status === 405 ? { Allow: 'GET, HEAD' } : {};
  response.writeHead(status ?? browserPageKinds[kind].status, {
    ...alwaysHeaders,
    ...allow,
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': Buffer.byteLength(html),
  });
  response.end(html);
}

/** No page, no promise: for HEAD, OPTIONS and fetches ahead of a click. Grants no origin anything. */
export function replyWithNothing(response: ServerResponse, status: 200 | 204 | 503): void {
  response.writeHead(status, {
    ...alwaysHeaders,
    Allow: 'GET, HEAD',
    ...(status === 204 ? {} : { 'Content-Length': 0 }),
  });
  response.end();
}

/** The same as text, for what Node's parser refused and no response object exists for. `code` is Node's or llhttp's error code. */
export function garbledReply(code: string, html: string): string {
  const status = garbledStatus[code] ?? '400 Bad Request';
  const headers = {
    ...alwaysHeaders,
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': Buffer.byteLength(html),
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return `HTTP/1.1 ${status}\r\n${lines.join('\r\n')}\r\n\r\n${html}`;
}

const garbledStatus: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};
