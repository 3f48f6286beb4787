// One line a source: what is asked, its verdict, and what left this computer for it. Draws; knows no source's inside.
import { useTranslation } from 'react-i18next';
import type { SourceView } from '../../shared/look-up.ts';
import { useSetup } from '../setup/postkey-state.ts';
import type { MarkState } from '../ui/mark.tsx';
import { Mark } from '../ui/mark.tsx';
import { domainOf } from './domain-of.ts';
import './look-up-lines.css';

const marks: Readonly<Record<SourceView['state'], MarkState>> = {
  asking: 'working',
  found: 'done',
  nothing: 'skipped',
  failed: 'noted',
  'not-asked': 'skipped',
};

function useVerdict({ state, provider, fault }: SourceView): string {
  const { t } = useTranslation('look-up');
  if (state === 'failed') return t(`faults.${fault ?? 'unreachable'}`);
  if (state !== 'found') return t(`verdicts.${state}`);
  return provider === undefined ? t('verdicts.foundUnnamed') : t('verdicts.found', { provider });
}

function Line({ verdict, domain }: { readonly verdict: SourceView; readonly domain: string }) {
  const { t } = useTranslation('look-up');
  const words = useVerdict(verdict);
  return (
    <li className={`look-up-line look-up-${verdict.state}`}>
      <Mark state={marks[verdict.state]} size={17} />
      <p>
        <span className="look-up-source">{t(`sources.${verdict.source}`, { domain })}</span>
        <span className="look-up-verdict">{words}</span>
        {verdict.state === 'not-asked' ? null : (
          <span className="look-up-sent">{t(`sent.${verdict.sent}`, { domain })}</span>
        )}
      </p>
    </li>
  );
}

/** Every source that has said something until now. */
export function LookUpLines({ sources }: { readonly sources: readonly SourceView[] }) {
  const { t } = useTranslation('look-up');
  const domain = domainOf(useSetup().address ?? '');
  return (
    <ul className="look-up-lines" aria-label={t('how.label')}>
      {sources.map((each) => (
        <Line key={each.source} verdict={each} domain={domain} />
      ))}
    </ul>
  );
}

/** While it lasts: as high as the drawing whose place it takes, so that nothing jumps. */
export function LookUpLive({ sources }: { readonly sources: readonly SourceView[] }) {
  const { t } = useTranslation('look-up');
  return (
    <section className="look-up-live" aria-label={t('asking.title')}>
      <div>
        <h2 className="look-up-title">{t('asking.title')}</h2>
        <p className="look-up-text">{t('asking.text')}</p>
      </div>
      <LookUpLines sources={sources} />
    </section>
  );
}
