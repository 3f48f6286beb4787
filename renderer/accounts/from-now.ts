// Writes how long ago something was, or how soon it will be, in the language's own way.
import { formatLocale } from '../setup/format-locale.ts';

const units = [
  { unit: 'day', ms: 86_400_000 },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
] as const;

/** "4 minutes ago", "in 11 minutes", "now". Instants in epoch milliseconds. */
export function fromNow(at: number, now: number, language: string): string {
  const format = new Intl.RelativeTimeFormat(formatLocale(language), { numeric: 'auto' });
  const difference = at - now;
  const unit = units.find(({ ms }) => Math.abs(difference) >= ms);
  return unit === undefined ? format.format(0, 'second') : format.format(Math.round(difference / unit.ms), unit.unit);
}
