// The account list: every account's health in one line, sorted by need, and the one button that helps. Between them, set-ups that
// wait for approval.
import { lazy, type RefObject, Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountView } from '../../shared/account-state.ts';
import { pageCode } from '../../shared/page-code.ts';
import { ask, usePostkey } from '../setup/postkey-state.ts';
import { SecondaryButton } from '../ui/buttons.tsx';
import { Notices } from '../ui/notices.tsx';
import { Stamp } from '../ui/stamp.tsx';
import { useNow } from '../ui/use-now.ts';
import { AccountCard, type OpenedFor } from './account-card.tsx';
import { cardsByNeed, titleOf } from './account-health.ts';
import './account-list.css';
import { AccountRail } from './account-rail.tsx';
import { AsideCard } from './aside-card.tsx';
import { fromNow } from './from-now.ts';
import { goBackTo, type ListPlace, placeOf } from './list-place.ts';
import { useAnnouncedHealth } from './use-announced-health.ts';

const PracticeBand = lazy(async () => ({ default: (await import('../wizard/practice-band.tsx')).PracticeBand }));

export interface AccountListProps {
  /** Where it was left for an account's page; it is filled when one is opened. */
  readonly place?: RefObject<ListPlace | undefined> | undefined;
  /** An account's page is about to be shown, and what for. */
  readonly onOpen?: ((id: string, why: OpenedFor) => void) | undefined;
}

export function AccountList({ place, onOpen }: AccountListProps) {
  const { t, i18n } = useTranslation('window');
  const { accounts, aside } = usePostkey();
  const heading = useRef<HTMLHeadingElement>(null);
  const now = useNow(20_000, true);
  useAnnouncedHealth(accounts);

  useEffect(() => {
    const left = place?.current;
    if (left === undefined || !goBackTo(left)) heading.current?.focus({ preventScroll: true });
  }, [place]);
  const keepPlace = (id: string, why: OpenedFor): void => {
    if (place) place.current = placeOf(id);
    onOpen?.(id, why);
  };
  useEffect(() => {
    document.title = t('titleBar', { title: t('accounts.rail') });
  }, [t]);

  const cards = cardsByNeed(accounts, aside);
  // Cards come in the order of need: the first that needs the person has the page's solid button.
  const solid = cards.find(({ need }) => need === 'needYou');
  return (
    <div className="room">
      <AccountRail />
      <main className="accounts">
        {accounts.some((account) => account.practice) ? (
          <Suspense fallback={null}>
            <PracticeBand />
          </Suspense>
        ) : null}
        <Notices />
        <header className="accounts-head">
          <div>
            <h1 className="accounts-title" ref={heading} tabIndex={-1}>
              {titleOf(t, cards)}
            </h1>
            <p className="accounts-lead">{lead(accounts)}</p>
          </div>
          <div className="accounts-head-end">
            <SecondaryButton onPress={() => ask('setup.start', { practice: false })}>
              {t('accounts.add')}
            </SecondaryButton>
            <Stamp code={pageCode({ page: 'list' })} />
          </div>
        </header>
        <ul className="accounts-cards">
          {cards.map((card) =>
            card.kind === 'aside' ? (
              <AsideCard key={`aside-${card.aside.id}`} aside={card.aside} solid={card === solid} now={now} />
            ) : (
              <AccountCard
                key={card.account.id}
                account={card.account}
                solid={card === solid}
                now={now}
                onOpen={keepPlace}
              />
            ),
          )}
        </ul>
      </main>
    </div>
  );

  function lead(all: readonly AccountView[]): string {
    if (all.length === 0) return t('accounts.leadAside');
    if (all.some((account) => account.checking)) return t('accounts.leadNow');
    const watches = all.flatMap((account) => account.watch ?? []);
    if (watches.length === 0) return t('accounts.leadFirst');
    return t('accounts.lead', {
      ago: fromNow(Math.max(...watches.map((watch) => watch.lastCheckAt)), now, i18n.language),
      next: fromNow(Math.max(now, Math.min(...watches.map((watch) => watch.nextCheckAt))), now, i18n.language),
    });
  }
}
