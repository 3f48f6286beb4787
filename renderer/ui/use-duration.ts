// Writes how long something took, in the person's own figures.
import { useTranslation } from 'react-i18next';
import { formatLocale } from '../setup/format-locale.ts';

/** Milliseconds below one second, then seconds with one place: "212 ms", "1.4 s". */
export function useDuration(): (ms: number, alwaysSeconds?: boolean) => string {
  const { t, i18n } = useTranslation('window');
  return (ms, alwaysSeconds = false) => {
    if (ms < 1000 && !alwaysSeconds) return t('ladder.ms', { value: Math.round(ms) });
    const seconds = new Intl.NumberFormat(formatLocale(i18n.language), {
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    });
    return t('ladder.s', { value: seconds.format(ms / 1000) });
  };
}
