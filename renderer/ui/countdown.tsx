// How long is left: minutes and seconds, and pips, one a minute. Does not change colour; announced at 5, 2 and 1 minutes and 30 s.
import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatLocale } from '../setup/format-locale.ts';
import { announce } from './announce.tsx';
import './countdown.css';
import { useNow } from './use-now.ts';

export interface CountdownProps {
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly deadlineAt: number;
  /** Under the pips: "More time", which the last minute points to. */
  readonly children?: ReactNode;
}

const minute = 60;
const announcedAt = [5 * minute, 2 * minute, minute, 30];

/** The mark that was passed between two looks, in seconds; undefined when none was. */
export function markPassed(before: number, now: number): number | undefined {
  return announcedAt.filter((mark) => before > mark && now <= mark).at(-1);
}

/** How full each pip is, 0 to 1, the first to empty last: one a minute. */
export function fillPips(secondsLeft: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => Math.min(1, Math.max(0, secondsLeft / minute - index)));
}

export function Countdown({ startedAt, deadlineAt, children }: CountdownProps) {
  const { t, i18n } = useTranslation('window');
  const now = useNow(250, true);
  const left = Math.max(0, Math.ceil((deadlineAt - now) / 1000));
  const before = useRef(left);

  useEffect(() => {
    const mark = markPassed(before.current, left);
    before.current = left;
    if (mark === undefined) return;
    announce(
      mark < minute ? t('countdown.seconds', { count: mark }) : t('countdown.minutes', { count: mark / minute }),
    );
  }, [left, t]);

  const pips = Math.min(10, Math.max(1, Math.ceil((deadlineAt - startedAt) / 1000 / minute)));
  const until = new Intl.DateTimeFormat(formatLocale(i18n.language), { hour: 'numeric', minute: '2-digit' }).format(
    deadlineAt,
  );
  return (
    <div className="countdown" role="timer" aria-label={t('countdown.until', { time: until })}>
      <p className="countdown-figure ltr" aria-hidden="true">
        {Math.floor(left / minute)}:{String(left % minute).padStart(2, '0')}
      </p>
      <p className="countdown-until">{left === 0 ? t('countdown.over') : t('countdown.until', { time: until })}</p>
      <div className="countdown-pips" aria-hidden="true">
        {fillPips(left, pips).map((fill, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a pip is its place
          <span className="countdown-pip" key={index}>
            {fill > 0 ? <span style={{ inlineSize: `max(8px, ${(fill * 100).toFixed(1)}%)` }} /> : null}
          </span>
        ))}
      </div>
      {children !== undefined && left > 0 && left <= minute ? (
        <p className="countdown-until">{t('countdown.lastMinute')}</p>
      ) : null}
      {children}
    </div>
  );
}
