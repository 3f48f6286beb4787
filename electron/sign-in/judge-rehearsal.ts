// What a provider's answer to a made-up code says about the client. Pure and cautious: only a clear word becomes a problem.

import type { ProblemCode } from '../../shared/problem.ts';
import { explainSignInError, type TroubleContext } from './explain/explain-sign-in-error.ts';
import type { SignInTrouble } from './explain/sign-in-trouble.ts';

export type RehearsalVerdict = 'known' | 'unclear' | 'problem';

const clearProblems: readonly ProblemCode[] = [
  'client-unknown',
  'secret-wrong',
  'secret-needed',
  'secret-not-wanted',
  'tenant-unknown',
];

/** Refused for its made-up code and for nothing else: the client itself was recognised (RFC 6749 section 5.2). */
const knownNumbers = new Set([70000, 70008, 9002313, 54005, 501481]);

export function judgeRehearsal(trouble: SignInTrouble | null, context: TroubleContext): RehearsalVerdict {
  if (!trouble) return 'unclear';
  if (trouble.kind === 'refused') {
    if (trouble.status === 429 || trouble.status >= 500) return 'unclear';
    const { code } = explainSignInError(trouble, context);
    if (clearProblems.includes(code)) return 'problem';
    if (code === 'registration-incomplete' && trouble.error.error === 'unauthorized_client') return 'problem';
    const isOnlyTheCode =
      trouble.error.error === 'invalid_grant' || trouble.error.numbers.some((number) => knownNumbers.has(number));
    return isOnlyTheCode ? 'known' : 'unclear';
  }
  // Without a way to the provider nothing that follows can work.
  return ['no-connection', 'stopped', 'not-https'].includes(trouble.kind) ? 'problem' : 'unclear';
}
