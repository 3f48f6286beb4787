// What a look at the sign-in page says about the registration. Pure and cautious: only a clear word becomes a problem.
import type { MailProvider } from '../../../shared/mail-provider.ts';
import type { Problem, ProblemCode } from '../../../shared/problem.ts';
import type { RehearsalCheck } from '../../../shared/setup-state.ts';
import { explainSignInError, type TroubleContext, wrongWayBack } from '../explain/explain-sign-in-error.ts';
import type { ProviderError } from '../explain/sign-in-trouble.ts';
import type { Looked } from './read-look.ts';

const clearOnPage: readonly ProblemCode[] = [
  'client-unknown',
  'client-disabled',
  'client-not-allowed',
  'redirect-not-registered',
  'platform-wrong',
  'audience-wrong',
  'tenant-unknown',
  'other-cloud',
  'scope-unknown',
];
/** Led back to us, client and way back are known; these words are about the rest. */
const clearOnWayBack: readonly ProblemCode[] = ['platform-wrong', 'audience-wrong', 'scope-unknown'];

function problemOf(error: ProviderError, status: number, host: string, context: TroubleContext): Problem {
  const problem = explainSignInError({ kind: 'refused', status, error, host }, context);
  // The page sees no secret, so that its "invalid client" can only be about the ID.
  const isById = problem.code === 'secret-needed' || problem.code === 'secret-wrong';
  return isById && error.error === 'invalid_client' ? { ...problem, code: 'client-unknown' } : problem;
}

function onPage(looked: Extract<Looked, { kind: 'refused' }>, context: TroubleContext): Problem | null {
  const { error, about, status, host } = looked;
  const problem = problemOf(error, status, host, context);
  const isNumbered = error.numbers.length > 0;
  if (!isNumbered && !clearOnPage.includes(problem.code)) {
    if (about === 'client') return { ...problem, code: 'client-unknown' };
    if (about === 'redirect') return { ...problem, code: wrongWayBack(context) };
  }
  return clearOnPage.includes(problem.code) ? problem : null;
}

/** What is proven when a provider goes on with the request. */
function proven(provider: MailProvider): readonly RehearsalCheck[] {
  // A client of another type would not lead back to a port nobody registered.
  if (provider.signIn === 'google') return ['client', 'redirect', 'platform'];
  if (provider.signIn !== 'microsoft') return ['client', 'redirect'];
  // `common` is taken by every app that is not one organisation's own; whether personal accounts may come shows with the account.
  const isPersonal = provider.kind === 'personal' && provider.tenant !== 'consumers';
  return isPersonal ? ['client', 'redirect'] : ['client', 'redirect', 'audience'];
}

export interface JudgedLook {
  readonly problem: Problem | null;
  readonly checked: readonly RehearsalCheck[];
}

export function judgeLook(looked: Looked, provider: MailProvider, context: TroubleContext): JudgedLook {
  switch (looked.kind) {
    case 'back': {
      const problem = looked.error ? problemOf(looked.error, 0, '', context) : null;
      return problem && clearOnWayBack.includes(problem.code)
        ? { problem, checked: [] }
        : { problem: null, checked: proven(provider) };
    }
    case 'sign-in':
      return { problem: null, checked: proven(provider) };
    case 'refused':
      return { problem: onPage(looked, context), checked: [] };
    case 'unclear':
      return { problem: null, checked: [] };
  }
}
