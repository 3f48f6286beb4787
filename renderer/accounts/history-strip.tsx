// Ninety days on a card: the bars, today, and the flag of what comes. Read aloud as one sentence.
import { useTranslation } from 'react-i18next';
import type { AccountView } from '../../shared/account-state.ts';
import { formatLocale } from '../setup/format-locale.ts';
import { BarsDrawing } from './bars-drawing.tsx';
import { countDays, dayBars } from './day-bars.ts';
import { ForecastFlag } from './forecast-flag.tsx';
import './history-strip.css';

export function HistoryStrip({ account, now }: { readonly account: AccountView; readonly now: number }) {
  const { t, i18n } = useTranslation('window');
  const locale = formatLocale(i18n.language);
  const bars = dayBars(account, now);
  const [first] = bars;
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
  const counts = countDays(bars);
  const sum = new Intl.ListFormat(locale).format(
    counts.map(([state, count]) => t(`accounts.daySums.${state}`, { count })),
  );
  const today = t(`accounts.dayStates.${bars.at(-1)?.state ?? 'not-looked'}`);
  const isNew = date.format(account.addedAt) === date.format(now);
  return (
    <div className="strip">
      <p className="unseen">
        {counts.length === 0 ? t('accounts.stripNone') : t('accounts.stripDays', { sum, state: today })}
      </p>
      <div className="strip-line">
        <div className="strip-past">
          <div className="strip-bars" aria-hidden="true">
            <BarsDrawing bars={bars} />
            <span className="strip-today" />
          </div>
          <div className="strip-axis" aria-hidden="true">
            <span>{first === undefined ? '' : date.format(first.at)}</span>
            {isNew ? <span>{t('accounts.watchingSinceToday')}</span> : null}
            <span>{t('accounts.today')}</span>
          </div>
        </div>
        <ForecastFlag endings={account.endings} now={now} />
      </div>
    </div>
  );
}
