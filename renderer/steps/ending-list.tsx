// What ends a sign-in, in plain words, and what to do then. The same on the pages that speak of the time to come.
import { useTranslation } from 'react-i18next';
import { Well } from '../ui/well.tsx';
import { PageSection } from './page-section.tsx';
import './ending-list.css';

const endings = ['password', 'pause', 'organisation', 'person'] as const;

export function EndingList({ provider }: { readonly provider: string }) {
  const { t } = useTranslation('pages-mail');
  return (
    <Well>
      <PageSection title={t('refresh.ends.title')}>
        <ul className="endings">
          {endings.map((ending) => (
            <li key={ending}>{t(`refresh.ends.${ending}`, { provider })}</li>
          ))}
        </ul>
        <p>{t('refresh.ends.then')}</p>
      </PageSection>
    </Well>
  );
}
