// From the machine's name of a failed connection to a problem. Pure; what each name means stands in the one table of causes.
import { causeOfErrorCode } from '../../../shared/cause-of-error-code.ts';
import type { ProblemCode } from '../../../shared/problem.ts';

/** What has no line of its own was cut somewhere on the way: weather, worth another try. */
export function explainNoConnection(code: string): ProblemCode {
  const known = causeOfErrorCode(code);
  if (known) return known;
  return /^ERR_CERT_|^CERT_/u.test(code) ? 'certificate-unknown-signer' : 'connection-lost';
}
