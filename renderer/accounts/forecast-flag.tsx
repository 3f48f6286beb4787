// Beyond "today": dots to a flag that says what ends the sign-in next, when, and how sure that is. Within seven days it takes the colours of
// your turn.
import { useTranslation } from 'react-i18next';
import type { EndingView } from '../../shared/ending.ts';
import { formatLocale } from '../setup/format-locale.ts';
import './forecast-flag.css';
import { fromNow } from './from-now.ts';

const dayMs = 86_400_000;
const soonDays = 7;

/** The first fourteen days to scale, later ones drawn closer. CSS pixels. */
function lengthOf(days: number): number {
  return Math.min(days, 14) * 6 + (days > 14 ? Math.min(40, Math.log2(days / 14) * 12) : 0);
}

const words = { certain: 'on', likely: 'about', possible: 'perhaps' } as const;

export function ForecastFlag({ endings, now }: { readonly endings: readonly EndingView[]; readonly now: number }) {
  const { t, i18n } = useTranslation('window');
  const next = endings.find(({ at }) => at !== undefined && at > now);
  if (next?.at === undefined) {
    return endings.length === 0 ? null : <p className="flag-words flag-none">{t('accounts.flag.none')}</p>;
  }
  const { at, sure } = next;
  const days = (at - now) / dayMs;
  const date = new Intl.DateTimeFormat(formatLocale(i18n.language), {
    ...(days <= soonDays ? { weekday: 'long' } : {}),
    day: 'numeric',
    month: 'short',
    ...(days > 300 ? { year: 'numeric' } : {}),
  }).format(at);
  return (
    <div className={`flag${days <= soonDays ? ' flag-soon' : ''}`}>
      <span className="flag-dots" style={{ inlineSize: `${lengthOf(days).toFixed(0)}px` }} aria-hidden="true" />
      <svg className="flag-drawn" viewBox="0 0 16 34" aria-hidden="true">
        <path d="M0 3H2V34H0zM2 4H11L15.5 8.5L11 13H2z" />
      </svg>
      <p className="flag-words">
        <strong>{t(`accounts.flag.${words[sure]}`, { date })}</strong>
        <span>
          {t('accounts.flag.when', {
            when: fromNow(at, now, i18n.language),
            sure: t(`accounts.flag.sure.${sure}`),
          })}
        </span>
      </p>
    </div>
  );
}
