// Certificates for the tests: authorities made up on the spot, and what they sign. Never used outside tests.
import { generate } from 'selfsigned';

export interface KeyAndCertificate {
  readonly key: string;
  readonly cert: string;
}

export interface Authority extends KeyAndCertificate {
  issue(names: readonly string[], days?: { readonly from: number; readonly to: number }): Promise<KeyAndCertificate>;
}

const day = 86_400_000;
const around = (days: { readonly from: number; readonly to: number }) => ({
  notBeforeDate: new Date(Date.now() + days.from * day),
  notAfterDate: new Date(Date.now() + days.to * day),
});
const always = { from: -1, to: 30 };
const common = { keyType: 'ec', curve: 'P-256', algorithm: 'sha256' } as const;

export async function makeAuthority(name: string): Promise<Authority> {
  const own = await generate(
    [
      { name: 'commonName', value: name },
      { name: 'organizationName', value: `${name} Ltd` },
    ],
    {
      ...common,
      ...around(always),
      extensions: [
        { name: 'basicConstraints', cA: true, critical: true },
        { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
      ],
    },
  );
  const ca = { key: own.private, cert: own.cert };
  return {
    ...ca,
    async issue(names, days = always) {
      const leaf = await generate([{ name: 'commonName', value: names[0] ?? '' }], {
        ...common,
        ...around(days),
        ca,
        extensions: leafExtensions(names),
      });
      return { key: leaf.private, cert: leaf.cert };
    },
  };
}

export async function makeSelfSigned(name: string): Promise<KeyAndCertificate> {
  const own = await generate([{ name: 'commonName', value: name }], {
    ...common,
    ...around(always),
    extensions: leafExtensions([name]),
  });
  return { key: own.private, cert: own.cert };
}

function leafExtensions(names: readonly string[]) {
  return [
    { name: 'basicConstraints' as const, cA: false },
    { name: 'subjectAltName' as const, altNames: names.map((value) => ({ type: 2 as const, value })) },
  ];
}
