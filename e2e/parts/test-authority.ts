// A certificate authority for one run of the tests, and server certificates that it signed. Kept in the run's own folder.
import { X509Certificate } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from 'selfsigned';

export interface ServerCertificate {
  /** PEM. */
  readonly cert: string;
  readonly key: string;
  /** The same as files, for programs that read files. */
  readonly certFile: string;
  readonly keyFile: string;
}

export interface TestAuthority {
  /** The authority's certificate, PEM, and the same as a file: what a preset's `caFile` names. */
  readonly pem: string;
  readonly file: string;
  /** For localhost, 127.0.0.1 and ::1; every good server of the run uses this one. */
  readonly server: ServerCertificate;
  /** A certificate for other names, PEM. */
  issue(names: readonly string[]): Promise<Pick<ServerCertificate, 'cert' | 'key'>>;
}

/** The kinds of RFC 5280's GeneralName that are used here: a DNS name, an IP address. */
type AltName = { type: 2; value: string } | { type: 7; ip: string };

const day = 86_400_000;
const curve = { keyType: 'ec', curve: 'P-256', algorithm: 'sha256' } as const;
const dates = () => ({ notBeforeDate: new Date(Date.now() - day), notAfterDate: new Date(Date.now() + 30 * day) });

/** `folder` must exist and be the run's own. */
export async function makeTestAuthority(folder: string): Promise<TestAuthority> {
  const authority = await generate([{ name: 'commonName', value: 'Postkey test authority' }], {
    ...curve,
    ...dates(),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  const sign = (name: string, altNames: readonly AltName[]) =>
    generate([{ name: 'commonName', value: name }], {
      ...curve,
      ...dates(),
      ca: { key: authority.private, cert: authority.cert },
      extensions: [
        { name: 'basicConstraints', cA: false, critical: true },
        { name: 'keyUsage', digitalSignature: true, critical: true },
        { name: 'extKeyUsage', serverAuth: true },
        { name: 'subjectAltName', altNames: [...altNames] },
      ],
    });
  const server = await sign('localhost', [
    { type: 2, value: 'localhost' },
    { type: 7, ip: '127.0.0.1' },
    { type: 7, ip: '::1' },
  ]);
  if (!new X509Certificate(server.cert).checkIssued(new X509Certificate(authority.cert))) {
    throw new Error('The test authority did not sign the server certificate');
  }
  const write = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text, { mode: 0o600 });
    return path;
  };
  return {
    pem: authority.cert,
    file: write('test-authority.pem', authority.cert),
    server: {
      cert: server.cert,
      key: server.private,
      certFile: write('server.pem', server.cert),
      keyFile: write('server-key.pem', server.private),
    },
    async issue(names) {
      const issued = await sign(
        names[0] ?? 'localhost',
        names.map((value) => ({ type: 2, value })),
      );
      return { cert: issued.cert, key: issued.private };
    },
  };
}
