// What a token endpoint's answer to a made-up code says about the client. Pure and cautious: only a clear word becomes a problem.
import type { ProblemCode } from '../../../shared/problem.ts';
import { explainSignInError, type TroubleContext } from '../explain/explain-sign-in-error.ts';
import type { SignInTrouble } from '../explain/sign-in-trouble.ts';

export type CodeVerdict = 'known' | 'unclear' | { readonly code: ProblemCode };

const clearProblems: readonly ProblemCode[] = [
  'client-unknown',
  'client-disabled',
  'client-not-allowed',
  'secret-wrong',
  'secret-expired',
  'secret-needed',
  'secret-not-wanted',
  'platform-wrong',
  'audience-wrong',
  'tenant-unknown',
  'other-cloud',
];

/**
 * Microsoft's numbers for a code that is stale, used up, or of another try: only an app it knows hears them. 70000 and 9002313 are
 * not among them: a code that is no code at all may be turned away before anybody looks at the app.
 */
const knownNumbers = new Set([70008, 54005, 501481]);

function judgeRefusal(trouble: Extract<SignInTrouble, { kind: 'refused' }>, context: TroubleContext): CodeVerdict {
  const { error, numbers } = trouble.error;
  if (trouble.status === 429 || trouble.status >= 500) return 'unclear';
  const { code } = explainSignInError(trouble, context);
  if (clearProblems.includes(code)) return { code };
  if (code === 'registration-incomplete' && error === 'unauthorized_client') return { code };
  // RFC 6749 section 5.2: the client is authenticated before its code is looked at.
  if (numbers.length === 0) return error === 'invalid_grant' ? 'known' : 'unclear';
  return numbers.some((number) => knownNumbers.has(number)) ? 'known' : 'unclear';
}

/** `knowsClient`: the sign-in page has shown that it knows the app, so that "invalid client" can only be about the secret. */
export function judgeCode(trouble: SignInTrouble | null, context: TroubleContext, knowsClient: boolean): CodeVerdict {
  if (!trouble) return 'unclear';
  if (trouble.kind === 'refused') {
    const verdict = judgeRefusal(trouble, context);
    const isPlain = trouble.error.error === 'invalid_client' && trouble.error.numbers.length === 0;
    if (knowsClient && isPlain && typeof verdict === 'object' && verdict.code === 'client-unknown') {
      return { code: context.sentSecret ? 'secret-wrong' : 'secret-needed' };
    }
    return verdict;
  }
  // Without a way to the provider nothing that follows can work.
  const isFatal = ['no-connection', 'stopped', 'not-https'].includes(trouble.kind);
  return isFatal ? { code: explainSignInError(trouble, context).code } : 'unclear';
}
