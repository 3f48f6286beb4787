// Which questions make sense about a registration at a provider, so that what could not be asked can be said. Pure.
import type { MailProvider } from '../../shared/mail-provider.ts';
import type { RehearsalCheck, RehearsalView } from '../../shared/setup-state.ts';

/**
 * Microsoft's desktop apps have no secret; a registration that wants one shows in `platform`. Elsewhere there is one audience, and
 * only Google has types of clients besides.
 */
function checksAt({ signIn }: MailProvider): readonly RehearsalCheck[] {
  if (signIn === 'microsoft') return ['client', 'redirect', 'audience', 'platform'];
  return signIn === 'google' ? ['client', 'redirect', 'platform', 'secret'] : ['client', 'redirect', 'secret'];
}

export function rehearsalView(provider: MailProvider, checked: readonly RehearsalCheck[]): RehearsalView {
  return {
    checked: checksAt(provider).filter((each) => checked.includes(each)),
    open: checksAt(provider).filter((each) => !checked.includes(each)),
  };
}
