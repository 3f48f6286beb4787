// What ends a sign-in, in plain words, and what to do then. The same on the pages that speak of the time to come: what is known of this very
// account where something is known, else what is true of all.
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { EndingView } from '../../shared/ending.ts';
import { useSetup } from '../setup/postkey-state.ts';
import { loadWords } from '../setup/words.ts';
import { Well } from '../ui/well.tsx';
import { PageSection } from './page-section.tsx';
import './ending-list.css';

const KnownEndings = lazy(async () => {
  const [list] = await Promise.all([import('./known-endings.tsx'), loadWords('account')]);
  return { default: list.KnownEndings };
});

const general = ['password', 'pause', 'organisation', 'person'] as const;

export interface EndingListProps {
  readonly provider: string;
  readonly endings?: readonly EndingView[] | undefined;
}

export function EndingList({ provider, endings = [] }: EndingListProps) {
  const { t } = useTranslation('pages-mail');
  const { id, address } = useSetup();
  return (
    <Well>
      <PageSection title={t('refresh.ends.title')}>
        {endings.length > 0 ? (
          <Suspense fallback={null}>
            <KnownEndings endings={endings} now={Date.now()} id={id} address={address ?? ''} />
          </Suspense>
        ) : (
          <ul className="endings">
            {general.map((ending) => (
              <li key={ending}>{t(`refresh.ends.${ending}`, { provider })}</li>
            ))}
          </ul>
        )}
        <p>{t('refresh.ends.then')}</p>
      </PageSection>
    </Well>
  );
}
