// Brings the preset that a link names: over https alone, few redirects, a limited size, nothing sent but the request. Reads no meaning.
import { presetMaxBytes } from '../../../shared/preset.ts';
import type { GetOnce, GotOnce } from '../../setup/get-once.ts';
import type { PresetDesk, RefusedPreset } from '../../setup/preset-desk.ts';
import { explainGetError } from '../explain-get-error.ts';

const mostRedirects = 3;

const refused = (refusal: RefusedPreset['refusal'], values: RefusedPreset['values'] = {}): RefusedPreset => ({
  ok: false,
  refusal,
  values,
});

export function makeFetchPreset(getOnce: GetOnce): PresetDesk['fetch'] {
  return async (asked, signal) => {
    let url = asked;
    for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
      const { host } = new URL(url);
      try {
        const got = await getOnce(url, { signal, maxBytes: presetMaxBytes });
        if (got.status < 300 || got.status > 399 || got.location === null) return read(got, url);
        const next = targetOf(got.location, url);
        if (next === null) return refused('link-led-astray', { host });
        url = next;
      } catch (error) {
        const reason = signal.aborted ? 'timeout' : explainGetError(error);
        // The words are chosen by it, as i18next chooses by `context`.
        return refused('link-not-reached', { host, context: reason });
      }
    }
    return refused('link-led-astray', { host: new URL(asked).host });
  };
}

function targetOf(location: string, from: string): string | null {
  try {
    const target = new URL(location, from);
    const isBare = target.username === '' && target.password === '';
    return target.protocol === 'https:' && isBare && isHostOfLink(target.hostname) ? target.href : null;
  } catch {
    return null;
  }
}

/** Endings that lead to this computer or nowhere: RFC 6761, 7686. One's organisation may well be under `.internal`. */
const endingsNowhere = new Set(['localhost', 'arpa', 'onion', 'invalid']);

/** A name with a dot in it: no address in figures, no name of this computer's own network without an ending. */
export function isHostOfLink(host: string): boolean {
  const labels = host.toLowerCase().replace(/\.$/u, '').split('.');
  const last = labels.at(-1) ?? '';
  return labels.length > 1 && /^[a-z]/u.test(last) && !endingsNowhere.has(last);
}

function read({ status, body, isWhole }: GotOnce, url: string): Awaited<ReturnType<PresetDesk['fetch']>> {
  const { host } = new URL(url);
  if (status !== 200) return refused('link-not-there', { host, status });
  if (!isWhole) return refused('preset-too-large');
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(body), url };
  } catch {
    return refused('preset-not-json');
  }
}
