// A set-up that waits for an organisation's approval, in the account list: since when, what Postkey knows, and the way back into it.
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { AsideView } from '../../shared/postkey-state.ts';
import { writeShortDay } from '../letters/write-dates.ts';
import { formatLocale } from '../setup/format-locale.ts';
import { ask } from '../setup/postkey-state.ts';
import { writeTime } from '../steps/format-time.ts';
import { PrimaryButton, SecondaryButton } from '../ui/buttons.tsx';
import { Mark } from '../ui/mark.tsx';
import './account-card.css';
import './aside-card.css';
import { CancelAside } from './cancel-aside.tsx';

export interface AsideCardProps {
  readonly aside: AsideView;
  /** The first card that needs the person has the page's solid button. */
  readonly solid: boolean;
  readonly now: number;
}

export function AsideCard({ aside, solid, now }: AsideCardProps) {
  const { t, i18n } = useTranslation('window');
  const id = useId();
  const { address, state, organisation, providerName: provider } = aside;
  const isWaiting = state === 'waiting';
  const date = writeShortDay(i18n.language, aside.since, now);
  const verdict = isWaiting && organisation ? 'waiting_named' : state;
  const Button = solid ? PrimaryButton : SecondaryButton;
  const isApproved = state === 'approved';
  return (
    <li className={isWaiting ? 'card card-aside' : 'card card-needs-you card-aside'} data-aside={address}>
      <article aria-labelledby={id}>
        <header className="card-head">
          <Mark state={isWaiting ? 'waiting' : 'needs-you'} size={28} />
          <h2 className="card-address" id={id}>
            <span className="ltr">{address}</span>{' '}
            <span className="card-provider">{t('accounts.provider', { provider })}</span>
          </h2>
          <div className="card-buttons">
            <CancelAside aside={aside} />
            <Button
              size="small"
              label={t(isApproved ? 'accounts.aside.goOnLabel' : 'accounts.aside.openLabel', { address })}
              onPress={() => ask('setup.takeUp', { id: aside.id })}
            >
              {t(isApproved ? 'accounts.aside.goOn' : 'accounts.aside.open')}
            </Button>
          </div>
        </header>
        <p className="card-health">
          <strong className="card-verdict">{t(`accounts.aside.${verdict}`, { date, organisation })}</strong>{' '}
          <WhatIsKnown aside={aside} now={now} />
        </p>
      </article>
    </li>
  );
}

function WhatIsKnown({ aside, now }: { readonly aside: AsideView; readonly now: number }) {
  const { t, i18n } = useTranslation('window');
  const { state, check, lastCheckAt, nextCheckAt } = aside;
  if (state !== 'waiting') return t(`accounts.aside.what.${state}`);
  if (check !== 'by-itself') return t(`accounts.aside.what.${check}`);
  const time = (at: number): string => writeTime(formatLocale(i18n.language), at, now);
  return (
    <>
      {lastCheckAt === undefined
        ? t('accounts.aside.what.by-itself')
        : t('accounts.aside.what.notYet', { time: time(lastCheckAt) })}{' '}
      {nextCheckAt !== undefined && nextCheckAt > now
        ? t('accounts.aside.what.next', { time: time(nextCheckAt) })
        : null}
    </>
  );
}
