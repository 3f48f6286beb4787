// Whether a set-up is changing its account's keys, so that the watch leaves them alone. Pure.
import type { SetupView } from '../../shared/setup-state.ts';
import { isClosed } from '../../shared/step-status.ts';
import { isWaitingForApproval } from './approval-wait.ts';

/** A step is under way; the wait for approval takes days and touches no keys. */
export function isWorking(view: SetupView): boolean {
  return !isWaitingForApproval(view) && Object.values(view.steps).some((step) => step.kind === 'working');
}

/** Of the set-up in progress: between its steps, too, because the next may begin at any moment. */
export function changesKeys(view: SetupView): boolean {
  const { store, monitor } = view.steps;
  return isWorking(view) || (isClosed(store) && !isClosed(monitor));
}
