// Nothing was found: is it the domain, which nobody has or which takes no mail, or is it this computer's way to the network? Pure
// but for what the look-up has asked already.
import type { LookUpFault } from '../../shared/look-up.ts';
import { type Problem, problemOf } from '../../shared/problem.ts';
import type { Verdicts } from './ask-sources.ts';
import { nearestDomain } from './nearest-domain.ts';
import type { LookUpContext } from './sources/look-up-context.ts';

const ofTheNetwork: readonly LookUpFault[] = [
  'offline',
  'no-resolver',
  'name-service-silent',
  'unreachable',
  'timeout',
];

/**
 * `typed`: the domain as the person wrote it. Null: the domain is there, only nobody knows where its mail is; the person chooses.
 */
export async function whyNothing(
  typed: string,
  context: Pick<LookUpContext, 'mx'>,
  verdicts: Verdicts,
): Promise<Problem | null> {
  const all = [...verdicts.values()];
  const isCutOff = all.every(({ state, fault }) => state === 'failed' && fault && ofTheNetwork.includes(fault));
  if (isCutOff) return problemOf('offline');
  if (verdicts.get('mx')?.state === 'failed') return null;
  const mx = await context.mx();
  if (mx.kind === 'none' && !mx.exists) {
    return problemOf('domain-unknown', { domain: typed, suggestion: nearestDomain(typed) ?? '' });
  }
  const isNullMx = mx.kind === 'records' && mx.records.every(({ host }) => host === '');
  return isNullMx ? problemOf('no-mail-at-domain', { domain: typed }) : null;
}
