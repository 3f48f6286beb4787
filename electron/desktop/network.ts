// HTTPS for all that speaks to providers, through Chromium's network stack: the system's proxy, its certificate store, and the
// authorities an organisation gave. Its fetch must not speak anything but https, or http to this very computer.
import { type Certificate, type Session, session } from 'electron';
import type { GetOnce } from '../setup/get-once.ts';
import { makeGetOnce } from './get-once.ts';
import { onceMore } from './once-more.ts';
import { nobodyToAsk, type ProxyLogin, signInToProxy, wantsProxyLogin } from './proxy-login.ts';
import { isTrustedByExtraCa } from './trusted-by-extra-ca.ts';

export interface Network {
  /** `fetch` as everybody knows it; sends no cookies and keeps none after Postkey ended. */
  readonly fetch: typeof globalThis.fetch;
  /** For what `fetch` cannot do here: to see where a redirect leads without going there. Speaks plain http too. */
  readonly getOnce: GetOnce;
  /** Certificate authorities, PEM, besides the system's. Holds from the next request on. */
  setExtraCa(authorities: readonly string[]): void;
  /** The same authorities for another session, as they are at this moment. `seen` gets each chain before it is judged. */
  trustIn(other: Session, seen?: (certificate: Certificate) => void): void;
}

/** `now`: epoch milliseconds. `proxyLogin`: asks the person. May be made before Electron is ready, used after. */
export function makeNetwork(now: () => number, proxyLogin: ProxyLogin = nobodyToAsk): Network {
  let authorities: readonly string[] = [];
  let round = 0;
  let current: Session | null = null;

  const ours = (): Session => {
    if (current !== null) return current;
    round += 1;
    // Chromium remembers a refused certificate for as long as the session lives, so other authorities mean another session.
    current = session.fromPartition(`postkey-network-${round}`, { cache: false });
    trustExtraCa(current, authorities, now);
    return current;
  };

  const hasExtraCa = (): boolean => authorities.length > 0;

  const fetchOurs: typeof globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (!isAllowed(url)) throw new TypeError(`Only https is spoken, not ${url.protocol}`);
    const ask = (): Promise<Response> =>
      ours().fetch(input instanceof URL ? input.href : input, { ...init, credentials: 'omit' });
    // A request's own body can be read only once.
    const isWhole = !(input instanceof Request) && !(init?.body instanceof ReadableStream);
    const answer = await onceMore(() => isWhole && hasExtraCa(), ask);
    if (answer.status !== wantsProxyLogin || !isWhole) return answer;
    return (await signInToProxy(url.origin, ours(), proxyLogin, init?.signal)) ? ask() : answer;
  };
  const getOnce = makeGetOnce(ours, proxyLogin);

  return {
    fetch: fetchOurs,
    getOnce: (url, wish) =>
      onceMore(
        () => hasExtraCa() && !wish.signal.aborted,
        () => getOnce(url, wish),
      ),
    setExtraCa: (next) => {
      if (next.length === authorities.length && next.every((pem, index) => pem === authorities[index])) return;
      authorities = [...next];
      current = null;
    },
    trustIn: (other, seen) => trustExtraCa(other, authorities, now, seen),
  };
}

function isAllowed(url: URL): boolean {
  if (url.protocol === 'https:') return true;
  return url.protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
}

/** https://source.chromium.org/chromium/chromium/src/+/main:net/base/net_error_list.h */
const authorityInvalid = -202;
const trusted = 0;
const asChromiumSays = -3;

function trustExtraCa(
  target: Session,
  authorities: readonly string[],
  now: () => number,
  seen?: (certificate: Certificate) => void,
): void {
  if (authorities.length === 0 && !seen) return;
  target.setCertificateVerifyProc(({ hostname, certificate, validatedCertificate, errorCode }, answer) => {
    // What Chromium built leads further up than what the server sent.
    seen?.(validatedCertificate ?? certificate);
    const chain = {
      host: hostname.replace(/^\[|\]$/gu, ''),
      leafPem: certificate.data,
      othersPem: othersOf(certificate),
    };
    const accepts = errorCode === authorityInvalid && isTrustedByExtraCa(chain, authorities, now());
    answer(accepts ? trusted : asChromiumSays);
  });
}

function othersOf(certificate: Certificate): readonly string[] {
  const others: string[] = [];
  let next: Certificate | undefined = certificate.issuerCert;
  while (next?.data && others.length < 10 && !others.includes(next.data)) {
    others.push(next.data);
    next = next.issuerCert;
  }
  return others;
}
