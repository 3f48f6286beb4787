// A set-up that stands since before a policy came: what is no longer allowed begins anew at step 1, with the address. Pure.
import { isServiceAllowed, type PolicyInForce } from '../../shared/policy.ts';
import { problemOf } from '../../shared/problem.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import { isClosed } from '../../shared/step-status.ts';
import { mayBeSetUp } from './place-provider.ts';
import { freshView } from './resume-view.ts';

/** Accounts keep what they have, and so does a set-up whose keys are kept already. */
export function stillAllowed(view: SetupView, policy: PolicyInForce): SetupView {
  const { id, address, signsInAs, provider, practice, purpose, steps, wanted } = view;
  if (practice || purpose !== 'new-account' || !provider || isClosed(steps.store)) return view;
  const isOpen = mayBeSetUp(policy, provider);
  if (isOpen && wanted.every((service) => isServiceAllowed(policy, service))) return view;
  const fresh = freshView(id, false);
  const problem = problemOf('provider-not-allowed', { provider: provider.is.name });
  return {
    ...fresh,
    ...(address === undefined ? {} : { address }),
    ...(signsInAs === undefined ? {} : { signsInAs }),
    ...(isOpen ? {} : { steps: { ...fresh.steps, understand: { kind: 'failed', problem } } }),
  };
}
