// Whether someone has to approve the app first, in one line with its reason. Says nothing where nothing is known.
import { useTranslation } from 'react-i18next';
import type { ForecastView, ProviderView } from '../../shared/look-up.ts';
import type { Verdict } from './verdict-line.tsx';
import { VerdictLine } from './verdict-line.tsx';

const verdicts: Readonly<Record<ForecastView['approval'], Verdict>> = {
  given: 'done',
  'not-needed': 'done',
  perhaps: 'needs-you',
  likely: 'needs-you',
  'not-known': 'done',
};

export function ApprovalLine({ provider }: { readonly provider: ProviderView }) {
  const { t } = useTranslation('pages-start');
  const forecast: ForecastView =
    provider.forecast ??
    (provider.approved
      ? { approval: 'given', reason: 'preset-approved' }
      : { approval: 'not-known', reason: 'not-known' });
  const words: Readonly<Record<ForecastView['reason'], string | null>> = {
    'preset-approved': t('approval.given'),
    'personal-mailbox': t('approval.personal-mailbox'),
    'no-sign-in-page': t('approval.no-sign-in-page'),
    'microsoft-default-rule': forecast.approval === 'likely' ? t('approval.likely') : t('approval.perhaps'),
    'google-may-restrict': t('approval.google'),
    'not-known': null,
  };
  const said = words[forecast.reason];
  return said === null ? null : <VerdictLine verdict={verdicts[forecast.approval]}>{said}</VerdictLine>;
}
