// What Postkey will be able to do with the services that are set up, as one word for whole sentences. Pure.
import type { Service } from '../../shared/mail-provider.ts';

export type WhatFor = 'both' | 'receiving' | 'sending';

/** Nothing chosen yet counts as everything: better said too much than too little. */
export function whatFor(wanted: readonly Service[]): WhatFor {
  const receives = wanted.includes('imap') || wanted.includes('pop');
  const sends = wanted.includes('smtp');
  if (receives === sends) return 'both';
  return receives ? 'receiving' : 'sending';
}
