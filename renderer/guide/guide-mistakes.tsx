// What really goes wrong with a registration, how one sees it, and the code by which Postkey says it.
import { useTranslation } from 'react-i18next';
import type { FilledGuide } from '../../shared/console-guide.ts';
import { Well } from '../ui/well.tsx';

export function GuideMistakes({ guide }: { readonly guide: FilledGuide }) {
  const { t } = useTranslation('console-guide');
  return (
    <Well className="guide-mistakes">
      <h3>{t('mistakes.title')}</h3>
      <ol>
        {guide.mistakes.map(({ id, code }) => (
          <li key={id}>
            <p className="guide-mistake-title">{t(`guides.${guide.id}.mistakes.${id}.title`)}</p>
            <p>{t(`guides.${guide.id}.mistakes.${id}.text`)}</p>
            <p className="guide-mistake-code">
              {t('mistakes.code')} <code className="mono ltr">{code}</code>
            </p>
          </li>
        ))}
      </ol>
    </Well>
  );
}
