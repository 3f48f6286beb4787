// The permissions an administrator is asked to approve: what each is for, and its official name beside it.
import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ApprovalView } from '../../shared/approval.ts';
import type { MailProvider } from '../../shared/mail-provider.ts';
import { permissionLines } from '../letters/permission-lines.ts';
import './approval-permissions.css';
import { PageSection } from './page-section.tsx';

export interface ApprovalPermissionsProps {
  readonly approval: Pick<ApprovalView, 'permissions'>;
  readonly signIn: MailProvider['signIn'];
}

export function ApprovalPermissions({ approval, signIn }: ApprovalPermissionsProps) {
  const { t } = useTranslation('approval');
  return (
    <PageSection title={t('permissions.title')}>
      <p>{t('permissions.text')}</p>
      <ul className="approval-permissions">
        {permissionLines(approval.permissions, signIn).map(({ purpose, text }) => (
          <li key={text}>
            <Check size={18} strokeWidth={1.75} aria-hidden="true" />
            <span>{t(`purposes.${purpose}`)}</span>
            <code className="mono ltr">{text}</code>
          </li>
        ))}
      </ul>
    </PageSection>
  );
}
