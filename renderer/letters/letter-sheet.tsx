// The letter as a sheet of paper, folded until it is unfolded. What is read here is, sign by sign, what leaves.

import i18next from 'i18next';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QuietButton } from '../ui/buttons.tsx';
import type { LetterText } from './letter-text.ts';

export interface LetterSheetProps {
  readonly letter: LetterText;
  readonly language: string;
  readonly to: string;
}

export function LetterSheet({ letter, language, to }: LetterSheetProps) {
  const { t } = useTranslation('approval');
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const inItsLanguage = { lang: language, dir: i18next.dir(language) } as const;
  const Chevron = isOpen ? ChevronUp : ChevronDown;
  return (
    <div className="letter-sheet">
      <dl className="letter-head">
        <div>
          <dt>{t('letter.to')}</dt>
          <dd>{to}</dd>
        </div>
        <div>
          <dt>{t('letter.subject')}</dt>
          <dd {...inItsLanguage}>{letter.subject}</dd>
        </div>
      </dl>
      <div id={id} className={isOpen ? 'letter-body' : 'letter-body letter-folded'} {...inItsLanguage}>
        {letter.body.split('\n\n').map((paragraph, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two paragraphs may say the same
          <p key={index}>{paragraph}</p>
        ))}
      </div>
      <div className="letter-fold">
        <QuietButton
          size="small"
          expanded={isOpen}
          controls={id}
          iconAfter={<Chevron size={16} strokeWidth={1.75} aria-hidden="true" />}
          onPress={() => setOpen(!isOpen)}
        >
          {isOpen ? t('letter.fold') : t('letter.unfold')}
        </QuietButton>
      </div>
    </div>
  );
}
