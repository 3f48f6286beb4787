// "Make a case file", wherever something may have to be told to a helpdesk. Main makes it; the preview opens with the next snapshot.
import { FileText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RequestInput } from '../../shared/ipc-contract.ts';
import { ask } from '../setup/postkey-state.ts';
import { KindButton } from '../ui/buttons.tsx';

export interface CaseFileButtonProps {
  /** What it is about: the set-up in progress, an account by its id, or all there is. */
  readonly about: RequestInput<'case.prepare'>['about'];
  readonly id?: string | undefined;
  /** Of the page that is shown, "10-SMTP-OFF". */
  readonly code?: string | undefined;
  readonly kind?: 'secondary' | 'quiet' | undefined;
  readonly size?: 'medium' | 'small' | undefined;
}

export function CaseFileButton({ about, id, code, kind = 'quiet', size = 'small' }: CaseFileButtonProps) {
  const { t } = useTranslation('window');
  const input = { about, ...(id === undefined ? {} : { id }), ...(code === undefined ? {} : { code }) };
  return (
    <KindButton
      kind={kind}
      size={size}
      icon={<FileText size={16} strokeWidth={1.75} aria-hidden="true" />}
      onPress={() => ask('case.prepare', input)}
    >
      {t('help.caseMake')}
    </KindButton>
  );
}
