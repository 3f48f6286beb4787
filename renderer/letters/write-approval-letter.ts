// The letter that asks an administrator to approve the app: who asks, for which mailbox, what Postkey is, what it asks for, how to
// approve it for everyone or for one person, and what the administrator's browser shows at the end. No secret is in it.
import type { ApprovalView } from '../../shared/approval.ts';
import type { MailProvider } from '../../shared/mail-provider.ts';
import type { Say, WriteLetter } from './letter-text.ts';
import { paragraphs } from './letter-text.ts';
import { permissionLines, writePermissions } from './permission-lines.ts';

export interface ApprovalLetterAbout {
  readonly approval: Pick<ApprovalView, 'adminLink' | 'tenant' | 'clientId' | 'permissions'>;
  readonly provider: Pick<MailProvider, 'shortName' | 'signIn'>;
  readonly address: string;
  /** Who signs in, where that is someone else than the mailbox. */
  readonly signsInAs?: string | undefined;
  readonly organisation?: string | undefined;
}

function howTo(say: Say, { approval, provider }: ApprovalLetterAbout): readonly string[] {
  const kind = provider.signIn === 'password' ? 'openid' : provider.signIn;
  const onlyMe = kind === 'openid' ? '' : say(`letters.approval.onlyMe.${kind}`);
  if (approval.adminLink === undefined) return [say(`letters.approval.how.${kind}`), onlyMe];
  return [`${say('letters.approval.link')}\n${approval.adminLink}`, say('letters.approval.linkEnd'), onlyMe];
}

/** For `Letter`. */
export function writeApprovalLetter(about: ApprovalLetterAbout): WriteLetter {
  const { approval, provider, address, signsInAs, organisation } = about;
  return (say) => ({
    subject: say('letters.approval.subject', { address }),
    fileName: say('letters.approval.fileName'),
    body: paragraphs([
      say('letters.hello'),
      `${say('letters.approval.who', { address, signsInAs, context: signsInAs === undefined ? undefined : 'shared' })} ${say(
        'letters.approval.postkey',
        { provider: provider.shortName },
      )}`,
      say('letters.approval.why', { organisation, context: organisation === undefined ? undefined : 'named' }),
      ...howTo(say, about),
      writePermissions(say, say('letters.approval.asks'), permissionLines(approval.permissions, provider.signIn)),
      [
        say('letters.clientId', { clientId: approval.clientId }),
        approval.tenant === undefined ? '' : say('letters.tenant', { tenant: approval.tenant }),
      ]
        .filter((line) => line !== '')
        .join('\n'),
      say('letters.approval.then'),
      signsInAs ?? address,
    ]),
  });
}
