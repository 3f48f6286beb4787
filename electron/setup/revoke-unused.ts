// A sign-in that nobody will use: the set-up was given up before it became an account. It is taken back quietly: one bounded try, of
// which nothing is said, because there is nothing for the person to do about it.
import type { SetupView } from '../../shared/setup-state.ts';
import { isClosed } from '../../shared/step-status.ts';
import type { Granted } from './account-setup.ts';
import { approvalKeysId } from './approval-keys.ts';
import type { Keys, LeftBehind } from './outside-world.ts';
import type { Postkey } from './postkey.ts';
import { planOfSetup } from './sign-in-plan.ts';

const deadlineMs = 10_000;

/**
 * Collects what a set-up was given and no account rests on; the answer takes it back, and is called once the set-up has ended and
 * its keys are forgotten. `held`: what it has in memory. Never ends another account's permission.
 */
export async function takeUnused(
  { parts, accounts }: Pick<Postkey, 'parts' | 'accounts'>,
  view: SetupView,
  held: Granted | null,
): Promise<() => void> {
  const { world } = parts;
  const isAccount = accounts().some(({ id }) => id === view.id);
  const opened = async (id: string): Promise<Keys | null> => {
    const kept = await world.vault.open(id);
    return kept.ok ? kept.value : null;
  };
  // A key store can take its time: it is asked only where something was kept and is not in memory.
  const wasKept = !isAccount && held === null && isClosed(view.steps.store);
  const own = wasKept ? await opened(view.id) : null;
  const approval = view.approval?.since === undefined ? null : await opened(approvalKeysId(view.id));
  const left: readonly (LeftBehind | null)[] = [isAccount ? null : (held ?? own), approval];
  const clientSecret = own?.clientSecret ?? approval?.clientSecret ?? held?.clientSecret ?? null;
  const plan = planOfSetup(view, clientSecret, false);
  const endsAll = plan?.provider.revoking === 'app';
  const isShared = accounts().some(({ registration }) => registration.clientId === plan?.clientId);
  if (!plan || (endsAll && isShared)) return () => undefined;
  const revoke = world.ways[plan.kind].revoke;
  return () => {
    for (const each of left) {
      if (!each || !revoke) continue;
      const controller = new AbortController();
      const cancel = world.clock.after(deadlineMs, () => controller.abort());
      revoke(plan, each, controller).catch(world.logUnexpected).finally(cancel);
    }
  };
}
