// Error codes of Node, the resolver and OpenSSL (BoringSSL inside Electron) to problems. Pure. The codes were recorded on
// Node 24 and in Electron 25 (Node 18.15); only codes decide here, never message texts, which differ between the two.
import type { ProblemCode } from '../../shared/problem.ts';
import type { CertificateFacts } from './certificate-facts.ts';
import type { Facts } from './mail-failure.ts';

const byCode: Readonly<Record<string, ProblemCode>> = {
  ENOTFOUND: 'name-not-found',
  ENODATA: 'name-not-found',
  EAI_NONAME: 'name-not-found',
  EAI_NODATA: 'name-not-found',
  EAI_AGAIN: 'name-service-silent',
  EAI_FAIL: 'name-service-silent',
  ETIMEOUT: 'name-service-silent',
  ECONNREFUSED: 'connection-refused',
  ETIMEDOUT: 'connection-timeout',
  ENETDOWN: 'offline',
  ENETUNREACH: 'offline',
  EHOSTUNREACH: 'no-route',
  EHOSTDOWN: 'no-route',
  EADDRNOTAVAIL: 'no-route',
  // A local packet filter forbids the connection.
  EACCES: 'no-route',
  EPERM: 'no-route',
  ECONNRESET: 'connection-lost',
  ECONNABORTED: 'connection-lost',
  EPIPE: 'connection-lost',

  CERT_HAS_EXPIRED: 'certificate-expired',
  CERT_NOT_YET_VALID: 'certificate-not-yet-valid',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate-self-made',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate-wrong-name',
  HOSTNAME_MISMATCH: 'certificate-wrong-name',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificate-unknown-signer',
  UNABLE_TO_GET_ISSUER_CERT: 'certificate-unknown-signer',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificate-unknown-signer',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate-unknown-signer',
  // Chains that lead to a known signer and yet do not hold: nobody this computer knows vouches for them.
  CERT_CHAIN_TOO_LONG: 'certificate-unknown-signer',
  CERT_REVOKED: 'certificate-unknown-signer',
  CERT_SIGNATURE_FAILURE: 'certificate-unknown-signer',
  CERT_UNTRUSTED: 'certificate-unknown-signer',
  CERT_REJECTED: 'certificate-unknown-signer',
  INVALID_CA: 'certificate-unknown-signer',
  INVALID_PURPOSE: 'certificate-unknown-signer',
  PATH_LENGTH_EXCEEDED: 'certificate-unknown-signer',
  CA_MD_TOO_WEAK: 'certificate-unknown-signer',
  CA_KEY_TOO_SMALL: 'certificate-unknown-signer',
  // Node's word for every verdict on a chain that it has no name for.
  UNSPECIFIED: 'certificate-unknown-signer',

  // Plain words, or another protocol's, where a handshake was expected.
  ERR_SSL_WRONG_VERSION_NUMBER: 'encryption-not-spoken',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'encryption-not-spoken',
  ERR_SSL_ENCRYPTED_LENGTH_TOO_LONG: 'encryption-not-spoken',
  ERR_SSL_HTTP_REQUEST: 'encryption-not-spoken',
  ERR_SSL_HTTPS_PROXY_REQUEST: 'encryption-not-spoken',
  ERR_SSL_UNEXPECTED_MESSAGE: 'encryption-not-spoken',
  ERR_SSL_UNEXPECTED_RECORD: 'encryption-not-spoken',
  ERR_SSL_BAD_RECORD_TYPE: 'encryption-not-spoken',

  ERR_SSL_UNSUPPORTED_PROTOCOL: 'encryption-too-old',
  ERR_SSL_UNSUPPORTED_PROTOCOL_VERSION: 'encryption-too-old',
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: 'encryption-too-old',
  ERR_SSL_TLSV1_ALERT_INSUFFICIENT_SECURITY: 'encryption-too-old',
  ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE: 'encryption-too-old',
  'ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE': 'encryption-too-old',
  ERR_SSL_DH_KEY_TOO_SMALL: 'encryption-too-old',
  ERR_SSL_BAD_DH_P_LENGTH: 'encryption-too-old',
  ERR_SSL_EE_KEY_TOO_SMALL: 'encryption-too-old',
  EE_KEY_TOO_SMALL: 'encryption-too-old',
  ERR_TLS_DH_PARAM_SIZE: 'encryption-too-old',
  ERR_SSL_NO_CIPHERS_AVAILABLE: 'encryption-too-old',
  ERR_SSL_WRONG_SIGNATURE_TYPE: 'encryption-too-old',
  ERR_SSL_LEGACY_SIGALG_DISALLOWED_OR_UNSUPPORTED: 'encryption-too-old',
  ERR_SSL_UNSAFE_LEGACY_RENEGOTIATION_DISABLED: 'encryption-too-old',
};

export interface NetworkError {
  readonly code: string;
  readonly syscall?: string;
  readonly certificate?: CertificateFacts;
}

/** Null when the code is no network matter. */
export function explainNetworkError(error: NetworkError): { readonly code: ProblemCode; readonly facts: Facts } | null {
  const code = byCode[error.code] ?? (error.code.startsWith('ERR_SSL_') ? 'connection-lost' : null);
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
