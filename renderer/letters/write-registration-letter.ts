// The letter that asks an administrator to register an app: what, where, with which redirect and permissions, and what to send back.
import type { MailProvider } from '../../shared/mail-provider.ts';
import type { ScopeLine } from '../steps/scope-lines.ts';
import type { WriteLetter } from './letter-text.ts';
import { paragraphs } from './letter-text.ts';
import { writePermissions } from './permission-lines.ts';

export interface RegistrationLetterAbout {
  readonly provider: Pick<MailProvider, 'shortName' | 'signIn' | 'deviceCode' | 'consolePage'>;
  readonly address?: string | undefined;
  /** The way back to register, `http://localhost`; absent where none is entered. */
  readonly redirect?: string | undefined;
  /** As `scopeLines` gives them. */
  readonly permissions: readonly ScopeLine[];
}

/** For `Letter`. */
export function writeRegistrationLetter(about: RegistrationLetterAbout): WriteLetter {
  const { address, permissions, redirect } = about;
  const { consolePage, deviceCode, shortName: provider, signIn } = about.provider;
  const kind = signIn === 'password' ? 'openid' : signIn;
  return (say) => ({
    subject: say('letters.registration.subject'),
    fileName: say('letters.registration.fileName'),
    body: paragraphs([
      say('letters.hello'),
      say('letters.registration.who', { address, provider, context: address === undefined ? 'unknown' : undefined }),
      say('letters.registration.need', { provider }),
      [
        consolePage === undefined ? '' : say('letters.registration.where', { page: consolePage }),
        kind === 'microsoft' ? say('letters.registration.accountTypes') : '',
        kind === 'google' ? say('letters.registration.internal') : '',
        redirect === undefined && kind !== 'google' ? '' : say(`letters.registration.redirect.${kind}`, { redirect }),
        kind === 'microsoft' && deviceCode ? say('letters.registration.deviceCode') : '',
      ]
        .filter((line) => line !== '')
        .join('\n'),
      writePermissions(say, say(`letters.registration.permissions.${kind}`), permissions),
      kind === 'microsoft' ? say('letters.registration.consent') : '',
      say(`letters.registration.sendBack.${kind}`),
      address,
    ]),
  });
}
