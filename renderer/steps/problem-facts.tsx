// What was seen when something stopped, as sentences: who signed a certificate, whom it is made out to, how long to wait.
// Says only what is known; a fact that is missing has no sentence.
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../shared/problem.ts';
import './problem-facts.css';

/** "2026-11-23" as the person writes days; undefined where it is no day. */
function writeDay(language: string, day: string): string | undefined {
  const instant = Date.parse(day);
  if (Number.isNaN(instant)) return undefined;
  // A certificate's day is one of universal time.
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(instant);
}

export function ProblemFacts({ problem }: { readonly problem: Problem }) {
  const { t, i18n } = useTranslation('pages-start');
  const textOf = (name: string): string => String(problem.facts[name] ?? '');
  const from = writeDay(i18n.language, textOf('validFrom'));
  const until = writeDay(i18n.language, textOf('validUntil'));
  const seconds = Number(problem.facts['seconds'] ?? 0);
  const sentences = [
    textOf('signer') === '' ? undefined : t('seen.signer', { signer: textOf('signer') }),
    textOf('names') === '' ? undefined : t('seen.names', { names: textOf('names') }),
    from === undefined || until === undefined ? undefined : t('seen.valid', { from, until }),
    seconds > 0 ? t('seen.minutes', { count: Math.ceil(seconds / 60) }) : undefined,
  ].filter((sentence) => sentence !== undefined);
  if (sentences.length === 0) return null;
  return (
    <section className="problem-facts" aria-label={t('seen.title')}>
      <h2>{t('seen.title')}</h2>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
