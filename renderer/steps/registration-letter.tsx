// The letter that asks IT for a registration, with the values that the console guide has too.

import type { MailProvider } from '../../shared/mail-provider.ts';
import { Letter } from '../letters/letter.tsx';
import { useLetterRecipient } from '../letters/use-letter-recipient.ts';
import { writeRegistrationLetter } from '../letters/write-registration-letter.ts';
import { useSetup } from '../setup/postkey-state.ts';
import type { ScopeLine } from './scope-lines.ts';

export interface RegistrationLetterProps {
  readonly provider: MailProvider;
  readonly permissions: readonly ScopeLine[];
}

/** Microsoft's portal takes only `localhost`; RFC 8252 section 8.3 prefers the literal. Google's desktop clients register none. */
function redirectOf(signIn: MailProvider['signIn']): string | undefined {
  if (signIn === 'google') return undefined;
  return signIn === 'microsoft' ? 'http://localhost' : 'http://127.0.0.1';
}

export function RegistrationLetter({ provider, permissions }: RegistrationLetterProps) {
  const recipient = useLetterRecipient();
  const { address } = useSetup();
  return (
    <Letter
      {...recipient}
      write={writeRegistrationLetter({ provider, address, redirect: redirectOf(provider.signIn), permissions })}
    />
  );
}
