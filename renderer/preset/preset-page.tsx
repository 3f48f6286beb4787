// A preset, read and not used: whose it says it is, what it does, what would change, and what to be careful of.
import { useTranslation } from 'react-i18next';
import { type PresetOffer, type PresetPart, presetParts, presetWarnings } from '../../shared/preset-offer.ts';
import type { DetailLine } from '../../shared/setup-state.ts';
import { ask } from '../setup/postkey-state.ts';
import { KindButton } from '../ui/buttons.tsx';
import { Notice } from '../ui/notice.tsx';
import { hostInWords } from './host-line.tsx';
import { OfferFrame } from './offer-frame.tsx';
import { OfferWarnings } from './offer-warnings.tsx';
import { isSaid, partValues } from './part-value.tsx';

type Offered = Extract<PresetOffer, { stage: 'preset' }>;

export function PresetPage({ offer }: { readonly offer: Offered }) {
  const { t } = useTranslation('preset');
  const { id, origin, address, facts, changed, warnings, accounts } = offer;
  const from = origin.kind === 'link' ? { host: hostInWords(origin.host) } : { name: origin.name };
  // The solid button is the one to be recommended.
  const isGrave = warnings.some(({ code }) => presetWarnings[code] === 'grave');
  const isSame = changed?.length === 0;
  return (
    <OfferFrame
      page="preset"
      title={t('title', { organisation: facts.organisation })}
      lead={t(`lead.${origin.kind}`, from)}
      details={detailsOf(offer, t('details.authority'))}
      buttons={
        <>
          <KindButton kind={isGrave ? 'primary' : 'quiet'} onPress={() => ask('preset.decline', { id })}>
            {t('decline')}
          </KindButton>
          <KindButton kind={isGrave ? 'secondary' : 'primary'} onPress={() => ask('preset.accept', { id })}>
            {t('use')}
          </KindButton>
        </>
      }
    >
      {origin.kind === 'link' && origin.ledFrom !== undefined ? (
        <Notice tone="note" title={t('ledOn.title')}>
          {t('ledOn.text', { from: hostInWords(origin.ledFrom), host: hostInWords(origin.host) })}
        </Notice>
      ) : null}
      <OfferWarnings warnings={warnings} />
      {isSame ? (
        <Notice tone="done" title={t('same.title')}>
          {t('same.text')}
        </Notice>
      ) : null}
      <OfferFacts offer={offer} />
      {address === undefined ? null : (
        <p>
          {t('link.address')}: <span className="ltr offer-name">{address}</span>
        </p>
      )}
      {facts.practice ? <p className="offer-quiet">{t('practice')}</p> : null}
      {accounts > 0 ? <p className="offer-quiet">{t('accounts', { count: accounts })}</p> : null}
    </OfferFrame>
  );
}

function OfferFacts({ offer: { facts, before, changed = [] } }: { readonly offer: Offered }) {
  const { t } = useTranslation('preset');
  const isTold = (part: PresetPart): boolean => isSaid(part, facts) || changed.includes(part);
  return (
    <section aria-label={t('facts')}>
      <dl className="offer-facts">
        {presetParts.filter(isTold).map((part) => {
          const Value = partValues[part];
          return (
            <div className="offer-fact" key={part}>
              <dt className="offer-label">{t(`parts.${part}`)}</dt>
              <dd>
                <Value facts={facts} />
                {before !== undefined && changed.includes(part) ? (
                  <div className="offer-before">
                    <span className="offer-label">{t('before')}</span>
                    <div>
                      <Value facts={before} />
                    </div>
                  </div>
                ) : null}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}

function detailsOf({ facts }: Offered, authority: string): readonly DetailLine[] {
  const { signIn, tenant, servers, authorities } = facts;
  return [
    { label: 'method', value: signIn },
    ...(tenant === undefined ? [] : [{ label: 'tenant', value: tenant }]),
    ...servers.map(({ service, host, port, security }) => ({
      label: service,
      value: `${hostInWords(host)}:${port} ${security}`,
    })),
    ...authorities.map(({ fingerprint }) => ({ label: authority, value: fingerprint })),
  ];
}
