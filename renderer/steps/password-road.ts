// When step 4 asks for a password, and whether one was refused before. Reads main's snapshot; decides nothing.
import { services } from '../../shared/mail-provider.ts';
import { type Problem, problems } from '../../shared/problem.ts';
import type { AccountView, SetupView } from '../../shared/setup-state.ts';

function withoutToken({ provider, wanted }: SetupView): number {
  return services.filter((each) => wanted.includes(each) && provider?.is.passwordFor?.includes(each)).length;
}

/** Nobody signs in in a browser: there is no such page, a password was chosen, or nothing that is wanted takes a token. */
export function isPasswordRoad(setup: SetupView): boolean {
  if (setup.provider?.is.signIn === 'password' || setup.way === 'password') return true;
  return setup.wanted.length > 0 && withoutToken(setup) === setup.wanted.length;
}

/** A sign-in, and a password for the services that take no token. */
export function needsBoth(setup: SetupView): boolean {
  return !isPasswordRoad(setup) && withoutToken(setup) > 0;
}

/** The mail server's word on the last password, while there is no newer one. */
export function refusedPassword({ id, ladders }: SetupView, accounts: readonly AccountView[]): Problem | undefined {
  const found = [...ladders.map((each) => each.problem), accounts.find((each) => each.id === id)?.watch?.problem];
  return found.find((problem) => problem !== undefined && problems[problem.code].next === 'type-password');
}
