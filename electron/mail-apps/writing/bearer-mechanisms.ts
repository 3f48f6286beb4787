// By which of the two mechanisms a server takes a token. Pure.
import type { Subject } from '../subject.ts';

/**
 * Exchange knows XOAUTH2 alone, a server of one's own mostly OAUTHBEARER (RFC 7628) as well; where both are known to be there the older
 * one is named first, because all of these servers have it.
 */
export function bearerMechanisms({ family }: Pick<Subject, 'family'>): readonly ('XOAUTH2' | 'OAUTHBEARER')[] {
  if (family.startsWith('microsoft')) return ['XOAUTH2'];
  return family === 'own' ? ['OAUTHBEARER', 'XOAUTH2'] : ['XOAUTH2', 'OAUTHBEARER'];
}
