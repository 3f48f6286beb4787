// The one place where a trouble on the way to a token becomes a problem for a person. Pure: codes and fields first, numbers
// next, words of a text last.
import { assertNever } from '../../../shared/assert-never.ts';
import type { SignInKind } from '../../../shared/mail-provider.ts';
import type { Problem, ProblemCode } from '../../../shared/problem.ts';
import { problemOf } from '../../../shared/problem.ts';
import { explainNoConnection } from './explain-no-connection.ts';
import { type Meaning, meaningOfNumbers, meaningOfWord } from './known-causes.ts';
import type { ProviderError, SignInPhase, SignInTrouble } from './sign-in-trouble.ts';
import { tellingTexts } from './telling-texts.ts';

export interface TroubleContext {
  /** The provider's short name. */
  readonly provider: string;
  readonly phase: SignInPhase;
  /** Whether a client secret was sent. */
  readonly sentSecret: boolean;
  readonly signIn?: SignInKind;
  /** The mailbox belongs to a personal account. */
  readonly isPersonal?: boolean;
}

/** A clock may be this far off before it counts as wrong, milliseconds. */
const clockToleranceMs = 120_000;

/** Numbers by which Microsoft says that it is the code, and not the sign-in, that it will not have. */
const notByCode = new Set([530003, 70003, 7000218]);

const isByRenewal = (phase: SignInPhase): boolean => phase === 'renewal' || phase === 'widening';

/** Asked of a person at the page; at a renewal there is nobody to ask, and all of them mean to sign in again. */
const atThePage = new Set<Meaning>([
  'refused-by-person',
  'code-stale',
  'second-step-needed',
  'sign-in-page-needed',
  'account-password-refused',
  'account-password-expired',
]);

function inPhase(meaning: Meaning, phase: SignInPhase): ProblemCode {
  if (meaning === 'sign-in-again') return isByRenewal(phase) ? 'sign-in-ended' : 'code-stale';
  // There was nobody to refuse and no code to be stale: what was kept is no longer good.
  if (isByRenewal(phase) && atThePage.has(meaning)) return 'sign-in-ended';
  return meaning;
}

/** Consent is missing, in the word that says it. Nobody here asks without a page, so that a page that says it cannot give it either. */
function lacksConsent(error: ProviderError, phase: SignInPhase): boolean {
  return phase !== 'renewal' && (error.error === 'consent_required' || error.subError === 'consent_required');
}

function clientTrouble(error: ProviderError, context: TroubleContext): ProblemCode {
  if (/not found|unknown|does not exist|no such/iu.test(error.description)) return 'client-unknown';
  if (context.sentSecret) return 'secret-wrong';
  return /secret|credential|authentication method/iu.test(error.description) ? 'secret-needed' : 'client-unknown';
}

/** The numbers by which Microsoft turns a whole kind of account away. */
const notThisKind = new Set([500200, 500208, 9002332]);

/** Whether it was the account that did not fit, or the app that should have taken it. */
function isAudience(number: number, { phase, isPersonal }: TroubleContext): boolean {
  return notThisKind.has(number) && (phase === 'rehearsal' || isPersonal === true);
}

/** A desktop client of Google's registers no way back: one that is refused is of another type. Source: Google, OAuth for desktop apps. */
export function wrongWayBack({ signIn }: Pick<TroubleContext, 'signIn'>): ProblemCode {
  return signIn === 'google' ? 'platform-wrong' : 'redirect-not-registered';
}

function explainRefusal(error: ProviderError, status: number, context: TroubleContext): ProblemCode {
  const code = explainWords(error, status, context);
  return code === 'redirect-not-registered' ? wrongWayBack(context) : code;
}

