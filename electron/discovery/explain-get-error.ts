// What it means that a GET brought no answer: Chromium's net errors, and Node's where it stands in. Pure.
import type { LookUpFault } from '../../shared/look-up.ts';

/** `no-such-name`: the name service knows no such host, or did not say. */
export type NoAnswer = LookUpFault | 'no-such-name';

/** https://source.chromium.org/chromium/chromium/src/+/main:net/base/net_error_list.h, and the codes of Node's sockets and TLS. */
const meanings: readonly (readonly [pattern: RegExp, meaning: NoAnswer])[] = [
  [/^(?:ERR_NAME_|ERR_DNS_|ENOTFOUND$|EAI_)/u, 'no-such-name'],
  [/^ERR_(?:INTERNET_DISCONNECTED|NETWORK_IO_SUSPENDED)$|^E(?:NETUNREACH|NETDOWN)$/u, 'offline'],
  [/^ERR_(?:TIMED_OUT|CONNECTION_TIMED_OUT)$|^ETIMEDOUT$/u, 'timeout'],
  [/^ERR_(?:CERT_|TLS_CERT_|CERTIFICATE_|BAD_SSL_CLIENT_AUTH_CERT)/u, 'certificate'],
  [/^(?:CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_(?:GET_ISSUER|VERIFY_LEAF|DECRYPT))/u, 'certificate'],
  [/^ERR_(?:CONTENT_|INCOMPLETE_CHUNKED|INVALID_CHUNKED)/u, 'broken-xml'],
  [/^ERR_(?:UNSAFE_REDIRECT|TOO_MANY_REDIRECTS|INVALID_REDIRECT)$/u, 'redirect-refused'],
];

/** The error's own code: `ERR_CONNECTION_REFUSED`, `ECONNREFUSED`; empty where it has none. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const chromium = /\bnet::([A-Z0-9_]+)/u.exec(error.message)?.[1];
  return chromium ?? (error as NodeJS.ErrnoException).code ?? '';
}

export function explainGetError(error: unknown): NoAnswer {
  const code = codeOf(error);
  return meanings.find(([pattern]) => pattern.test(code))?.[1] ?? 'unreachable';
}
