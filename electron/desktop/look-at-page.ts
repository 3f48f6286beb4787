// One look at how a page is reached over HTTPS: which proxy the system chooses, and who signs the certificate that Chromium is shown.
// Sends nothing of the person's, follows nothing.
import { X509Certificate } from 'node:crypto';
import { type Certificate, net, type Session, session } from 'electron';
import { causeOfErrorCode } from '../../shared/cause-of-error-code.ts';
import type { SignerKind } from '../../shared/network-state.ts';
import { type Problem, problemOf } from '../../shared/problem.ts';
import type { PageLook } from '../setup/network-look.ts';
import type { Network } from './network.ts';

export interface PageLookParts {
  readonly network: Pick<Network, 'trustIn'>;
  readonly signerKind: (top: X509Certificate, added: readonly string[]) => Exclude<SignerKind, 'nobody'>;
  readonly signerName: (top: X509Certificate) => string;
}

let round = 0;

export function lookAtPages({ network, signerKind, signerName }: PageLookParts): PageLook {
  return async (host, ca, { signal }) => {
    // A session of its own: Chromium asks about a certificate only once in each.
    round += 1;
    const own = session.fromPartition(`postkey-look-${round}`, { cache: false });
    let top: X509Certificate | null = null;
    network.trustIn(own, (certificate) => {
      top = topOf(certificate);
    });
    const url = `https://${host}/`;
    const proxy = proxyIn(await own.resolveProxy(url));
    const problem = await headOf(url, own, signal).then(
      (status) => (status === 407 ? problemOf('proxy-problem') : undefined),
      problemOfError,
    );
    const shown = top as X509Certificate | null;
    const isTrusted = problem === undefined || !problem.code.startsWith('certificate-');
    return {
      ...(proxy === null ? {} : { proxy }),
      ...(shown ? { signer: { name: signerName(shown), kind: isTrusted ? signerKind(shown, ca) : 'nobody' } } : {}),
      ...(problem ? { problem } : {}),
    };
  };
}

/** `net::ERR_PROXY_CONNECTION_FAILED` (net/base/net_error_list.h). */
function problemOfError(error: unknown): Problem {
  const code = error instanceof Error ? /\bnet::([A-Z0-9_]+)/u.exec(error.message)?.[1] : undefined;
  return problemOf(causeOfErrorCode(code ?? '') ?? 'connection-lost', {}, code);
}

/** Chromium answers as a PAC file does: "PROXY proxy.example:3128; DIRECT". Null: straight. */
function proxyIn(answer: string): string | null {
  const [first = ''] = answer.split(';');
  const [, place = null] = /^\s*(?:PROXY|HTTPS|SOCKS\d?)\s+(\S{1,300})/iu.exec(first) ?? [];
  return place;
}

function topOf(certificate: Certificate): X509Certificate {
  let top = certificate;
  for (let steps = 0; steps < 10 && top.issuerCert && top.issuerCert.data !== top.data; steps += 1)
    top = top.issuerCert;
  return new X509Certificate(top.data);
}

function headOf(url: string, own: Session, signal: AbortSignal): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = net.request({ method: 'HEAD', url, session: own, credentials: 'omit', redirect: 'manual' });
    const stop = (): void => {
      request.abort();
      reject(new Error('Ended by its signal'));
    };
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop, { once: true });
    const settle = (status: number): void => {
      signal.removeEventListener('abort', stop);
      request.abort();
      resolve(status);
    };
    request.on('error', reject);
    request.on('redirect', (status) => settle(status));
    request.on('response', (response) => settle(response.statusCode));
    request.end();
  });
}
