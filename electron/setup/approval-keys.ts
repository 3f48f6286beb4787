// What is sealed while an organisation decides, apart from the account's own keys: those may be good for something still, and must
// not be replaced by a renewal that opens no mailbox.
import type { SetupView } from '../../shared/setup-state.ts';
import type { Bench, World } from './bench.ts';
import type { Keys, Outcome } from './outside-world.ts';
import { Secret } from './secret.ts';

export function approvalKeysId(setupId: string): string {
  return `approval-${setupId}`;
}

/** The renewal of the sign-in without mail, and the client secret that a restart would lose. Without a key store: for this session. */
export async function keepApprovalKeys(bench: Bench, renewal: Secret | null): Promise<Outcome<void>> {
  const { vault } = bench.world;
  const { clientSecret } = bench.held;
  const id = approvalKeysId(bench.view().id);
  if (renewal === null && clientSecret === null) {
    return vault.forget(id);
  }
  const keys = { renewal, accessToken: new Secret(''), validUntil: 0, clientSecret };
  const kept = await vault.keep(id, keys);
  if (!kept.ok) vault.keepForSession(id, keys);
  return { ok: true, value: undefined };
}

/** Null: there are none. A client secret that a locked key store held back at the start is held from now on. */
export async function openApprovalKeys(bench: Bench): Promise<Outcome<Keys | null>> {
  const { id } = bench.view();
  const kept = await bench.world.vault.open(approvalKeysId(id));
  const { registration } = bench.view();
  if (kept.ok && registration?.hasSecret) bench.held.clientSecret ??= kept.value?.clientSecret ?? null;
  return kept;
}

/** Called whenever a wait has ended, whichever way. */
export function forgetApprovalKeys(world: World, before: SetupView, after: SetupView | null): void {
  if (before.approval?.since === undefined || after?.approval?.since !== undefined) return;
  world.vault.forget(approvalKeysId(before.id)).catch(world.logUnexpected);
}
