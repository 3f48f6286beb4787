// The button that opens a letter about a problem under its cause. The letter and its words come when it is first pressed.
import { MessageSquareText } from 'lucide-react';
import { lazy, Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../shared/problem.ts';
import type { StepId } from '../../shared/setup-steps.ts';
import { loadEnglish, loadWords } from '../setup/words.ts';
import { KindButton } from './buttons.tsx';

const ProblemLetter = lazy(async () => {
  const [letter] = await Promise.all([
    import('../letters/problem-letter.tsx'),
    loadWords('approval'),
    loadEnglish(['problems', 'window']),
  ]);
  return { default: letter.ProblemLetter };
});

export interface LetterFold {
  readonly isOpen: boolean;
  readonly id: string;
  readonly toggle: () => void;
}

export function useLetterFold(): LetterFold {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return { id, isOpen, toggle: () => setOpen(!isOpen) };
}

export function WriteToIt({ fold, quiet }: { readonly fold: LetterFold; readonly quiet: boolean | undefined }) {
  const { t } = useTranslation('window');
  return (
    <KindButton
      kind={quiet || fold.isOpen ? 'secondary' : 'primary'}
      wide
      icon={<MessageSquareText size={18} strokeWidth={1.75} aria-hidden="true" />}
      expanded={fold.isOpen}
      controls={fold.id}
      onPress={fold.toggle}
    >
      {fold.isOpen ? t('cause.putAway') : t('cause.writeToIt')}
    </KindButton>
  );
}

export interface LetterToItProps {
  readonly fold: LetterFold;
  readonly problem: Problem;
  readonly step: StepId;
  readonly quiet: boolean | undefined;
}

export function LetterToIt({ fold, problem, step, quiet }: LetterToItProps) {
  return (
    <div id={fold.id} hidden={!fold.isOpen}>
      {fold.isOpen ? (
        <Suspense fallback={null}>
          <ProblemLetter problem={problem} step={step} quiet={quiet} />
        </Suspense>
      ) : null}
    </div>
  );
}
