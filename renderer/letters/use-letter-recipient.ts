// Whom the letters of a set-up go to: the helpdesk that a preset names. Its contact may as well be a telephone number.
import { readAddress } from '../../shared/account-draft.ts';
import { usePostkey } from '../setup/postkey-state.ts';
import type { LetterProps } from './letter.tsx';

/** For `Letter`. */
export function useLetterRecipient(): Pick<LetterProps, 'to' | 'toName'> {
  const helpdesk = usePostkey().preset?.helpdesk;
  const reading = helpdesk === undefined ? undefined : readAddress(helpdesk.contact);
  return { toName: helpdesk?.name, to: reading?.ok ? reading.value.text : undefined };
}
