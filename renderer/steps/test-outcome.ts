// What the ladders amount to: which causes there are, which ladders each speaks of, and what is well all the same. Pure.

import { mendFirst } from '../../shared/cause-order.ts';
import type { Ladder } from '../../shared/ladder.ts';
import type { Service } from '../../shared/mail-provider.ts';
import type { Problem } from '../../shared/problem.ts';

export interface LadderCause {
  readonly problem: Problem;
  /** Places of the ladders it speaks of, from 0. */
  readonly points: readonly number[];
  readonly services: readonly Service[];
}

/** One broken rung, one cause; ladders that broke for the same cause share it. What has to be mended first stands first. */
export function causesOf(ladders: readonly Ladder[]): readonly LadderCause[] {
  const causes = new Map<string, LadderCause>();
  for (const [place, { problem, service, state }] of ladders.entries()) {
    if (state !== 'broken' || problem === undefined) continue;
    const same = causes.get(problem.code);
    causes.set(problem.code, {
      problem: same?.problem ?? problem,
      points: [...(same?.points ?? []), place],
      services: [...(same?.services ?? []), service],
    });
  }
  return mendFirst([...causes.values()], (cause) => cause.problem);
}

/** What works: said first, before anything that does not. */
export type WhatWorks = 'nothing' | 'receiving' | 'sending' | 'both';

export function whatWorks(ladders: readonly Ladder[]): WhatWorks {
  const passed = (service: Service): boolean =>
    ladders.some((ladder) => ladder.service === service && ladder.state === 'passed');
  const receives = passed('imap') || passed('pop');
  const sends = passed('smtp');
  if (receives && sends) return 'both';
  if (receives) return 'receiving';
  return sends ? 'sending' : 'nothing';
}
