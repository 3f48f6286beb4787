// Refusals that can mean only that a server knows the person under another login name. Pure.
import type { Problem } from './problem.ts';

const codes = new Set<Problem['code']>(['login-refused', 'token-refused', 'mailbox-unreachable', 'mailbox-forbidden']);

/** Also for other reasons: servers answer both in the same words. */
export function mayBeTheName({ code }: Pick<Problem, 'code'>): boolean {
  return codes.has(code);
}
