// Whether a set-up is changing its account's keys, so that the watch leaves them alone. Pure.
import type { SetupView } from '../../shared/setup-state.ts';
import { isClosed } from '../../shared/step-status.ts';
import { isWaitingForApproval } from './approval-wait.ts';

/** The wait for approval takes days and touches no keys. */
export function changesKeys(view: SetupView): boolean {
  const { store, monitor } = view.steps;
  const isWorking = !isWaitingForApproval(view) && Object.values(view.steps).some((step) => step.kind === 'working');
  return isWorking || (isClosed(store) && !isClosed(monitor));
}
