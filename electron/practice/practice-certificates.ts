// Makes a certificate authority and a server certificate for this run. They live in memory and nowhere else.
import { generate } from 'selfsigned';

export interface PracticeCertificates {
  /** PEM of the authority, and its key: for the certificates of played failures. */
  readonly ca: string;
  readonly caKey: string;
  /** PEM of the servers' certificate and its key. */
  readonly cert: string;
  readonly key: string;
}

export interface CertificateWish {
  /** Milliseconds from now; from yesterday (clocks differ) for a year unless given. */
  readonly notBefore?: number;
  readonly notAfter?: number;
  /** Good for this name instead of `localhost`, `127.0.0.1` and `::1`. */
  readonly name?: string;
  /** Signed by this authority; by a new one unless given. */
  readonly by?: PracticeCertificates;
  /** Signed by an authority that nobody knows. */
  readonly stranger?: boolean;
  /** Signed by nobody but itself. */
  readonly selfMade?: boolean;
}

const day = 86_400_000;
const ellipticCurve = { keyType: 'ec', curve: 'P-256', algorithm: 'sha256' } as const;
const datesFrom = (notBefore: number, notAfter: number) => ({
  notBeforeDate: new Date(Date.now() + notBefore),
  notAfterDate: new Date(Date.now() + notAfter),
});

export async function makeCertificates(wish: CertificateWish = {}): Promise<PracticeCertificates> {
  const { notBefore = -day, notAfter = 365 * day, name, by, stranger = false, selfMade = false } = wish;
  const authority = by && !stranger ? { ca: by.ca, key: by.caKey } : await makeAuthority(stranger);
  const server = await generate([{ name: 'commonName', value: name ?? 'localhost' }], {
    ...ellipticCurve,
    ...datesFrom(notBefore, notAfter),
    ...(selfMade ? {} : { ca: { key: authority.key, cert: authority.ca } }),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames:
          name === undefined
            ? [
                { type: 2, value: 'localhost' },
                { type: 7, ip: '127.0.0.1' },
                { type: 7, ip: '::1' },
              ]
            : [{ type: 2, value: name }],
      },
    ],
  });
  return { ca: authority.ca, caKey: authority.key, cert: server.cert, key: server.private };
}

async function makeAuthority(isStranger: boolean): Promise<{ readonly ca: string; readonly key: string }> {
  const value = isStranger ? 'A stranger, made for this run' : 'Postkey practice, made for this run';
  const authority = await generate([{ name: 'commonName', value }], {
    ...ellipticCurve,
    ...datesFrom(-day, 365 * day),
    extensions: [
      { name: 'basicConstraints', cA: true, pathLenConstraint: 0, critical: true },
      { name: 'keyUsage', keyCertSign: true, critical: true },
    ],
  });
  return { ca: authority.cert, key: authority.private };
}
