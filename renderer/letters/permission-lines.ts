// The permissions of a letter and of the page beside it: what each is for, and its name at the provider. Pure.
import type { ApprovalView } from '../../shared/approval.ts';
import type { MailProvider } from '../../shared/mail-provider.ts';
import type { ScopeLine } from '../steps/scope-lines.ts';
import { scopeLines } from '../steps/scope-lines.ts';
import type { Say } from './letter-text.ts';

/** Each permission once, in the form in which the administrator finds it. */
export function permissionLines(
  permissions: ApprovalView['permissions'],
  signIn: MailProvider['signIn'],
): readonly ScopeLine[] {
  return scopeLines(
    permissions.map(({ service, official }) => ({ service, scope: official })),
    signIn,
  );
}

/** As a paragraph under its heading; empty without permissions. */
export function writePermissions(say: Say, heading: string, lines: readonly ScopeLine[]): string {
  if (lines.length === 0) return '';
  const listed = lines.map(({ text, purpose }) =>
    say('letters.permission', { official: text, purpose: say(`purposes.${purpose}`) }),
  );
  return [heading, ...listed].join('\n');
}
