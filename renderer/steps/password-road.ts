// When step 4 asks for a password, and whether one was refused before. Reads main's snapshot; decides nothing.

import type { AccountView } from '../../shared/account-state.ts';
import { type Problem, problems } from '../../shared/problem.ts';
import type { SetupView } from '../../shared/setup-state.ts';

/** Nobody signs in in a browser: there is no such page, a password was chosen, or nothing that is wanted takes a token. */
export function isPasswordRoad({ provider, way, wanted, password }: SetupView): boolean {
  if (provider?.is.signIn === 'password' || way === 'password') return true;
  return wanted.length > 0 && password?.services.length === wanted.length;
}

/** A sign-in, and a password for the services that take no token. */
export function needsBoth(setup: SetupView): boolean {
  return !isPasswordRoad(setup) && (setup.password?.services.length ?? 0) > 0;
}

/** The mail server's word on the last password, while there is no newer one. */
export function refusedPassword({ id, ladders }: SetupView, accounts: readonly AccountView[]): Problem | undefined {
  const found = [...ladders.map((each) => each.problem), accounts.find((each) => each.id === id)?.watch?.problem];
  return found.find((problem) => problem !== undefined && problems[problem.code].next === 'type-password');
}
