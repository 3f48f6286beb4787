// What IT has to do about a cause that a pasted message was explained by. Of the mailbox nothing is known, so its places stay open;
// where the provider is not known either, no admin centre is named. Pure.
import type { Candidate, Explanation } from '../explanation.ts';
import type { Service } from '../mail-provider.ts';
import { type ProblemCode, problems } from '../problem.ts';
import { type ItRequestAbout, type ItStep, itRequest } from './it-request.ts';
import { mailSystemOf } from './mail-system-of.ts';

const serviceOf: Partial<Record<ProblemCode, Service>> = { 'imap-off': 'imap', 'pop-off': 'pop', 'smtp-off': 'smtp' };

const isCause = (cause: Candidate['cause']): cause is ProblemCode => cause in problems;

/** Undefined where nobody in IT has to act. */
export function itRequestAboutOf(
  { cause, actors }: Pick<Candidate, 'cause' | 'actors'>,
  provider: Explanation['provider'],
): ItRequestAbout | undefined {
  if (!isCause(cause) || !actors.includes('it')) return undefined;
  return { cause, ...mailSystemOf({ provider }), service: serviceOf[cause] };
}

/** Empty where nothing can be said. */
export function itStepsOf(
  candidate: Pick<Candidate, 'cause' | 'actors'>,
  provider: Explanation['provider'],
): readonly ItStep[] {
  const about = itRequestAboutOf(candidate, provider);
  if (about === undefined) return [];
  return itRequest(about).filter(({ id }) => provider !== undefined || id.startsWith('net-'));
}
