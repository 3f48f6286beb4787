// The letter that asks for approval, for the set-up in progress: addressed to the organisation's helpdesk where a preset names one.
import { readAddress } from '../../shared/account-draft.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import { usePostkey } from '../setup/postkey-state.ts';
import type { LetterProps } from './letter.tsx';
import { Letter } from './letter.tsx';
import type { ApprovalLetterAbout } from './write-approval-letter.ts';
import { writeApprovalLetter } from './write-approval-letter.ts';

export interface ApprovalLetterProps extends Pick<LetterProps, 'onSent' | 'quiet'> {
  readonly setup: SetupView;
  readonly approval: ApprovalLetterAbout['approval'];
}

/** For the letters of a set-up: whom they go to. A helpdesk's contact may as well be a telephone number. */
export function useLetterRecipient(): Pick<LetterProps, 'to' | 'toName'> {
  const helpdesk = usePostkey().preset?.helpdesk;
  const reading = helpdesk === undefined ? undefined : readAddress(helpdesk.contact);
  return { toName: helpdesk?.name, to: reading?.ok ? reading.value.text : undefined };
}

export function ApprovalLetter({ setup, approval, ...letter }: ApprovalLetterProps) {
  const recipient = useLetterRecipient();
  const provider = setup.provider?.is;
  if (provider === undefined) return null;
  const write = writeApprovalLetter({
    approval,
    provider,
    address: setup.address ?? '',
    signsInAs: setup.signsInAs,
    organisation: setup.provider?.organisation,
  });
  return <Letter write={write} {...recipient} {...letter} />;
}
