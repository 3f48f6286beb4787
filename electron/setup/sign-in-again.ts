// A set-up that only renews the sign-in, or the password, of an account one already has: the first three steps stand closed. Pure.
import { services } from '../../shared/mail-provider.ts';
import { secretEndState } from '../../shared/secret-end.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import type { StepId } from '../../shared/setup-steps.ts';
import type { StepStatus } from '../../shared/step-status.ts';
import { currentStep } from './apply-event.ts';
import { scopesNeeded } from './compare-scopes.ts';
import type { AccountRecord } from './memory.ts';
import { freshView } from './resume-view.ts';

/** The provider will not go on with the registration as it is, or soon will not: step 3 is where it is mended. */
function needsNewSecret({ registration, watch }: AccountRecord, now: number): boolean {
  if (registration.source !== 'own' && registration.source !== 'google-file') return false;
  const { code } = watch?.problem ?? {};
  if (code === 'secret-wrong' || code === 'secret-expired' || code === 'secret-needed') return true;
  return registration.hasSecret && secretEndState(registration.secretEndsOn, now) !== null;
}

/** Keeps the account's id, so that its keys are replaced in place. `now`: epoch milliseconds. */
export function signInAgainView(account: AccountRecord, now: number): SetupView {
  const fresh = freshView(account.id, account.practice);
  // What was finished without is tried once more: somebody may have switched it on since.
  const wanted = services.filter((each) => account.wanted.includes(each) || account.leftOut?.includes(each));
  const closed: Partial<Record<StepId, StepStatus>> = {
    understand: { kind: 'done', fact: { code: 'provider-found', values: { provider: account.provider.name } }, ms: 0 },
    register: registerStatus(account),
    credentials: credentialsStatus(account, now),
    configure: {
      kind: 'done',
      fact: account.programs[0]
        ? { code: 'programs-chosen', values: { count: account.programs.length, first: account.programs[0] } }
        : { code: 'no-program-chosen' },
      ms: 0,
    },
  };
  const steps = { ...fresh.steps, ...closed };
  const { typedNames, insteadOf = {} } = account;
  const found = services.flatMap((each) => {
    const name = insteadOf[each] === undefined ? undefined : account.loginNames[each];
    return name === undefined ? [] : [[each, name] as const];
  });
  return {
    ...fresh,
    purpose: 'sign-in-again',
    steps,
    current: currentStep(steps),
    address: account.address,
    ...(account.signsInAs ? { signsInAs: account.signsInAs } : {}),
    wanted,
    provider: {
      is: account.provider,
      source: account.registration.source === 'preset' ? 'preset' : 'chosen',
      ...(account.organisation ? { organisation: account.organisation } : {}),
    },
    ...(found.length > 0 ? { foundNames: Object.fromEntries(found) } : {}),
    ...(typedNames ? { typed: { servers: {}, loginNames: typedNames } } : {}),
    ...(isByPassword(account) ? { way: 'password' } : { registration: account.registration, way: 'browser' }),
    scopes: scopesNeeded(account.provider, wanted),
    programs: account.programs,
  };
}

/** There is nothing to sign in to: step 4 asks for the password. */
const isByPassword = ({ registration }: AccountRecord): boolean => registration.source === 'none';

const skipped = ({ provider }: AccountRecord): StepStatus => ({
  kind: 'skipped',
  reason: provider.signIn === 'password' ? 'no-sign-in-page' : 'password-chosen',
});

function credentialsStatus(account: AccountRecord, now: number): StepStatus {
  if (isByPassword(account)) return skipped(account);
  if (needsNewSecret(account, now)) return { kind: 'needs-you' };
  return { kind: 'done', fact: { code: 'client-known', values: { provider: account.provider.shortName } }, ms: 0 };
}

function registerStatus(account: AccountRecord): StepStatus {
  const { source, organisation } = account.registration;
  if (isByPassword(account)) return skipped(account);
  if (source === 'preset') {
    return {
      kind: 'done',
      fact: { code: 'registration-from-preset', values: { organisation: organisation ?? '' } },
      ms: 0,
    };
  }
  if (source === 'practice') return { kind: 'done', fact: { code: 'registration-practice' }, ms: 0 };
  return {
    kind: 'done',
    fact: { code: source === 'google-file' ? 'registration-from-google-file' : 'registration-own' },
    ms: 0,
  };
}
