// Which page the browser shows for a taken answer, and the code on it: the same that the window's problem page will show, because
// both ask the one explanation of the room. What helps is said in the window.
import { problemStamp } from '../../../shared/problem.ts';
import type { RedirectAnswer } from '../../setup/outside-world.ts';
import { explainSignInError } from '../explain/explain-sign-in-error.ts';
import { readProviderError } from '../explain/read-provider-error.ts';
import type { BrowserPageKind } from './browser-page-kinds.ts';

export interface PageForAnswer {
  readonly kind: BrowserPageKind;
  /** Absent: the page's own. */
  readonly stamp?: string;
}

/** An error decides before a code, as it does for the adapters. */
export function pageForAnswer(answer: RedirectAnswer): PageForAnswer {
  const error = readProviderError(answer, []);
  if (!error) return { kind: 'arrived' };
  const context = { provider: '', phase: 'answer', sentSecret: false } as const;
  const problem = explainSignInError({ kind: 'refused', status: 0, error, host: '' }, context);
  return { kind: kindOf(problem.code), stamp: problemStamp('response', problem) };
}

function kindOf(code: string): BrowserPageKind {
  if (code === 'refused-by-person') return 'declined';
  if (code === 'approval-needed') return 'approval';
  return code === 'provider-fault' || code === 'server-busy' ? 'fault' : 'other';
}
