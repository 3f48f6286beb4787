// From the redirect's parameters to the code, or to what the provider said instead. Pure.
import type { RedirectAnswer } from '../setup/outside-world.ts';
import { type AskedService, checkAnswerIssuer } from './check-answer-issuer.ts';
import { readProviderError } from './explain/read-provider-error.ts';
import { TroubleFound } from './explain/sign-in-trouble.ts';

/** The code; throws a trouble for a wrong issuer, an error answer, a foreign state or no code at all. */
export function readCode(answer: RedirectAnswer, asked: AskedService, state: string): string {
  checkAnswerIssuer(answer, asked);
  const error = readProviderError(answer, [state]);
  if (error) throw new TroubleFound({ kind: 'refused', status: 0, error, host: '' });
  const code = answer['code'];
  if (!code || answer['state'] !== state) throw new TroubleFound({ kind: 'code-used' });
  return code;
}

/** A code is good for one try: the second call is told so. */
export function once(): () => void {
  let used = false;
  return () => {
    if (used) throw new TroubleFound({ kind: 'code-used' });
    used = true;
  };
}
