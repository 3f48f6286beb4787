// The buttons under a cause that IT must mend: a letter, and what exactly IT has to do. Both and their words come when first pressed.
import { ListChecks, MessageSquareText } from 'lucide-react';
import { lazy, Suspense, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountView } from '../../shared/account-state.ts';
import type { ItRequestAbout } from '../../shared/it-requests/it-request.ts';
import { type Problem, problems } from '../../shared/problem.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import type { StepId } from '../../shared/setup-steps.ts';
import { usePostkey } from '../setup/postkey-state.ts';
import { loadEnglish, loadWords } from '../setup/words.ts';
import { KindButton } from './buttons.tsx';

const ProblemLetter = lazy(async () => {
  const [letter] = await Promise.all([
    import('../letters/problem-letter.tsx'),
    loadWords('approval'),
    loadWords('it-request'),
    loadEnglish(['problems', 'window']),
  ]);
  return { default: letter.ProblemLetter };
});

const ItRequestSteps = lazy(async () => {
  const [steps] = await Promise.all([import('../letters/it-request-steps.tsx'), loadWords('it-request')]);
  return { default: steps.ItRequestSteps };
});

/** Whether IT is the one to write to: it has to act, or the registration came from it. */
export function asksIt({ code }: Pick<Problem, 'code'>, { organisationsApp }: ItRequestAbout): boolean {
  const { actor, next } = problems[code];
  return actor === 'it' || next === 'ask-it' || (actor === 'app' && organisationsApp === true);
}

export interface LetterFold {
  readonly isOpen: boolean;
  /** One came here for it. */
  readonly isWanted: boolean;
  readonly id: string;
  readonly toggle: () => void;
}

export function useLetterFold(isWanted = false): LetterFold {
  const id = useId();
  const [isOpen, setOpen] = useState(isWanted);
  return { id, isOpen, isWanted, toggle: () => setOpen(!isOpen) };
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

/** The button of "What exactly IT has to do". */
export function ExactlyForIt({ fold }: { readonly fold: LetterFold }) {
  const { t } = useTranslation('window');
  return (
    <KindButton
      kind="quiet"
      size="small"
      icon={<ListChecks size={16} strokeWidth={1.75} aria-hidden="true" />}
      expanded={fold.isOpen}
      controls={fold.id}
      onPress={fold.toggle}
    >
      {t(fold.isOpen ? 'cause.exactlyAway' : 'cause.exactly')}
    </KindButton>
  );
}

export function ExactSteps({ fold, about }: { readonly fold: LetterFold; readonly about: ItRequestAbout }) {
  return (
    <div id={fold.id} hidden={!fold.isOpen}>
      {fold.isOpen ? (
        <Suspense fallback={null}>
          <ItRequestSteps about={about} />
        </Suspense>
      ) : null}
    </div>
  );
}

/** What was asked of IT about this cause, and when; null while nothing was. */
export function AskedIt({ asked }: { readonly asked: NonNullable<SetupView['askedIt']> | undefined }) {
  const { t, i18n } = useTranslation('window');
  if (asked === undefined) return null;
  const at = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long', timeStyle: 'short' }).format(asked.at);
  return (
    <p className="cause-next" role="status">
      {t('cause.asked', { at })}
    </p>
  );
}

/** That of this cause at this step. */
export function useAskedIt(problem: Problem, step: StepId): SetupView['askedIt'] {
  const asked = usePostkey().setup?.askedIt;
  return asked?.code === problem.code && asked.step === step ? asked : undefined;
}

export interface LetterToItProps {
  readonly fold: LetterFold;
  readonly about: ItRequestAbout;
  readonly problem: Problem;
  readonly step: StepId;
  /** Whose mailbox it is, where it is not that of the set-up in progress. */
  readonly account: AccountView | undefined;
  readonly quiet: boolean | undefined;
}

export function LetterToIt({ fold, ...letter }: LetterToItProps) {
  const { t } = useTranslation('window');
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (fold.isWanted) place.current?.focus({ preventScroll: true });
  }, [fold.isWanted]);
  return (
    <div
      id={fold.id}
      ref={place}
      hidden={!fold.isOpen}
      {...(fold.isWanted ? { tabIndex: -1, role: 'group', 'aria-label': t('cause.writeToIt') } : {})}
    >
      {fold.isOpen ? (
        <Suspense fallback={null}>
          <ProblemLetter {...letter} />
        </Suspense>
      ) : null}
    </div>
  );
}
