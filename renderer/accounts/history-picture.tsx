// Ninety days whose bars answer: to the pointer, and to arrow keys as a slider does. The line under them says the day, its state and its cause.
import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { watchedStamp } from '../../shared/cause-steps.ts';
import type { HistoryEntry } from '../../shared/history.ts';
import { formatLocale } from '../setup/format-locale.ts';
import { BarsDrawing } from './bars-drawing.tsx';
import { countDays, type DayBar, entryOfDay } from './day-bars.ts';

export interface HistoryPictureProps {
  readonly bars: readonly DayBar[];
  readonly history: readonly HistoryEntry[];
}

export function HistoryPicture({ bars, history }: HistoryPictureProps) {
  const { t, i18n } = useTranslation(['account', 'problems']);
  const locale = formatLocale(i18n.language);
  const last = bars.length - 1;
  const [chosen, setChosen] = useState<number | undefined>();
  const [pointed, setPointed] = useState<number | undefined>();
  const shown = pointed ?? chosen;
  const date = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' });
  const axis = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
  const sum = new Intl.ListFormat(locale).format(
    countDays(bars).map(([state, count]) => t(`history.sum.${state}`, { count })),
  );

  const say = (place: number): string => {
    const bar = bars[place];
    if (bar === undefined) return '';
    const { cause, services = {} } = entryOfDay(history, bar) ?? {};
    const values = { date: date.format(bar.at), state: t(`history.states.${bar.state}`) };
    if (cause === undefined) return t('history.day', values);
    return t('history.dayCause', {
      ...values,
      title: t(`problems:${cause}.title`),
      code: watchedStamp(cause, services),
    });
  };
  const at = ({ currentTarget, clientX }: PointerEvent<HTMLElement>): number => {
    const { left, right, width } = currentTarget.getBoundingClientRect();
    const isRtl = getComputedStyle(currentTarget).direction === 'rtl';
    const part = (isRtl ? right - clientX : clientX - left) / Math.max(1, width);
    return Math.min(last, Math.max(0, Math.floor(part * bars.length)));
  };
  const onKey = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const isRtl = getComputedStyle(event.currentTarget).direction === 'rtl';
    const forward = isRtl ? 'ArrowLeft' : 'ArrowRight';
    const from = chosen ?? last;
    const places: Readonly<Record<string, number>> = {
      [forward]: from + 1,
      ArrowUp: from + 1,
      [isRtl ? 'ArrowRight' : 'ArrowLeft']: from - 1,
      ArrowDown: from - 1,
      PageUp: from + 7,
      PageDown: from - 7,
      Home: 0,
      End: last,
    };
    const place = places[event.key];
    if (place === undefined) return;
    event.preventDefault();
    setChosen(Math.min(last, Math.max(0, place)));
  };
  const [first] = bars;
  return (
    <div>
      <p className="account-quiet">{sum === '' ? t('history.empty') : sum}</p>
      <div
        className="history-bars"
        role="slider"
        tabIndex={0}
        aria-label={t('history.picture')}
        aria-valuemin={1}
        aria-valuemax={bars.length}
        aria-valuenow={(chosen ?? last) + 1}
        aria-valuetext={say(chosen ?? last)}
        onKeyDown={onKey}
        onFocus={() => setChosen((before) => before ?? last)}
        onPointerMove={(event) => setPointed(at(event))}
        onPointerDown={(event) => setChosen(at(event))}
        onPointerLeave={() => setPointed(undefined)}
      >
        <BarsDrawing bars={bars} chosen={shown} />
        <span className="strip-today" />
      </div>
      <div className="strip-axis history-axis" aria-hidden="true">
        <span>{first === undefined ? '' : axis.format(first.at)}</span>
        <span>{t('history.today')}</span>
      </div>
      <p className="history-said" aria-hidden="true">
        {shown === undefined ? t('history.hint') : say(shown)}
      </p>
    </div>
  );
}
