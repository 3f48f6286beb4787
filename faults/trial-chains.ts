// Chains of certificates with something wrong in them, made up on the spot.
import { generate } from 'selfsigned';
import type { KeyAndCertificate } from '../electron/mail-check/trial-certificates.test-part.ts';

const day = 86_400_000;

export interface CertificateWish {
  readonly name: string;
  /** Without one it signs itself. */
  readonly by?: KeyAndCertificate;
  readonly mayIssue?: boolean;
  /** Days from now. */
  readonly from?: number;
  readonly to?: number;
  /** A program's certificate, not a server's. */
  readonly forClients?: boolean;
  readonly hash?: 'sha1' | 'sha256';
  /** RSA of so many bits; else an elliptic curve. */
  readonly rsaBits?: number;
}

/** One certificate with its key; the chain above it is not in `cert`. */
export async function certify(wish: CertificateWish): Promise<KeyAndCertificate> {
  const { name, by, mayIssue = false, from = -1, to = 30, forClients = false, hash = 'sha256', rsaBits } = wish;
  const made = await generate([{ name: 'commonName', value: name }], {
    ...(rsaBits === undefined ? { keyType: 'ec', curve: 'P-256' } : { keyType: 'rsa', keySize: rsaBits }),
    algorithm: hash,
    notBeforeDate: new Date(Date.now() + from * day),
    notAfterDate: new Date(Date.now() + to * day),
    ...(by ? { ca: by } : {}),
    extensions: [
      { name: 'basicConstraints', cA: mayIssue, critical: true },
      ...(mayIssue ? [{ name: 'keyUsage' as const, keyCertSign: true, cRLSign: true, critical: true }] : []),
      ...(forClients ? [{ name: 'extKeyUsage' as const, clientAuth: true, serverAuth: false }] : []),
      { name: 'subjectAltName', altNames: [{ type: 2, value: name }] },
    ],
  });
  return { key: made.private, cert: made.cert };
}

/** What a server shows: its own certificate and then those above it. */
export const shown = (own: KeyAndCertificate, ...above: readonly KeyAndCertificate[]): KeyAndCertificate => ({
  key: own.key,
  cert: [own, ...above].map(({ cert }) => cert).join('\n'),
});
