// The next state from an event: one pure function, the only place where a set-up's state changes.
import { assertNever } from '../../shared/assert-never.ts';
import type { Ladder, Rung, RungState } from '../../shared/ladder.ts';
import type { Service } from '../../shared/mail-provider.ts';
import type { DetailLine, SetupView } from '../../shared/setup-state.ts';
import { type StepId, setupSteps } from '../../shared/setup-steps.ts';
import { isClosed, type StepStatus } from '../../shared/step-status.ts';

/** The parts of the picture an event may replace; `undefined` takes one away. */
export type Known = {
  readonly [key in Exclude<keyof SetupView, 'id' | 'steps' | 'current' | 'ladders' | 'details'>]?:
    | SetupView[key]
    | undefined;
};

export type SetupEvent =
  | { readonly type: 'status'; readonly step: StepId; readonly status: StepStatus }
  | { readonly type: 'known'; readonly known: Known }
  | { readonly type: 'details'; readonly step: StepId; readonly lines: readonly DetailLine[] }
  | { readonly type: 'ladders'; readonly ladders: readonly Ladder[] }
  | { readonly type: 'ladder'; readonly service: Service; readonly change: Partial<Ladder> }
  | { readonly type: 'rung'; readonly service: Service; readonly rung: Rung; readonly state: RungState }
  | {
      readonly type: 'reopened';
      readonly step: StepId;
      /** A try of the very same: a request for approval that was sent is still the right one. */
      readonly keepsApproval?: boolean;
    };

/** The first step that is not closed; the last one when all are. */
export function currentStep(steps: SetupView['steps']): StepId {
  return setupSteps.find((step) => !isClosed(steps[step])) ?? 'monitor';
}

/** What a step rests on: everything before it, except that the programs chosen (9) and the tests do not rest on each other. */
function restsOn(step: StepId, reopened: StepId): boolean {
  if (reopened === 'configure') return step === 'configure';
  if (step === 'configure' && (reopened === 'test' || setupSteps.indexOf(reopened) <= setupSteps.indexOf('store'))) {
    return false;
  }
  return setupSteps.indexOf(step) >= setupSteps.indexOf(reopened);
}

function withSteps(view: SetupView, change: Partial<Record<StepId, StepStatus>>): SetupView {
  const steps = { ...view.steps, ...change };
  return { ...view, steps, current: currentStep(steps) };
}

function withKnown(view: SetupView, known: Known): SetupView {
  const next: Record<string, unknown> = { ...view, ...known };
  for (const key of Object.keys(known)) if (next[key] === undefined) delete next[key];
  return next as unknown as SetupView;
}

function withLadder(view: SetupView, service: Service, change: (ladder: Ladder) => Ladder): SetupView {
  return { ...view, ladders: view.ladders.map((ladder) => (ladder.service === service ? change(ladder) : ladder)) };
}

/** Pure: the state after the event. */
export function applyEvent(view: SetupView, event: SetupEvent): SetupView {
  switch (event.type) {
    case 'status':
      return withSteps(view, { [event.step]: event.status });
    case 'known':
      return withKnown(view, event.known);
    case 'details':
      return { ...view, details: { ...view.details, [event.step]: event.lines } };
    case 'ladders':
      return { ...view, ladders: event.ladders };
    case 'ladder':
      return withLadder(view, event.service, (ladder) => ({ ...ladder, ...event.change }));
    case 'rung':
      return withLadder(view, event.service, (ladder) => ({
        ...ladder,
        rungs: { ...ladder.rungs, [event.rung]: event.state },
      }));
    case 'reopened': {
      const change: Partial<Record<StepId, StepStatus>> = {};
      for (const step of setupSteps) if (restsOn(step, event.step)) change[step] = { kind: 'waiting' };
      // A request that has not left is made anew with each refusal; until then it tells that an administrator may sign in here.
      const isUnsent = event.step === 'request' && view.approval?.since === undefined;
      const isAsBefore =
        event.keepsApproval || isUnsent || setupSteps.indexOf(event.step) > setupSteps.indexOf('request');
      return withSteps(isAsBefore ? view : withKnown(view, { approval: undefined }), change);
    }
    default:
      return assertNever(event);
  }
}
