// The permissions as a person registers or reads them: each once, with what it is for. Pure.
import type { MailProvider } from '../../shared/mail-provider.ts';
import type { ScopeView } from '../../shared/setup-state.ts';

export type ScopePurpose = ScopeView['service'] | 'several';

export interface ScopeLine {
  readonly purpose: ScopePurpose;
  /** As the console wants it. */
  readonly text: string;
}

/** Microsoft's console lists its mail permissions by their last part, under Microsoft Graph, though they are asked for in full. */
function asRegistered(scope: string, signIn: MailProvider['signIn']): string {
  return signIn === 'microsoft' ? scope.replace(/^https:\/\/[^/]+\/(?=[A-Za-z])/u, '') : scope;
}

/** Those for identity share a line; a scope that serves several services stands once. */
export function scopeLines(scopes: readonly ScopeView[], signIn: MailProvider['signIn']): readonly ScopeLine[] {
  const lines = new Map<string, ScopeLine>();
  const identity: string[] = [];
  for (const { service, scope } of scopes) {
    const text = asRegistered(scope, signIn);
    if (service === 'identity') {
      if (!identity.includes(text)) identity.push(text);
      continue;
    }
    lines.set(text, { text, purpose: lines.has(text) ? 'several' : service });
  }
  const ordered = [...lines.values()].sort(
    (one, other) => Number(one.purpose === 'renewal') - Number(other.purpose === 'renewal'),
  );
  return identity.length === 0 ? ordered : [...ordered, { text: identity.join(' '), purpose: 'identity' }];
}
