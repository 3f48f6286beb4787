// The letter that asks for approval, for the set-up in progress: addressed to the organisation's helpdesk where a preset names one.
import type { SetupView } from '../../shared/setup-state.ts';
import type { LetterProps } from './letter.tsx';
import { Letter } from './letter.tsx';
import { useLetterRecipient } from './use-letter-recipient.ts';
import type { ApprovalLetterAbout } from './write-approval-letter.ts';
import { writeApprovalLetter } from './write-approval-letter.ts';

export interface ApprovalLetterProps extends Pick<LetterProps, 'onSent' | 'quiet'> {
  readonly setup: SetupView;
  readonly approval: ApprovalLetterAbout['approval'];
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
