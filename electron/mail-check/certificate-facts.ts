// Reads from a server's certificate what a person or their IT needs to know. Pure; every value is cut and cleaned, for a
// certificate's text is chosen by whoever made it.
import type { DetailedPeerCertificate, PeerCertificate } from 'node:tls';

export interface CertificateFacts {
  /** Who signed the last certificate the server showed: CN, else O. */
  readonly signer: string;
  readonly subject: string;
  /** The names it is made out to, the first five. */
  readonly names: string;
  /** `YYYY-MM-DD`, or empty when unreadable. */
  readonly validFrom: string;
  readonly validUntil: string;
}

type NameParts = PeerCertificate['subject'];

const clean = (text: string, max: number): string =>
  text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')
    .trim()
    .slice(0, max);

function nameOf(parts: NameParts | undefined): string {
  // Node gives an array where a part stands twice, whatever its types say.
  const text = (value: unknown): string => [value].flat().join(' ');
  return clean(text(parts?.CN) || text(parts?.O) || text(parts?.OU), 100);
}

function day(text: string | undefined): string {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? '' : new Date(time).toISOString().slice(0, 10);
}

function topOf(certificate: DetailedPeerCertificate): DetailedPeerCertificate {
  let top = certificate;
  // A chain that leads back to itself is a root; ten is more than any real chain.
  for (let steps = 0; steps < 10; steps += 1) {
    const next = top.issuerCertificate as DetailedPeerCertificate | undefined;
    if (!next || next === top || next.fingerprint256 === top.fingerprint256) break;
    top = next;
  }
  return top;
}

/** Null when the server showed no certificate. */
export function certificateFacts(certificate: DetailedPeerCertificate | null): CertificateFacts | null {
  if (!certificate?.subject) return null;
  const listed = (certificate.subjectaltname ?? '')
    .split(', ')
    .flatMap((entry) => /^(?:DNS|IP Address):(.+)$/u.exec(entry)?.[1] ?? []);
  const subject = nameOf(certificate.subject);
  const names = listed.length > 0 ? listed.slice(0, 5).join(', ') : subject;
  return {
    signer: nameOf(topOf(certificate).issuer),
    subject,
    names: clean(names, 200),
    validFrom: day(certificate.valid_from),
    validUntil: day(certificate.valid_to),
  };
}
