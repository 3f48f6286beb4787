// The edge between libraries and the set-up: runs one operation and turns whatever went wrong into a problem, once.
import type { MailProvider } from '../../shared/mail-provider.ts';
import type { Outcome, SignInPlan } from '../setup/outside-world.ts';
import { explainSignInError, type TroubleContext } from './explain/explain-sign-in-error.ts';
import type { SignInPhase, SignInTrouble } from './explain/sign-in-trouble.ts';
import { TroubleFound } from './explain/sign-in-trouble.ts';
import type { Wire } from './wire/wire.ts';

/** What a library's own error means when the wire saw nothing wrong; null when it is not known. Must not keep the error. */
export type ReadLibraryError = (error: unknown, wire: Wire) => SignInTrouble | null;

/** The name and code of a library's error. Never its message: messages of these libraries quote tokens. */
export function nameOfError(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  // msal's name for it, everyone else's name for it.
  const { errorCode, code } = error as { errorCode?: unknown; code?: unknown };
  const said = errorCode ?? code;
  return typeof said === 'string' && /^[\w-]{1,60}$/u.test(said) ? `${error.name} ${said}` : error.name;
}

/** Provider's clock minus ours, milliseconds, as of the newest answer; null when it did not say. */
export function clockOff(wire: Wire): number | null {
  const last = wire.last();
  return last?.providerTime == null ? null : last.providerTime - last.answeredAt;
}

/** What explaining needs to know of the plan. */
export function troubleContext(plan: SignInPlan, phase: SignInPhase): TroubleContext {
  const { shortName, kind, tenant }: MailProvider = plan.provider;
  return {
    provider: shortName,
    phase,
    sentSecret: plan.clientSecret !== undefined,
    signIn: plan.kind,
    isPersonal: kind === 'personal' || tenant === 'consumers',
  };
}

export function outcomeOfTrouble(trouble: SignInTrouble, plan: SignInPlan, phase: SignInPhase): Outcome<never> {
  return { ok: false, problem: explainSignInError(trouble, troubleContext(plan, phase)) };
}

/**
 * Runs `operation`. A trouble found by us, seen on the wire or read from the library's error becomes a problem; anything else is
 * a bug and throws, without the library's error in it, because that one may quote codes and tokens.
 */
export async function settle<T>(
  about: {
    readonly plan: SignInPlan;
    readonly phase: SignInPhase;
    readonly wire: Wire;
    readonly read: ReadLibraryError;
  },
  operation: () => Promise<T>,
): Promise<Outcome<T>> {
  const found = await operation().then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if ('value' in found) return { ok: true, value: found.value };
  const { error } = found;
  const trouble =
    error instanceof TroubleFound ? error.trouble : (about.wire.trouble() ?? about.read(error, about.wire));
  if (trouble) return outcomeOfTrouble(trouble, about.plan, about.phase);
  throw new Error(`The ${about.plan.provider.signIn} sign-in failed in ${about.phase}: ${nameOfError(error)}`);
}
