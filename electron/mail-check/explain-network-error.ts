// Error codes of Node, the resolver and OpenSSL (BoringSSL inside Electron) to problems, by the one table of causes. Pure. The codes
// were recorded on Node 24 and in Electron 25 (Node 18.15); only codes decide here, never message texts, which differ between the two.
import { causeOfErrorCode } from '../../shared/cause-of-error-code.ts';
import type { ProblemCode } from '../../shared/problem.ts';
import type { CertificateFacts } from './certificate-facts.ts';
import type { Facts } from './mail-failure.ts';

/** Node's word for every verdict on a chain that it has no name for. */
const unnamedVerdict = 'UNSPECIFIED';

function causeOf(code: string): ProblemCode | null {
  if (code === unnamedVerdict) return 'certificate-unknown-signer';
  // OpenSSL 3.5 in Node 24: "ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE".
  const known = causeOfErrorCode(code) ?? causeOfErrorCode(code.slice(code.lastIndexOf('/') + 1));
  return known ?? (code.startsWith('ERR_SSL_') ? 'connection-lost' : null);
}

export interface NetworkError {
  readonly code: string;
  readonly syscall?: string;
  readonly certificate?: CertificateFacts;
}

/** Null when the code is no network matter. */
export function explainNetworkError(error: NetworkError): { readonly code: ProblemCode; readonly facts: Facts } | null {
  const code = causeOf(error.code);
  if (code === null) return null;
  // Node reports an orderly end before the handshake was through as a reset, but without a system call.
  if (error.code === 'ECONNRESET' && error.syscall === undefined) return { code: 'server-closed', facts: {} };
  return { code, facts: code.startsWith('certificate-') ? certificateWords(error.certificate) : {} };
}

function certificateWords(certificate: CertificateFacts | undefined): Facts {
  if (!certificate) return {};
  const { signer, subject, names, validFrom, validUntil } = certificate;
  return { signer, subject, names, validFrom, validUntil };
}
