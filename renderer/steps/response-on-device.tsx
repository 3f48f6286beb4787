// Step 6 on another device: the code to type in, the page to open, and a QR code that opens it.
import { Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SetupView, WaitView } from '../../shared/setup-state.ts';
import { ask } from '../setup/postkey-state.ts';
import { announce } from '../ui/announce.tsx';
import { QuietButton, SecondaryButton } from '../ui/buttons.tsx';
import { Countdown } from '../ui/countdown.tsx';
import { StepPage } from '../ui/step-page.tsx';
import { Well } from '../ui/well.tsx';
import { ApprovalPageQuestion } from './approval-page-question.tsx';
import { CancelButton } from './cancel-button.tsx';
import { QrPicture } from './qr-picture.tsx';

export interface ResponseOnDeviceProps {
  readonly setup: SetupView;
  readonly wait: WaitView;
  readonly device: NonNullable<WaitView['device']>;
}

function CopyTheCode({ code }: { readonly code: string }) {
  const { t } = useTranslation('pages-sign-in');
  const copy = async () => {
    const answer = await ask('clipboard.copy', { text: code });
    if (answer.accepted) announce(t('response.onDevice.copied'));
    return answer;
  };
  return (
    <div>
      <SecondaryButton size="small" icon={<Copy size={16} strokeWidth={1.75} />} onPress={copy}>
        {t('response.onDevice.copy')}
      </SecondaryButton>
    </div>
  );
}

export function ResponseOnDevice({ setup, wait, device }: ResponseOnDeviceProps) {
  const { t } = useTranslation('pages-sign-in');
  const provider = setup.provider?.is.shortName ?? '';
  return (
    <StepPage
      step="response"
      title={t('response.onDevice.title')}
      lead={t('response.onDevice.lead', { provider })}
      aside={t('response.nothingStored')}
      secondary={<CancelButton />}
    >
      <div className="waiting">
        <Well className="device" label={t('response.onDevice.steps')}>
          <ol className="device-steps">
            <li>
              <p className="device-label">{t('response.onDevice.page')}</p>
              <p className="device-page mono ltr">{device.page}</p>
            </li>
            <li>
              <p className="device-label">{t('response.onDevice.code')}</p>
              <p className="device-code">{device.userCode}</p>
              <CopyTheCode code={device.userCode} />
            </li>
          </ol>
          <QrPicture svg={device.qrSvg} label={t('response.onDevice.qr', { page: device.page })} />
        </Well>
        <Countdown startedAt={wait.startedAt} deadlineAt={wait.deadlineAt} />
      </div>
      <ApprovalPageQuestion provider={setup.provider?.is} />
      <div className="page-quiet">
        <QuietButton onPress={() => ask('flow.choose', { way: 'browser' })}>
          {t('response.onDevice.browser')}
        </QuietButton>
      </div>
    </StepPage>
  );
}
