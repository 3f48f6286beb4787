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
  const { t } = useTranslation('look-up');
  const forecast: ForecastView =
    provider.forecast ??
    (provider.approved
      ? { approval: 'given', reason: 'preset-approved' }
      : { approval: 'not-known', reason: 'not-known' });
  if (forecast.reason === 'not-known') return null;
  const isLess = forecast.reason === 'microsoft-default-rule' && forecast.approval === 'perhaps';
  return (
    <VerdictLine verdict={verdicts[forecast.approval]}>
      {t(`forecast.${isLess ? 'microsoft-perhaps' : forecast.reason}`)}
    </VerdictLine>
  );
}
