// The place of the ninety days. Until days are kept, it draws what is known: not looked, then today.
import { useTranslation } from 'react-i18next';
import type { AccountView, WatchView } from '../../shared/account-state.ts';
import { problems } from '../../shared/problem.ts';
import { formatLocale } from '../setup/format-locale.ts';

type Day = 'well' | 'away' | 'needed-you' | 'broken' | 'not-looked';

const dayMs = 86_400_000;

/** What today's bar shows. The network being away is weather, not a fault. */
export function dayOf(watch: WatchView | undefined): Day {
  if (watch === undefined) return 'not-looked';
  const states = Object.values(watch.services);
  if (watch.problem !== undefined) {
    return problems[watch.problem.code].actor === 'you' ? 'needed-you' : 'broken';
  }
  if (states.includes('broken')) return 'broken';
  return states.includes('unreachable') ? 'away' : 'well';
}

export function HistoryStrip({ account, now }: { readonly account: AccountView; readonly now: number }) {
  const { t, i18n } = useTranslation('window');
  const day = dayOf(account.watch);
  const date = new Intl.DateTimeFormat(formatLocale(i18n.language), { day: 'numeric', month: 'short' });
  const sinceToday = date.format(account.addedAt) === date.format(now);
  const since = sinceToday
    ? t('accounts.watchingSinceToday')
    : t('accounts.watchingSince', { date: date.format(account.addedAt) });
  return (
    <div className="strip">
      <p className="unseen">
        {t('accounts.strip', { date: date.format(account.addedAt), state: t(`accounts.dayStates.${day}`) })}
      </p>
      <div className="strip-bars" aria-hidden="true">
        <span className="strip-not-looked" />
        {day === 'not-looked' ? null : <span className={`strip-day strip-${day}`} />}
        <span className="strip-today" />
      </div>
      <div className="strip-axis" aria-hidden="true">
        <span>{date.format(now - 89 * dayMs)}</span>
        <span>{since}</span>
        <span>{t('accounts.today')}</span>
      </div>
    </div>
  );
}
