// Makes a certificate authority and a server certificate for this run. They live in memory and nowhere else.
import { generate } from 'selfsigned';

export interface PracticeCertificates {
  /** PEM of the authority. */
  readonly ca: string;
  /** PEM of the servers' certificate and its key. */
  readonly cert: string;
  readonly key: string;
}

const day = 86_400_000;
const ellipticCurve = { keyType: 'ec', curve: 'P-256', algorithm: 'sha256' } as const;

/** Good for `localhost`, `127.0.0.1` and `::1`, from yesterday (clocks differ) for a year. The authority's key is forgotten at once. */
export async function makeCertificates(): Promise<PracticeCertificates> {
  const today = Date.now();
  const dates = { notBeforeDate: new Date(today - day), notAfterDate: new Date(today + 365 * day) };
  const authority = await generate([{ name: 'commonName', value: 'Postkey practice, made for this run' }], {
    ...ellipticCurve,
    ...dates,
    extensions: [
      { name: 'basicConstraints', cA: true, pathLenConstraint: 0, critical: true },
      { name: 'keyUsage', keyCertSign: true, critical: true },
    ],
  });
  const server = await generate([{ name: 'commonName', value: 'localhost' }], {
    ...ellipticCurve,
    ...dates,
    ca: { key: authority.private, cert: authority.cert },
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
          { type: 7, ip: '::1' },
        ],
      },
    ],
  });
  return { ca: authority.cert, cert: server.cert, key: server.private };
}
