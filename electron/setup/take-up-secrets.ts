// The client secret of a set-up that is taken up again, or that signs in again: from the preset in force, or from the vault.
import type { RegistrationView } from '../../shared/setup-state.ts';
import { isClosed } from '../../shared/step-status.ts';
import { approvalKeysId } from './approval-keys.ts';
import { hasSentRequest } from './approval-wait.ts';
import type { Bench } from './bench.ts';
import { lastDayIn } from './run-registration.ts';
import type { Secret } from './secret.ts';

/** The preset in force knows the newest secret: the one sealed with an account's keys may have run out since. */
function takeFromPreset(bench: Bench, registration: RegistrationView): boolean {
  const preset = bench.world.preset();
  const secret = bench.world.presetSecret();
  if (registration.source !== 'preset' || !secret || preset?.signIn.clientId !== registration.clientId) return false;
  const { secretEndsOn: _old, ...rest } = registration;
  bench.held.clientSecret = secret;
  bench.record({ type: 'known', known: { registration: { ...rest, ...lastDayIn(preset) } } });
  return true;
}

async function sealedSecret(bench: Bench): Promise<Secret | 'locked' | null> {
  const { id, secretRetyped, steps } = bench.view();
  const { vault } = bench.world;
  if (hasSentRequest(bench.view())) {
    const waiting = await vault.open(approvalKeysId(id));
    if (!waiting.ok && waiting.problem.code === 'key-store-locked') return 'locked';
    if (waiting.ok && waiting.value?.clientSecret) return waiting.value.clientSecret;
  }
  // What lies in the vault then is the secret that was to be replaced.
  if (secretRetyped && !isClosed(steps.store)) return null;
  const kept = await vault.open(id);
  return kept.ok ? (kept.value?.clientSecret ?? null) : null;
}

/** Asks for the secret again where it is nowhere to be had; a wait for approval waits for the key store, too. */
export async function takeUpSecrets(bench: Bench): Promise<void> {
  const { registration } = bench.view();
  if (!registration?.hasSecret || bench.held.clientSecret || takeFromPreset(bench, registration)) return;
  const sealed = await sealedSecret(bench);
  // Somebody typed another one meanwhile: a key store that asks for its password takes its time.
  if (bench.view().registration !== registration) return;
  if (sealed === 'locked') return;
  bench.held.clientSecret = sealed;
  if (sealed) return;
  const { secretEndsOn: _unknown, ...rest } = registration;
  bench.record({ type: 'reopened', step: 'credentials' });
  bench.record({ type: 'known', known: { registration: { ...rest, hasSecret: false } } });
  bench.status('credentials', { kind: 'needs-you' });
}
