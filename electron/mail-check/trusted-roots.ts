// Who may vouch for a mail server: Node's list, the operating system's, and what an administrator added. Nothing here can make
// an unknown signer pass. Made once per set of additions, since reading some two hundred certificates takes time.
import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import * as tls from 'node:tls';

/** Where Linux distributions keep the one bundle (Debian, Fedora, openSUSE, Alpine). */
const bundles = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/ssl/cert.pem',
];

export type Trust = (added: readonly string[]) => Promise<tls.SecureContext>;

/** `systemRoots` only for tests; else the computer's own, read once. */
export function makeTrust(systemRoots: () => Promise<readonly string[]> = readSystemRoots): Trust {
  const contexts = new Map<string, Promise<tls.SecureContext>>();
  let roots: Promise<readonly string[]> | undefined;
  return (added) => {
    const key = added.join('\n');
    const known = contexts.get(key);
    if (known !== undefined) return known;
    roots ??= systemRoots();
    const made = roots.then((system) => {
      // One long text: Node reads it in half the time of a list, up to the first damaged entry; those checked here go first.
      const all = new Set(
        [...added.flatMap(certificatesIn), ...tls.rootCertificates, ...system].map((pem) => pem.trim()),
      );
      return tls.createSecureContext({ ca: [...all].join('\n'), minVersion: 'TLSv1.2' });
    });
    if (contexts.size >= 8) contexts.clear();
    contexts.set(key, made);
    return made;
  };
}

/** The readable certificates in a PEM text; what is damaged is left out, and the server then fails for want of a known signer. */
export function certificatesIn(pem: string): readonly string[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]{1,20000}-----END CERTIFICATE-----/gu) ?? [];
  return blocks.filter(isCertificate);
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
}

async function readSystemRoots(): Promise<readonly string[]> {
  // Linux: the file first, since asking Node for the same holds the whole app up for a sixth of a second.
  const fromFile = process.platform === 'linux' ? await readBundle() : [];
  return fromFile.length > 0 ? fromFile : askNode();
}

async function readBundle(): Promise<readonly string[]> {
  for (const file of bundles) {
    try {
      return (
        (await readFile(file, 'latin1')).match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/gu) ?? []
      );
    } catch {
      // The next distribution's place.
    }
  }
  return [];
}

function askNode(): readonly string[] {
  // Absent before Node 22.15: macOS and Windows then have Node's list alone.
  if (typeof tls.getCACertificates !== 'function') return [];
  try {
    return tls.getCACertificates('system');
  } catch {
    return [];
  }
}
