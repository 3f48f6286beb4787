// The road without a sign-in, as a rule: which steps it leaves out, and what starts by itself on it. Takes no password.
import { isClosed } from '../../shared/step-status.ts';
import type { Bench } from './bench.ts';
import { heldPassword, isPasswordRoad, passwordKeys, reasonToSkip, servicesByPassword } from './password-road.ts';
import { stopWaiting } from './run-response.ts';
import { seal } from './run-token.ts';

/** Says which services want a password, and whether it is there. */
export function notePassword(bench: Bench): void {
  const view = bench.view();
  const services = servicesByPassword(view);
  const given = heldPassword(bench.held, view) !== null;
  const password = services.length > 0 ? { services, given } : undefined;
  if (JSON.stringify(password) !== JSON.stringify(view.password)) bench.record({ type: 'known', known: { password } });
}

/** Leaves out what has no place on this road, and takes it in again when the road is left. */
export function takeRoad(bench: Bench): void {
  const view = bench.view();
  const isRoad = isPasswordRoad(view);
  const reason = reasonToSkip(view);
  const { register } = view.steps;
  const isTaken = register.kind === 'skipped';
  if (isTaken === isRoad && (!isTaken || register.reason === reason)) return;
  bench.attempts.endFrom('register');
  stopWaiting(bench);
  bench.pendingGrant = null;
  bench.record({ type: 'reopened', step: 'register' });
  if (isRoad) {
    bench.status('register', { kind: 'skipped', reason });
    bench.status('credentials', { kind: 'skipped', reason });
    return;
  }
  // A registration that was given before the password was chosen is still one.
  const { source } = view.registration ?? {};
  if (source === 'own' || source === 'google-file') {
    const code = source === 'own' ? 'registration-own' : 'registration-from-google-file';
    bench.status('register', { kind: 'done', fact: { code }, ms: 0 });
  }
}

/** Steps 4 to 8 on this road. True when the password is kept and the rest can begin. */
export function advancePasswordRoad(bench: Bench): boolean {
  const view = bench.view();
  const { steps } = view;
  if (!isClosed(steps.understand)) return false;
  if (steps.flow.kind === 'waiting') bench.status('flow', { kind: 'needs-you' });
  if (!isClosed(steps.flow)) return false;
  const reason = reasonToSkip(view);
  for (const step of ['request', 'response', 'token'] as const) {
    if (steps[step].kind !== 'skipped') bench.status(step, { kind: 'skipped', reason });
  }
  if (steps.refresh.kind !== 'skipped') bench.status('refresh', { kind: 'skipped', reason: 'password-lasts' });
  if (steps.store.kind !== 'waiting') return isClosed(steps.store);
  const password = heldPassword(bench.held, view);
  if (!password) {
    bench.record({ type: 'reopened', step: 'flow' });
    bench.status('flow', { kind: 'needs-you' });
    return false;
  }
  bench.held.keys = passwordKeys(password);
  bench.run('store', () => seal(bench));
  return false;
}
