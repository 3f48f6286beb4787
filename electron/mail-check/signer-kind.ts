// Who stands behind a chain of certificates: an authority that browsers know, one that somebody added to this computer, the organisation's,
// or nobody. Says what is; decides nothing about trust.
import { X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import type { SignerKind } from '../../shared/network-state.ts';
import { certificatesIn } from './trusted-roots.ts';

const longestName = 100;

let publicRoots: readonly X509Certificate[] | null = null;

/** Node's own list, which is Mozilla's; read once. */
function rootsOfBrowsers(): readonly X509Certificate[] {
  publicRoots ??= rootCertificates.map((pem) => new X509Certificate(pem));
  return publicRoots;
}

function leadsTo(top: X509Certificate, roots: readonly X509Certificate[]): boolean {
  return roots.some((root) => root.raw.equals(top.raw) || (top.checkIssued(root) && top.verify(root.publicKey)));
}

/** `top`: the last certificate of a chain that was found good. `added`: PEM, of the organisation. */
export function signerKind(top: X509Certificate, added: readonly string[]): Exclude<SignerKind, 'nobody'> {
  if (leadsTo(top, rootsOfBrowsers())) return 'public';
  const organisations = added.flatMap(certificatesIn).map((pem) => new X509Certificate(pem));
  return leadsTo(top, organisations) ? 'organisation' : 'system';
}

/** The common name of whoever signed it, else its organisation; cleaned and cut, for a certificate's text is its maker's. */
export function signerName(top: X509Certificate): string {
  const parts = new Map(
    top.issuer.split('\n').map((line): [string, string] => {
      const [key = '', ...rest] = line.split('=');
      return [key, rest.join('=')];
    }),
  );
  return (parts.get('CN') ?? parts.get('O') ?? parts.get('OU') ?? '')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')
    .trim()
    .slice(0, longestName);
}
