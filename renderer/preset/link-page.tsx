// A link asks Postkey to fetch settings: whose host would be asked, before anybody is.
import { useTranslation } from 'react-i18next';
import type { PresetOffer } from '../../shared/preset-offer.ts';
import { ask } from '../setup/postkey-state.ts';
import '../steps/working-page.css';
import { PrimaryButton, QuietButton } from '../ui/buttons.tsx';
import { Mark } from '../ui/mark.tsx';
import { Notice } from '../ui/notice.tsx';
import { RefusalWords } from '../ui/refusal-words.tsx';
import { HostLine, hostInWords } from './host-line.tsx';
import { OfferFrame } from './offer-frame.tsx';

export function LinkPage({ offer }: { readonly offer: Extract<PresetOffer, { stage: 'link' }> }) {
  const { t } = useTranslation('preset');
  const { id, host, address, fetching, refused } = offer;
  return (
    <OfferFrame
      page="preset-link"
      title={t('link.title')}
      lead={t('link.lead')}
      buttons={
        <>
          <QuietButton onPress={() => ask('preset.decline', { id })}>{t('link.cancel')}</QuietButton>
          <PrimaryButton onPress={() => ask('preset.fetch', { id })}>{t('link.fetch')}</PrimaryButton>
        </>
      }
    >
      <section className="offer-host" aria-label={t('link.host')}>
        <p className="offer-label">{t('link.host')}</p>
        <p className="offer-host-name">
          <HostLine host={host} />
        </p>
        <p className="offer-quiet">{t('link.whose')}</p>
      </section>
      {address === undefined ? null : (
        <p>
          {t('link.address')}: <span className="ltr offer-name">{address}</span>
        </p>
      )}
      {fetching ? (
        <p className="working-line" role="status">
          <Mark state="working" size={24} />
          <span>{t('link.fetching', { host: hostInWords(host) })}</span>
        </p>
      ) : null}
      {refused === undefined ? null : (
        <Notice tone="stopped" title={t('link.refused')} live>
          <RefusalWords refusal={refused.refusal} values={refused.values} />
        </Notice>
      )}
    </OfferFrame>
  );
}
