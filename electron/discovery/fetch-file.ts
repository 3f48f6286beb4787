// Brings one public file from a server that nobody vouches for: few redirects, never to a less safe place, a limited size, a page
// for people told from a file. Reads no meaning into the file.
import type { LookUpFault } from '../../shared/look-up.ts';
import type { GetOnce } from '../setup/get-once.ts';
import { explainGetError } from './explain-get-error.ts';
import { hasSameOwner } from './registrable-domain.ts';

export type Fetched =
  | { readonly kind: 'file'; readonly text: string }
  /** A page in HTML. `elsewhere`: it came from another owner's host than was asked. */
  | { readonly kind: 'page'; readonly elsewhere: boolean }
  /** The server is there and has no such file. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'no-such-name' }
  | { readonly kind: 'failed'; readonly fault: LookUpFault };

export type FetchFile = (url: string) => Promise<Fetched>;

/** The largest real file known has 8 KB. */
const maxBytes = 256 * 1024;
const mostRedirects = 3;

const failed = (fault: LookUpFault): Fetched => ({ kind: 'failed', fault });

/** Ends by `signal`; rejects never. */
export function makeFetchFile(getOnce: GetOnce, signal: AbortSignal): FetchFile {
  return async (asked) => {
    let url = asked;
    for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
      if (signal.aborted) return failed('timeout');
      try {
        const { status, location, body, isWhole } = await getOnce(url, { signal, maxBytes });
        if (status < 300 || status > 399 || location === null) return judge(status, body, isWhole, { asked, url });
        const next = targetOf(location, url);
        if (next === null) return failed('redirect-refused');
        url = next;
      } catch (error) {
        if (signal.aborted) return failed('timeout');
        const meaning = explainGetError(error);
        return meaning === 'no-such-name' ? { kind: meaning } : failed(meaning);
      }
    }
    return failed('redirect-refused');
  };
}

/** Where a redirect may lead: the open web's own ports and names, and never from https to anything else. */
function targetOf(location: string, from: string): string | null {
  try {
    const target = new URL(location, from);
    const isSafe = target.protocol === 'https:' || (target.protocol === 'http:' && from.startsWith('http:'));
    const isBare = target.port === '' && target.username === '' && target.password === '';
    return isSafe && isBare && isNameOfTheWeb(target.hostname) ? target.href : null;
  } catch {
    return null;
  }
}

/** Endings that lead to this computer, to its own network or nowhere: RFC 6761, 6762, 7686, 8375, and ICANN's `internal`. */
const endingsAtHome = new Set(['localhost', 'local', 'internal', 'arpa', 'onion', 'lan']);

/** No address in figures, and nothing of this computer or its own network. */
export function isNameOfTheWeb(host: string): boolean {
  const labels = host.toLowerCase().replace(/\.$/u, '').split('.');
  const last = labels.at(-1) ?? '';
  return labels.length > 1 && /^[a-z]/u.test(last) && !endingsAtHome.has(last);
}

/** Informational answers never arrive here. */
function judge(
  status: number,
  body: Uint8Array,
  isWhole: boolean,
  { asked, url }: { readonly asked: string; readonly url: string },
): Fetched {
  // "Network authentication required", RFC 6585.
  if (status === 511) return failed('portal');
  if (status >= 500 || status === 429) return failed('server-fault');
  if (status !== 200) return { kind: 'nothing' };
  if (!isWhole) return failed('too-large');
  const text = new TextDecoder().decode(body);
  if (!/^\s*<(?:!doctype\s+html|html|head|body|script|meta)\b/iu.test(text)) return { kind: 'file', text };
  return { kind: 'page', elsewhere: !hasSameOwner(new URL(url).hostname, new URL(asked).hostname) };
}
