// What an administrator needs without the letter: the page to agree on, the client ID to trust. To copy, or to open for whoever is
// the administrator.
import { ExternalLink } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ApprovalView } from '../../shared/approval.ts';
import type { MailProvider } from '../../shared/mail-provider.ts';
import { ask } from '../setup/postkey-state.ts';
import { SecondaryButton } from '../ui/buttons.tsx';
import { CopyLine } from '../ui/copy-line.tsx';
import '../ui/cause.css';
import './approval-for-admin.css';
import { PageSection } from './page-section.tsx';

export interface ApprovalForAdminProps {
  readonly approval: Pick<ApprovalView, 'adminLink' | 'clientId' | 'tenant'>;
  readonly signIn: MailProvider['signIn'];
  /** The sign-in page's own words. */
  readonly serverSaid?: string | undefined;
}

/** What a person can read of an address; the rest is for machines. */
function withoutQuery(link: string): string {
  return link.replace(/\?.*$/u, '?…');
}

export function ApprovalForAdmin({ approval, signIn, serverSaid }: ApprovalForAdminProps) {
  const { t } = useTranslation(['approval', 'window']);
  const { adminLink, clientId, tenant } = approval;
  return (
    <PageSection title={t('admin.title')}>
      <p>{signIn === 'google' ? t('admin.text_google') : t('admin.text')}</p>
      <div>
        {adminLink === undefined ? null : (
          <CopyLine label={t('admin.link')} value={withoutQuery(adminLink)} copy={adminLink} />
        )}
        <CopyLine label={t('admin.clientId')} value={clientId} />
        {tenant === undefined ? null : <CopyLine label={t('admin.tenant')} value={tenant} />}
      </div>
      {serverSaid === undefined ? null : (
        <p className="cause-said">
          {t('window:cause.serverSaid')} <code className="mono ltr">{serverSaid}</code>
        </p>
      )}
      {adminLink === undefined ? null : (
        <div className="approval-is-you">
          <p>{t('admin.isYou')}</p>
          <SecondaryButton
            size="small"
            icon={<ExternalLink size={16} strokeWidth={1.75} aria-hidden="true" />}
            onPress={() => ask('link.open', { url: adminLink })}
          >
            {t('admin.open')}
          </SecondaryButton>
        </div>
      )}
    </PageSection>
  );
}
