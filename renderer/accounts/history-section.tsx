// How an account was, for an account's page: ninety days as a picture whose bars answer to pointer and arrow keys, and the same as a table.
import { ChevronDown } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountView } from '../../shared/account-state.ts';
import type { HistoryEntry } from '../../shared/history.ts';
import { OneBar } from './bars-drawing.tsx';
import type { DayState } from './day-bars.ts';
import { dayBars } from './day-bars.ts';
import { HistoryPicture } from './history-picture.tsx';
import './history-section.css';
import { HistoryTable } from './history-table.tsx';

export interface HistorySectionProps {
  readonly account: AccountView;
  readonly history: readonly HistoryEntry[];
  readonly now: number;
}

const legend: readonly DayState[] = ['well', 'away', 'needed-you', 'broken', 'not-looked'];

export function HistorySection({ account, history, now }: HistorySectionProps) {
  const { t } = useTranslation('account');
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <section className="card account-part" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('history.title')}</h2>
      <HistoryPicture bars={dayBars(account, now)} history={history} />
      <div className="history-foot">
        <p className="history-legend" aria-hidden="true">
          <span>{t('history.legend')}</span>
          {legend.map((state) => (
            <span key={state} className="history-legend-one">
              <OneBar state={state} /> {t(`history.states.${state}`)}
            </span>
          ))}
        </p>
        <button
          type="button"
          className="details-button history-fold"
          aria-expanded={isOpen}
          aria-controls={`${id}-table`}
          onClick={() => setOpen(!isOpen)}
        >
          {t(isOpen ? 'history.tableAway' : 'history.table')}
          <ChevronDown className="details-chevron" size={16} strokeWidth={1.75} aria-hidden="true" />
        </button>
      </div>
      <div id={`${id}-table`} hidden={!isOpen}>
        {isOpen ? <HistoryTable history={history} now={now} /> : null}
      </div>
    </section>
  );
}
