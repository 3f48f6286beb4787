// One part of a guide: the page to open, what its screen shows, and each value with the reason for it. A part that is done folds up.
import { ChevronDown, ExternalLink } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { FilledSection } from '../../shared/console-guide.ts';
import { ask } from '../setup/postkey-state.ts';
import { SecondaryButton } from '../ui/buttons.tsx';
import { Mark } from '../ui/mark.tsx';
import { GuideField } from './guide-field.tsx';

export interface GuidePartProps {
  readonly headId: string;
  readonly guide: string;
  readonly part: FilledSection;
  readonly number: number;
  readonly state: 'done' | 'needs-you' | 'waiting';
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly onDone: () => void;
}

export function GuidePart({ headId, guide, part, number, state, isOpen, onOpen, onDone }: GuidePartProps) {
  const { t } = useTranslation('console-guide');
  const words = `guides.${guide}.sections.${part.id}`;
  const title = t(`${words}.title`);
  const { page } = part;
  const isDone = state === 'done';
  return (
    <li className={isOpen ? 'guide-part' : 'guide-part guide-part-folded'}>
      <h3>
        <button
          type="button"
          id={headId}
          className="guide-part-head"
          aria-expanded={isOpen}
          aria-controls={`${headId}-body`}
          onClick={onOpen}
        >
          <Mark state={state} number={number} size={24} />
          <span className="unseen">{t(isDone ? 'partSaidDone' : 'part', { number, title })}</span>
          <span className="guide-part-number" aria-hidden="true">
            {number}.
          </span>
          <span className="guide-part-title" aria-hidden="true">
            {title}
          </span>
          <ChevronDown className="guide-part-chevron" size={18} strokeWidth={1.75} aria-hidden="true" />
        </button>
      </h3>
      <div className="guide-part-body" id={`${headId}-body`}>
        {page === undefined ? null : (
          <div className="guide-page">
            <SecondaryButton
              size="small"
              iconAfter={<ExternalLink size={16} strokeWidth={1.75} aria-hidden="true" />}
              onPress={() => ask('link.open', { url: page })}
            >
              {t('page', { host: new URL(page).host })}
            </SecondaryButton>
            <p className="guide-page-address">
              {t('pageAt')} <span className="mono ltr">{page}</span>
            </p>
          </div>
        )}
        <p className="guide-shows">{t(`${words}.shows`)}</p>
        <div className="guide-fields">
          {part.fields.map((field, index) => (
            <GuideField
              // biome-ignore lint/suspicious/noArrayIndexKey: the fields of a part do not change
              key={index}
              words={words}
              field={field}
              before={part.fields[index - 1]}
            />
          ))}
        </div>
        {isDone ? null : (
          <div className="guide-part-done">
            <SecondaryButton size="small" onPress={onDone}>
              {t('done')}
            </SecondaryButton>
          </div>
        )}
      </div>
    </li>
  );
}
