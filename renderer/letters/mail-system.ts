// Which system's mail programs the window stands beside: it says what main will do with a long letter, and does nothing itself.
import type { MailtoSystem } from '../../shared/mailto.ts';

/** Main asks its own platform; both give the same answer. */
export function mailSystem(): MailtoSystem {
  return /\bWindows\b/u.test(navigator.userAgent) ? 'windows' : 'others';
}
