// The roads to a registration, or around it, that are open for one mailbox. Pure.
import type { MailProvider } from '../../shared/mail-provider.ts';

/** `have`: there is one; `make`: led through the console; `ask-it`: a letter; `password`: none is needed. */
export type RegistrationRoad = 'have' | 'make' | 'ask-it' | 'password';

/** The likeliest first; the first is chosen until the person chooses another. */
export function registrationRoads(provider: MailProvider): readonly RegistrationRoad[] {
  const password: readonly RegistrationRoad[] = provider.password === undefined ? [] : ['password'];
  // Where nobody can make one, a person who has one all the same was given it by the provider.
  if (provider.registering === 'closed' || provider.registering === 'by-request') return [...password, 'have'];
  const askIt: readonly RegistrationRoad[] = provider.kind === 'personal' ? [] : ['ask-it'];
  return ['have', 'make', ...askIt, ...password];
}
