// Decides whether a server's certificate really leads to a certificate authority that the organisation gave. Asked only where Chromium
// does not know the signer; must never accept what would be refused with that authority installed in the system (RFC 5280 section 6).
import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { type CertificateFields, readCertificateFields } from './certificate-fields.ts';

export interface PresentedChain {
  /** As asked for: a name, or an address without brackets. */
  readonly host: string;
  readonly leafPem: string;
  /** What else the server sent, in any order. */
  readonly othersPem: readonly string[];
}

interface Link {
  readonly certificate: X509Certificate;
  readonly fields: CertificateFields;
}

const serverAuth = '1.3.6.1.5.5.7.3.1';
const nameConstraints = '2.5.29.30';
/** Critical extensions that are looked at here or by Node; any other critical one refuses the certificate. */
const understood = ['2.5.29.15', '2.5.29.17', '2.5.29.19', '2.5.29.37'];
/** RSA and ECDSA with SHA-256, -384, -512, and RSASSA-PSS. No MD5, no SHA-1. */
const strongSignatures = [
  ...['10', '11', '12', '13'].map((last) => `1.2.840.113549.1.1.${last}`),
  ...['2', '3', '4'].map((last) => `1.2.840.10045.4.3.${last}`),
];
const deepest = 5;

/** `authorities`: PEM, each text may hold several certificates. `now`: epoch milliseconds. Never throws; odd bytes are not trusted. */
export function isTrustedByExtraCa(chain: PresentedChain, authorities: readonly string[], now: number): boolean {
  try {
    const leaf = linkOf(chain.leafPem);
    const others = chain.othersPem.map(linkOf);
    const roots = authorities.flatMap(splitPem).map(linkOf);
    return isNamed(leaf.certificate, chain.host) && isSound(leaf, now) && reaches(leaf, others, roots, now, 0);
  } catch {
    return false;
  }
}

/** The certificates of a PEM text, one text each. */
export function splitPem(pem: string): readonly string[] {
  return pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/gu) ?? [];
}

function linkOf(pem: string): Link {
  const certificate = new X509Certificate(pem);
  return { certificate, fields: readCertificateFields(certificate.raw) };
}

function isNamed(leaf: X509Certificate, host: string): boolean {
  if (isIP(host) !== 0) return leaf.checkIP(host) !== undefined;
  return leaf.checkHost(host, { subject: 'never', partialWildcards: false }) !== undefined;
}

/** In its time, for servers, and with nothing critical in it that is not understood. */
function isSound({ certificate, fields }: Link, now: number): boolean {
  const inTime = Date.parse(certificate.validFrom) <= now && now <= Date.parse(certificate.validTo);
  const purposes: readonly string[] | undefined = certificate.keyUsage;
  const forServers = purposes === undefined || purposes.length === 0 || purposes.includes(serverAuth);
  const allUnderstood = [...fields.extensions].every(([id, { critical }]) => !critical || understood.includes(id));
  return inTime && forServers && allUnderstood && isStrongKey(certificate) && !fields.extensions.has(nameConstraints);
}

function isStrongKey({ publicKey }: X509Certificate): boolean {
  if (publicKey.asymmetricKeyType === 'ec') return true;
  return publicKey.asymmetricKeyType === 'rsa' && (publicKey.asymmetricKeyDetails?.modulusLength ?? 0) >= 2048;
}

/** `below`: how many authorities stand between the leaf and whoever signed `link`. */
function reaches(link: Link, others: readonly Link[], roots: readonly Link[], now: number, below: number): boolean {
  const signs = (issuer: Link): boolean => isIssuer(issuer, link, below) && isSound(issuer, now);
  if (roots.some(signs)) return true;
  if (below >= deepest) return false;
  return others.some(
    (other) =>
      signs(other) &&
      reaches(
        other,
        others.filter((each) => each !== other),
        roots,
        now,
        below + 1,
      ),
  );
}

function isIssuer(issuer: Link, subject: Link, below: number): boolean {
  const { pathLength } = issuer.fields;
  return (
    issuer.certificate.ca &&
    (pathLength === null || below <= pathLength) &&
    strongSignatures.includes(subject.fields.signedWith) &&
    subject.certificate.checkIssued(issuer.certificate) &&
    subject.certificate.verify(issuer.certificate.publicKey)
  );
}
