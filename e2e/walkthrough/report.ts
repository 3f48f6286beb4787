// What came of the walk, as walkthrough.json holds it. Facts of the snapshot, in milliseconds; no sentence, no address, no secret.

import type { Ladder } from '../../shared/ladder.ts';
import { type Service, services } from '../../shared/mail-provider.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import { type StepId, setupSteps } from '../../shared/setup-steps.ts';
import type { StepStatus, StepStatusKind } from '../../shared/step-status.ts';

export interface Report {
  readonly postkey: string;
  readonly electron: string;
  readonly steps: readonly {
    readonly id: StepId;
    readonly status: StepStatusKind;
    readonly ms: number;
    readonly problem?: string;
  }[];
  readonly services: Readonly<Record<Service, { readonly status: StepStatusKind; readonly ms: number }>>;
  /** From the first sight of the window to the end, without the time that pictures took. */
  readonly totalMs: number;
}

const kindOf: Record<Ladder['state'], StepStatusKind> = {
  waiting: 'waiting',
  climbing: 'working',
  passed: 'done',
  broken: 'failed',
};

const unseen: StepStatus = { kind: 'waiting' };

/** `setup`: the last one that was seen; undefined when there was none. */
export function makeReport(
  versions: Pick<Report, 'postkey' | 'electron'>,
  setup: SetupView | undefined,
  totalMs: number,
): Report {
  const ladderOf = (service: Service) => setup?.ladders.find((ladder) => ladder.service === service);
  const serviceOf = (service: Service) => {
    const ladder = ladderOf(service);
    return { status: kindOf[ladder?.state ?? 'waiting'], ms: ladder?.totalMs ?? 0 };
  };
  return {
    ...versions,
    steps: setupSteps.map((id) => {
      const status = setup?.steps[id] ?? unseen;
      return {
        id,
        status: status.kind,
        ms: 'ms' in status ? status.ms : 0,
        ...('problem' in status ? { problem: status.problem.code } : {}),
      };
    }),
    services: { imap: serviceOf('imap'), pop: serviceOf('pop'), smtp: serviceOf('smtp') },
    totalMs: Math.round(totalMs),
  };
}

/** Twelve steps and three services done, and nothing less. */
export function isWhole({ steps, services: tried }: Report): boolean {
  return (
    steps.every(({ status }) => status === 'done') && services.every((service) => tried[service].status === 'done')
  );
}
