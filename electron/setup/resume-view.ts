// A set-up as it is written down and as it stands when Postkey opens again: nothing that was under way is still under way. Pure.
import type { ApprovalView } from '../../shared/approval.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import { type StepId, setupSteps } from '../../shared/setup-steps.ts';
import { isClosed, type StepStatus } from '../../shared/step-status.ts';
import { currentStep } from './apply-event.ts';
import { waitingStatus } from './approval-wait.ts';
import { isPasswordRoad } from './password-road.ts';

const waiting: StepStatus = { kind: 'waiting' };

/** Takes away what holds only while Postkey runs. */
export function viewToKeep(view: SetupView): SetupView {
  const { wait: _wait, ...rest } = view;
  if (view.steps.understand.kind !== 'working' || view.practice) return { ...rest, ladders: [] };
  // A look-up that was cut off is done anew; what stands there still belongs to the address before.
  const { lookUp: _lookUp, candidates: _candidates, picked: _picked, provider: _provider, ...typed } = rest;
  return { ...typed, ladders: [] };
}

/**
 * The state to go on from. Unfinished looks are done anew; an answer that was waited for can no longer come, so one
 * asks again; keys that were kept only for the session are gone.
 */
export function resumeView(kept: SetupView): SetupView {
  const steps: Record<StepId, StepStatus> = { ...kept.steps };
  for (const step of setupSteps) if (!isClosed(steps[step])) steps[step] = waiting;
  const isKept = isClosed(steps.store) && kept.keeping?.kept === 'sealed';
  if (!isKept)
    for (const step of ['request', 'response', 'token', 'store', 'test', 'refresh'] as const) steps[step] = waiting;
  // A password that is in no vault is nowhere.
  if (!isKept && isPasswordRoad(kept)) steps.flow = waiting;
  const { approval } = kept;
  const isWaiting = !isKept && approval?.since !== undefined && isClosed(steps.flow);
  if (isWaiting) {
    const isAsked = isClosed(kept.steps.request);
    steps.request = isAsked
      ? kept.steps.request
      : { kind: 'done', fact: { code: 'browser-took-link', values: { browser: '' } }, ms: 0 };
    steps.response = waitingStatus(approval.since);
  }
  // The ladders and what follows are quick and tell the truth of now.
  for (const step of ['test', 'refresh', 'monitor'] as const) steps[step] = waiting;
  if (steps.understand.kind === 'waiting') steps.understand = { kind: 'needs-you' };
  const { approval: _asked, ...rest } = kept;
  const { checking: _checking, ...sent } = approval ?? {};
  return {
    ...rest,
    ...(isWaiting ? { approval: sent as ApprovalView } : {}),
    steps,
    current: currentStep(steps),
    ladders: [],
  };
}

/** The very first state of a set-up. */
export function freshView(id: string, practice: boolean): SetupView {
  const steps = Object.fromEntries(setupSteps.map((step) => [step, waiting])) as Record<StepId, StepStatus>;
  steps.understand = { kind: 'needs-you' };
  return {
    id,
    purpose: 'new-account',
    practice,
    steps,
    current: 'understand',
    wanted: [],
    scopes: [],
    ladders: [],
    details: {},
  };
}
