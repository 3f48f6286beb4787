// The rail beside the account list: the finished key, the pages there are, and the foot.
import { Headset, Mailbox } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { agentKeyName, openAgent } from '../agent/agent-door.ts';
import { EnvelopeHead } from '../ui/envelope-head.tsx';
import '../wizard/rail.css';
import { RailFoot } from '../wizard/rail-foot.tsx';
import './account-rail.css';

export function AccountRail() {
  const { t } = useTranslation('window');
  return (
    <nav className="rail rail-accounts" aria-label={t('accounts.railLabel')}>
      <div className="rail-head">
        <EnvelopeHead whole />
        <span className="rail-app">{t('app')}</span>
      </div>
      <p className="rail-page" aria-current="page">
        <Mailbox size={20} strokeWidth={1.75} aria-hidden="true" />
        <span>{t('accounts.rail')}</span>
      </p>
      <button type="button" className="rail-page rail-page-other" onClick={openAgent} title={agentKeyName}>
        <Headset size={20} strokeWidth={1.75} aria-hidden="true" />
        <span>{t('accounts.byCode')}</span>
      </button>
      <RailFoot />
    </nav>
  );
}
