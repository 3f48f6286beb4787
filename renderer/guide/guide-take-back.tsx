// What one takes from the console back to Postkey, and where in Postkey it goes.
import { useTranslation } from 'react-i18next';
import type { FilledGuide } from '../../shared/console-guide.ts';

export interface GuideTakeBackProps {
  readonly headId: string;
  readonly guide: FilledGuide;
}

export function GuideTakeBack({ headId, guide }: GuideTakeBackProps) {
  const { t } = useTranslation('console-guide');
  return (
    <section className="guide-take-back" aria-labelledby={headId}>
      <h3 id={headId} tabIndex={-1}>
        {t('takeBack.title')}
      </h3>
      <p>{t('takeBack.lead')}</p>
      <dl>
        {guide.takeBack.map(({ id, value }) => (
          <div key={id}>
            <dt>
              {t(`guides.${guide.id}.takeBack.${id}.label`)}
              {value === undefined ? null : <code className="mono ltr">{value}</code>}
            </dt>
            <dd>{t(`guides.${guide.id}.takeBack.${id}.why`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
