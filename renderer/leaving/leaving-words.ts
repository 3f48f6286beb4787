// The sentences of a leaving: what came of each line, what is left to do. Pure; decides nothing.
import type { TFunction } from 'i18next';
import type { ByHand, LeavingLine, LeavingPart, LeavingView } from '../../shared/leaving.ts';
import { formatLocale } from '../setup/format-locale.ts';

/** "24 November 2026 at 14:05", with the seconds and the zone where it is evidence. */
export function writeInstant(language: string, instant: number, exact = false): string {
  return new Intl.DateTimeFormat(formatLocale(language), {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    // As the lines below it have their times.
    ...(exact ? { hour: '2-digit', second: '2-digit', hourCycle: 'h23', timeZoneName: 'short' } : {}),
  }).format(instant);
}

export function writeTime(language: string, instant: number): string {
  const format = new Intl.DateTimeFormat(formatLocale(language), {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  return format.format(instant);
}

/** Results whose words name the old key's end, and have others where nobody knows it. */
const withEnd: ReadonlySet<string> = new Set(['refused-some', 'opens', 'not-seen']);

/** Undefined while a person has to decide: then the cause speaks. */
export function lineWords(
  t: TFunction,
  language: string,
  { provider }: LeavingView,
  part: LeavingPart,
  line: LeavingLine,
): string | undefined {
  if (line.kind === 'asks') return undefined;
  if (!('result' in line)) return t(`leaving:lines.${part}.${line.kind}`, { provider });
  const { until } = line;
  const key = until === undefined && withEnd.has(line.result) ? `${line.result}_noEnd` : line.result;
  return t(`leaving:results.${part}.${key}`, {
    provider,
    ...line.values,
    ...(until === undefined ? {} : { until: writeInstant(language, until) }),
  });
}

export function byHandWords(t: TFunction, language: string, { provider }: LeavingView, item: ByHand): string {
  switch (item.code) {
    case 'programs': {
      const names = item.programs.map((program) => t(`window:programs.${program}`));
      const programs = new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
      return t('leaving:byHand.programs', { programs });
    }
    case 'registration-organisation':
      return t('leaving:byHand.registration-organisation', { organisation: item.organisation });
    case 'permission':
      return t(`leaving:byHand.permission${item.organisation === undefined ? '' : '_organisation'}`, {
        provider,
        organisation: item.organisation,
      });
    default:
      return t(`leaving:byHand.${item.code}`, { provider });
  }
}