function explainWords(error: ProviderError, status: number, context: TroubleContext): ProblemCode {
  if (status === 429) return 'server-busy';
  const text = `${error.error} ${error.description}`;
  const numbered = /service abuse/iu.test(text) ? null : meaningOfNumbers(error.numbers);
  if (numbered && context.phase === 'device' && notByCode.has(numbered.number)) return 'device-code-not-allowed';
  // At a renewal a missing consent is asked for again on the page; before, somebody else may have to give it.
  if (numbered?.number === 65001 && context.phase === 'renewal') return 'sign-in-ended';
  if (numbered && isAudience(numbered.number, context)) return 'audience-wrong';
  if (numbered) return inPhase(numbered.meaning, context.phase);
  if (lacksConsent(error, context.phase)) return 'approval-needed';
  if (error.subError === 'invalid_rapt' || error.subError === 'rapt_required') return 'sign-in-time-limit';
  const told = tellingTexts.find(([pattern]) => pattern.test(text));
  if (told) return inPhase(told[1], context.phase);
  if (error.error === 'invalid_client') return clientTrouble(error, context);
  if (context.phase === 'device' && /^(?:unauthorized_client|unsupported_grant_type)$/u.test(error.error)) {
    return 'device-code-not-allowed';
  }
  const word = meaningOfWord(error.error, context.provider);
  if (word) return inPhase(word, context.phase);
  if (status >= 500) return 'provider-fault';
  return inPhase('registration-incomplete', context.phase);
}

function explainStatus(status: number, phase: SignInPhase): ProblemCode {
  if (status === 429) return 'server-busy';
  if (status === 407) return 'proxy-problem';
  if (status === 503) return 'server-busy';
  if (status >= 500) return 'provider-fault';
  return phase === 'discovery' ? 'discovery-failed' : 'answer-unreadable';
}

function explainWrongToken(trouble: Extract<SignInTrouble, { kind: 'token-wrong' }>): ProblemCode {
  if (trouble.why !== 'time') return 'token-invalid';
  // A fresh token that is out of time: whose clock it is shows in the provider's own.
  return trouble.clockOffMs === null || Math.abs(trouble.clockOffMs) > clockToleranceMs
    ? 'clock-wrong'
    : 'token-invalid';
}

function codeOf(trouble: SignInTrouble, context: TroubleContext): ProblemCode {
  switch (trouble.kind) {
    case 'stopped':
      return trouble.why === 'deadline' ? 'server-silent' : 'took-too-long';
    case 'no-connection':
      return explainNoConnection(trouble.code);
    case 'not-https':
    case 'not-a-service':
      return 'discovery-failed';
    case 'refused':
      return explainRefusal(trouble.error, trouble.status, context);
    case 'unreadable':
      return 'answer-unreadable';
    case 'status':
      return explainStatus(trouble.status, context.phase);
    case 'stranger':
      return 'wrong-issuer';
    case 'code-used':
      return 'code-stale';
    case 'no-s256':
      return 'sign-in-too-old';
    case 'token-wrong':
      return explainWrongToken(trouble);
    case 'device-too-late':
      return 'device-code-expired';
    case 'renewal-unusable':
      return 'sign-in-ended';
    default:
      return assertNever(trouble);
  }
}

/** The machine's own words for the technical details; harmless, may be empty. */
function saidBy(trouble: SignInTrouble): string {
  switch (trouble.kind) {
    case 'refused':
      return [trouble.error.error, trouble.error.subError, trouble.error.description]
        .filter((part) => part !== '')
        .join(': ');
    case 'no-connection':
      return trouble.code;
    case 'unreadable':
    case 'status':
      return trouble.status === 0 ? '' : `HTTP ${trouble.status}`;
    default:
      return '';
  }
}

/** Facts: `provider`, and where known `host` (of the server that was asked) and `number` (Microsoft's AADSTS number). */
export function explainSignInError(trouble: SignInTrouble, context: TroubleContext): Problem {
  const number = trouble.kind === 'refused' ? trouble.error.numbers[0] : undefined;
  const facts = {
    provider: context.provider,
    ...('host' in trouble && trouble.host !== '' ? { host: trouble.host } : {}),
    ...(number === undefined ? {} : { number }),
  };
  const said = saidBy(trouble);
  return said === '' ? problemOf(codeOf(trouble, context), facts) : problemOf(codeOf(trouble, context), facts, said);
}
