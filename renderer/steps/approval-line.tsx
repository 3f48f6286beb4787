// Whether someone has to approve the app first, in one line. Says nothing where nobody has to.
import { useTranslation } from 'react-i18next';
import type { SetupView } from '../../shared/setup-state.ts';
import { VerdictLine } from './verdict-line.tsx';

export function ApprovalLine({ provider }: { readonly provider: NonNullable<SetupView['provider']> }) {
  const { t } = useTranslation('pages-start');
  if (provider.approved) return <VerdictLine verdict="done">{t('approval.given')}</VerdictLine>;
  // Organisations decide at Microsoft; for a personal mailbox nobody but the person does.
  if (provider.is.id === 'microsoft') return <VerdictLine verdict="needs-you">{t('approval.maybe')}</VerdictLine>;
  return null;
}
