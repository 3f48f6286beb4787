// The one way out: every request of the three libraries passes here, with the attempt's signal, a deadline and a size limit.
// It remembers what the newest answer was about, so that a failure is explained from what the server said and not from how a
// library rephrased it. Keeps no body, no header and no secret.
import type { SignInTrouble } from '../explain/sign-in-trouble.ts';
import { TroubleFound } from '../explain/sign-in-trouble.ts';
import { limitedSignal } from './limited-signal.ts';
import { networkCode } from './network-code.ts';
import { type PlainRequest, plainRequest } from './plain-request.ts';
import { readAnswer } from './read-answer.ts';

export interface Exchange {
  readonly host: string;
  readonly status: number;
  readonly ms: number;
  /** The provider's own clock (HTTP `Date`), epoch milliseconds, whole seconds; null when it sent none. */
  readonly providerTime: number | null;
  /** Ours when the answer came. */
  readonly answeredAt: number;
  /** How long the tokens that came can be renewed; null where the provider did not say. */
  readonly renewalSeconds: number | null;
}

export interface Wire {
  readonly fetch: typeof fetch;
  /** What was wrong with the newest request; null when nothing was. */
  trouble(): SignInTrouble | null;
  /** The newest answer; null before the first. */
  last(): Exchange | null;
}

export interface WireParts {
  readonly fetch: typeof fetch;
  readonly now: () => number;
  /** For one request with its answer; twelve seconds unless given. */
  readonly requestDeadlineMs?: number;
}

/** A token endpoint that takes longer than this is not going to answer. */
const usualDeadlineMs = 12_000;
/** Discovery documents and key sets stay far below. */
const mostBytes = 1_000_000;

class TooLarge extends Error {}

async function readLimited(response: Response): Promise<Uint8Array> {
  if (!response.body) return new Uint8Array();
  const reader = response.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks);
    size += value.byteLength;
    if (size > mostBytes) {
      // Not awaited: a server that sends without end may never let go.
      reader.cancel().catch(() => undefined);
      throw new TooLarge();
    }
    chunks.push(value);
  }
}

function headersFor(response: Response, isJson: boolean): Headers {
  const headers = new Headers(response.headers);
  headers.delete('content-encoding');
  headers.delete('content-length');
  // JSON under a wrong label: libraries are strict about the label, servers are not.
  if (isJson && !/json/iu.test(headers.get('content-type') ?? '')) headers.set('content-type', 'application/json');
  return headers;
}

/** Electron's fetch tells of a redirect it was told not to follow by this sentence alone. */
function isRedirect(error: unknown): boolean {
  return error instanceof Error && error.message === 'Redirect was cancelled';
}

const loopbackHosts = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** One wire serves one operation. `loopbackHttp`: practice may speak `http:` to this computer itself, and to nobody else. */
export function makeWire(
  parts: WireParts,
  signal: AbortSignal,
  options: { readonly loopbackHttp?: boolean } = {},
): Wire {
  let trouble: SignInTrouble | null = null;
  let last: Exchange | null = null;

  function stop(found: SignInTrouble): never {
    trouble = found;
    throw new TroubleFound(found);
  }

  async function exchange(request: PlainRequest): Promise<Response> {
    const { host } = request.url;
    const startedAt = parts.now();
    const limit = limitedSignal(signal, parts.requestDeadlineMs ?? usualDeadlineMs);
    try {
      // Raced, because a body that stalls half way does not heed the signal in every runtime.
      const response = await Promise.race([
        parts.fetch(request.url.href, { ...request.init, signal: limit.signal }),
        limit.ended,
      ]);
      if (response.status === 0) return stop({ kind: 'unreadable', status: 0, what: 'redirect', host });
      const bytes = await Promise.race([readLimited(response), limit.ended]);
      const date = Date.parse(response.headers.get('date') ?? '');
      const answeredAt = parts.now();
      const text = new TextDecoder().decode(bytes);
      const contentType = response.headers.get('content-type') ?? '';
      const judged = readAnswer({ host, status: response.status, contentType, text }, request.secrets);
      last = {
        host,
        status: response.status,
        ms: Math.round(answeredAt - startedAt),
        providerTime: Number.isNaN(date) ? null : date,
        answeredAt,
        renewalSeconds: judged.renewalSeconds,
      };
      trouble = judged.trouble;
      const mayHoldBody = ![101, 204, 205, 304].includes(response.status);
      return new Response(mayHoldBody ? text : null, {
        status: response.status,
        headers: headersFor(response, judged.isJson),
      });
    } catch (error) {
      const why = limit.why();
      if (why) return stop({ kind: 'stopped', why, host });
      if (error instanceof TroubleFound) throw error;
      if (isRedirect(error)) return stop({ kind: 'unreadable', status: 0, what: 'redirect', host });
      if (error instanceof TooLarge) return stop({ kind: 'unreadable', status: 200, what: 'too-large', host });
      return stop({ kind: 'no-connection', code: networkCode(error), host });
    } finally {
      limit.release();
    }
  }

  return {
    fetch: async (input, init) => {
      trouble = null;
      const request = plainRequest(input, init);
      const { protocol, hostname, host } = request.url;
      const mayGo =
        protocol === 'https:' || (options.loopbackHttp === true && protocol === 'http:' && loopbackHosts.has(hostname));
      return mayGo ? exchange(request) : stop({ kind: 'not-https', host });
    },
    trouble: () => trouble,
    last: () => last,
  };
}
