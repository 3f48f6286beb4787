// What the looks saw, the newest first: when, how long, how it was, and the cause with its code. Begins short; the rest comes when asked for.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { watchedStamp } from '../../shared/cause-steps.ts';
import type { HistoryEntry } from '../../shared/history.ts';
import { formatLocale } from '../setup/format-locale.ts';
import { QuietButton } from '../ui/buttons.tsx';
import { OneBar } from './bars-drawing.tsx';
import { type HistoryRow, historyRows } from './history-rows.ts';

const atFirst = 20;
const minuteMs = 60_000;

const columns = ['when', 'long', 'state', 'cause'] as const;

export function HistoryTable({ history, now }: { readonly history: readonly HistoryEntry[]; readonly now: number }) {
  const { t, i18n } = useTranslation(['account', 'problems']);
  const [isWhole, setWhole] = useState(false);
  if (history.length === 0) return <p className="account-quiet">{t('history.empty')}</p>;
  const newest = historyRows(history, now);
  const rows = isWhole ? newest : newest.slice(0, atFirst);
  const thisYear = new Date(now).getFullYear();
  const when = (at: number): string =>
    new Intl.DateTimeFormat(formatLocale(i18n.language), {
      day: 'numeric',
      month: 'short',
      hour: 'numeric',
      minute: '2-digit',
      ...(new Date(at).getFullYear() === thisYear ? {} : { year: 'numeric' }),
    }).format(at);
  const long = ({ from, until }: HistoryRow): string => {
    const minutes = Math.round((until - from) / minuteMs);
    if (minutes < 1) return t('history.one');
    if (minutes < 90) return t('history.minutes', { count: minutes });
    if (minutes < 48 * 60) return t('history.hours', { count: Math.round(minutes / 60) });
    return t('history.days', { count: Math.round(minutes / 60 / 24) });
  };
  return (
    <div className="history-table-place">
      <table className="history-table" aria-label={t('history.tableLabel')}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`history.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((entry) => (
            <tr key={`${entry.state}-${entry.from}`}>
              <td>{when(entry.from)}</td>
              <td>{long(entry)}</td>
              <td>
                <span className="history-state">
                  <OneBar state={entry.state} /> {t(`history.states.${entry.state}`)}
                </span>
              </td>
              <td>
                {entry.cause === undefined ? null : (
                  <>
                    {t(`problems:${entry.cause}.title`)}{' '}
                    <code className="mono ltr">{watchedStamp(entry.cause, entry.services)}</code>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length < newest.length ? (
        <QuietButton size="small" onPress={() => setWhole(true)}>
          {t('history.more', { count: newest.length - rows.length })}
        </QuietButton>
      ) : null}
    </div>
  );
}
