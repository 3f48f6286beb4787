// From the machine's name of a failed connection to a problem. Pure data; sources: Node's and undici's error codes, Chromium's
// net_error_list.h.
import type { ProblemCode } from '../../../shared/problem.ts';

const codes: Readonly<Record<string, ProblemCode>> = {
  ERR_INTERNET_DISCONNECTED: 'offline',
  ENETDOWN: 'offline',
  ENOTFOUND: 'name-not-found',
  ERR_NAME_NOT_RESOLVED: 'name-not-found',
  EAI_AGAIN: 'name-service-silent',
  EAI_NODATA: 'name-service-silent',
  ERR_DNS_TIMED_OUT: 'name-service-silent',
  ERR_DNS_SERVER_FAILED: 'name-service-silent',
  ERR_DNS_MALFORMED_RESPONSE: 'name-service-silent',
  ECONNREFUSED: 'connection-refused',
  ERR_CONNECTION_REFUSED: 'connection-refused',
  ERR_UNSAFE_PORT: 'connection-refused',
  ETIMEDOUT: 'connection-timeout',
  UND_ERR_CONNECT_TIMEOUT: 'connection-timeout',
  ERR_CONNECTION_TIMED_OUT: 'connection-timeout',
  ERR_TIMED_OUT: 'connection-timeout',
  UND_ERR_HEADERS_TIMEOUT: 'server-silent',
  UND_ERR_BODY_TIMEOUT: 'server-silent',
  ENETUNREACH: 'no-route',
  EHOSTUNREACH: 'no-route',
  EADDRNOTAVAIL: 'no-route',
  ERR_ADDRESS_UNREACHABLE: 'no-route',
  ERR_NETWORK_ACCESS_DENIED: 'no-route',
  ERR_TUNNEL_CONNECTION_FAILED: 'proxy-problem',
  ERR_PROXY_CONNECTION_FAILED: 'proxy-problem',
  ERR_PROXY_AUTH_REQUESTED: 'proxy-problem',
  ERR_PROXY_AUTH_UNSUPPORTED: 'proxy-problem',
  ERR_PROXY_AUTH_REQUESTED_WITH_NO_CONNECTION: 'proxy-problem',
  ERR_PROXY_CERTIFICATE_INVALID: 'proxy-problem',
  ERR_MANDATORY_PROXY_CONFIGURATION_FAILED: 'proxy-problem',
  ERR_PAC_SCRIPT_FAILED: 'proxy-problem',
  ERR_UNEXPECTED_PROXY_AUTH: 'proxy-problem',
  ERR_SOCKS_CONNECTION_FAILED: 'proxy-problem',
  ERR_CERT_AUTHORITY_INVALID: 'certificate-unknown-signer',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificate-unknown-signer',
  UNABLE_TO_GET_ISSUER_CERT: 'certificate-unknown-signer',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificate-unknown-signer',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate-unknown-signer',
  ERR_CERTIFICATE_TRANSPARENCY_REQUIRED: 'certificate-unknown-signer',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate-self-made',
  CERT_HAS_EXPIRED: 'certificate-expired',
  // Chromium has one word for "expired" and "not yet valid".
  ERR_CERT_DATE_INVALID: 'certificate-expired',
  CERT_NOT_YET_VALID: 'certificate-not-yet-valid',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate-wrong-name',
  ERR_CERT_COMMON_NAME_INVALID: 'certificate-wrong-name',
  EPROTO: 'encryption-not-spoken',
  ERR_SSL_WRONG_VERSION_NUMBER: 'encryption-not-spoken',
  ERR_SSL_PROTOCOL_ERROR: 'encryption-not-spoken',
  ERR_SSL_VERSION_OR_CIPHER_MISMATCH: 'encryption-too-old',
  ERR_SSL_UNSUPPORTED_PROTOCOL: 'encryption-too-old',
  ERR_SSL_OBSOLETE_VERSION: 'encryption-too-old',
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: 'encryption-too-old',
};

/** What has no line of its own was cut somewhere on the way: weather, worth another try. */
export function explainNoConnection(code: string): ProblemCode {
  const known = codes[code];
  if (known) return known;
  return /^ERR_CERT_|^CERT_/u.test(code) ? 'certificate-unknown-signer' : 'connection-lost';
}
