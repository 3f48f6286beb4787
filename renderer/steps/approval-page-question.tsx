// For whoever stands before "Need admin approval" in the browser: that page does not come back by itself, so the person says it here.
import { Stamp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MailProvider } from '../../shared/mail-provider.ts';
import { ask } from '../setup/postkey-state.ts';
import { QuietButton } from '../ui/buttons.tsx';
import './lifeguard.css';

/** Nothing where no administrator can be in between: a personal mailbox, and providers that have no such page. */
export function ApprovalPageQuestion({ provider }: { readonly provider: MailProvider | undefined }) {
  const { t } = useTranslation('pages-sign-in');
  const hasAdministrator = provider?.signIn === 'microsoft' || provider?.signIn === 'google';
  if (!hasAdministrator || provider.kind === 'personal') return null;
  return (
    <div className="lifeguard-device">
      <Stamp size={18} strokeWidth={1.75} aria-hidden="true" />
      <span>{t('response.approvalPage.question')}</span>
      <QuietButton size="small" onPress={() => ask('response.approvalPage', {})}>
        {t('response.approvalPage.button')}
      </QuietButton>
    </div>
  );
}
