// Which page the browser shows for a taken answer: only the kind of ending, read from codes. What exactly went wrong and what helps
// is the adapter's and the window's business.
import type { RedirectAnswer } from '../../setup/outside-world.ts';
import type { BrowserPageKind } from './browser-page-kinds.ts';

/** Microsoft's numbers for "an administrator must approve" (Entra error-code reference). */
const approvalNumbers = new Set(['90094', '90095', '90099']);

/** Reads the OAuth code first, Microsoft's number inside the description last. */
export function pageForAnswer(answer: RedirectAnswer): BrowserPageKind {
  const error = answer['error'];
  if (error === undefined) return 'arrived';
  if (error === 'server_error' || error === 'temporarily_unavailable') return 'fault';
  if (error === 'admin_policy_enforced' || answer['error_subtype'] === 'admin_policy_enforced') return 'approval';
  const number = /AADSTS(\d{5,7})/u.exec(answer['error_description'] ?? '')?.[1];
  if (number !== undefined && approvalNumbers.has(number)) return 'approval';
  return error === 'access_denied' ? 'declined' : 'other';
}
