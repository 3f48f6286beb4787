// Encrypted doors for programs that insist on them: the certificate of this computer, how to compare it, and how each system is told
// to trust it. Postkey itself changes nothing in any list of trusted certificates.
import { Check, Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BridgeView } from '../../shared/bridge.ts';
import type { Answer } from '../../shared/ipc-contract.ts';
import { thisSystem } from '../programs/this-system.ts';
import { formatLocale } from '../setup/format-locale.ts';
import { ask } from '../setup/postkey-state.ts';
import { PageSection } from '../steps/page-section.tsx';
import { announce } from '../ui/announce.tsx';
import { SecondaryButton } from '../ui/buttons.tsx';
import { CopyLine } from '../ui/copy-line.tsx';
import { Switch } from '../ui/switch.tsx';

export function BridgeCertificate({ bridge }: { readonly bridge: BridgeView }) {
  const { t, i18n } = useTranslation('bridge');
  const { accountId: id, certificate } = bridge;
  const date = new Intl.DateTimeFormat(formatLocale(i18n.language), { dateStyle: 'long' });
  const turn = async (on: boolean) => {
    const answer = await ask('bridge.encrypt', { id, on });
    if (answer.accepted) announce(t(on ? 'tls.nowOn' : 'tls.nowOff'));
    return answer;
  };
  return (
    <PageSection title={t('tls.title')}>
      <Switch title={t('tls.switch')} text={t('tls.text')} on={certificate !== undefined} onChange={turn} />
      {certificate === undefined ? null : (
        <>
          <div className="bridge-certificate">
            <CopyLine label={t('tls.fingerprint')} value={certificate.sha256} />
            <p className="bridge-valid">{t('tls.validUntil', { date: date.format(certificate.validUntil) })}</p>
          </div>
          <div className="bridge-trust">
            <p>{t('tls.trust.all')}</p>
            <p>{t(`tls.trust.${thisSystem()}`)}</p>
            <SaveCertificate />
          </div>
        </>
      )}
    </PageSection>
  );
}

function SaveCertificate() {
  const { t } = useTranslation('bridge');
  const [isSaved, setSaved] = useState(false);
  const save = async (): Promise<Answer | undefined> => {
    const answer = await ask('bridge.saveCertificate', {});
    if (answer.accepted) {
      setSaved(true);
      announce(t('tls.saved'));
    }
    // Who closes the dialog has chosen, and knows it.
    return !answer.accepted && answer.refusal === 'file-not-chosen' ? undefined : answer;
  };
  const Icon = isSaved ? Check : Download;
  return (
    <SecondaryButton size="small" icon={<Icon size={16} strokeWidth={1.75} aria-hidden="true" />} onPress={save}>
      {t(isSaved ? 'tls.savedShort' : 'tls.save')}
    </SecondaryButton>
  );
}
