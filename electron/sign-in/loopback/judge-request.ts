// Decides what one request to the loopback is, from its line and headers alone. Pure; knows no socket and no page, reads no body.
import type { RedirectAnswer } from '../../setup/outside-world.ts';
import { type ReadRedirect, readRedirectAnswer } from './read-redirect-answer.ts';

/** Why a request was not taken. Harmless: it names no value, so it may be logged. */
export type RefusedRequest =
  | 'host'
  | 'method'
  | 'path'
  | 'preview'
  | 'doubled'
  | 'no-answer'
  | 'code-without-state'
  | 'error-without-state'
  | 'older-try'
  | 'already-taken'
  | 'malformed';

export type RequestVerdict =
  | { readonly kind: 'answer'; readonly state: string; readonly answer: RedirectAnswer }
  | { readonly kind: 'refused'; readonly reason: RefusedRequest }
  /** A browser or a scanner that only looks: answered without a page, takes nothing. */
  | { readonly kind: 'looked'; readonly method: 'HEAD' | 'OPTIONS' };

export interface RequestLine {
  readonly method: string;
  /** As it stood in the request line, undecoded. */
  readonly target: string;
  /** Name, value, name, value: all of them, so that a doubled Host shows. */
  readonly rawHeaders: readonly string[];
}

/** Providers match the path of a redirect address to the letter, and `http://localhost` has none; so the one path is the root. */
const onePath = '/';

/** `port` is our own; a Host other than loopback with that port is a name somebody else pointed here (DNS rebinding). */
export function judgeRequest(request: RequestLine, port: number): RequestVerdict {
  const hosts = headerValues(request.rawHeaders, 'host');
  if (hosts.length !== 1 || !isOwnHost(hosts[0] ?? '', port)) return { kind: 'refused', reason: 'host' };
  if (request.method === 'OPTIONS') return { kind: 'looked', method: 'OPTIONS' };
  if (request.method !== 'GET' && request.method !== 'HEAD') return { kind: 'refused', reason: 'method' };

  const mark = request.target.indexOf('?');
  const path = mark < 0 ? request.target : request.target.slice(0, mark);
  if (path !== onePath) return { kind: 'refused', reason: 'path' };
  if (request.method === 'HEAD') return { kind: 'looked', method: 'HEAD' };
  if (isPreview(request.rawHeaders)) return { kind: 'refused', reason: 'preview' };
  return judgeAnswer(readRedirectAnswer(mark < 0 ? '' : request.target.slice(mark + 1)));
}

function judgeAnswer(read: ReadRedirect): RequestVerdict {
  switch (read.kind) {
    case 'answer':
      return read;
    case 'stateless':
      return { kind: 'refused', reason: `${read.holds}-without-state` };
    case 'doubled':
      return { kind: 'refused', reason: 'doubled' };
    case 'nothing':
      return { kind: 'refused', reason: 'no-answer' };
  }
}

function isOwnHost(host: string, port: number): boolean {
  const wanted = host.toLowerCase();
  return ['127.0.0.1', 'localhost', '[::1]'].some((name) => wanted === `${name}:${port}`);
}

/** Pages fetched ahead of a click: `Sec-Purpose` in the Fetch standard, `Purpose`, `X-Purpose` and `X-Moz` in older browsers. */
function isPreview(rawHeaders: readonly string[]): boolean {
  return ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'].some((name) =>
    headerValues(rawHeaders, name).some((value) => /prefetch|prerender|preview/iu.test(value)),
  );
}

function headerValues(rawHeaders: readonly string[], name: string): readonly string[] {
  const values: string[] = [];
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    if (rawHeaders[at]?.toLowerCase() === name) values.push(rawHeaders[at + 1] ?? '');
  }
  return values;
}
