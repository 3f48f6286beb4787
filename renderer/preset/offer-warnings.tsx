// What has to be read before a yes, the grave ones first, each as one notice.
import { useTranslation } from 'react-i18next';
import { type PresetWarning, presetWarnings } from '../../shared/preset-offer.ts';
import { Notice } from '../ui/notice.tsx';

export function OfferWarnings({ warnings }: { readonly warnings: readonly PresetWarning[] }) {
  const { t } = useTranslation('preset');
  if (warnings.length === 0) return null;
  return (
    <section className="offer-warnings" aria-label={t('warnings.label')}>
      {warnings.map(({ code, values }) => (
        <Notice
          key={`${code} ${JSON.stringify(values)}`}
          tone={presetWarnings[code] === 'grave' ? 'stopped' : 'note'}
          title={t(`warnings.${code}.title`, values)}
        >
          {t(`warnings.${code}.text`, values)}
        </Notice>
      ))}
    </section>
  );
}
