// The cause: what happened, what the server said, who must act, and the button that helps. One broken thing, one cause.
// It decides nothing: who acts and what helps is the problem's own data.
import { RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AccountView } from '../../shared/account-state.ts';
import type { NextAction, Problem } from '../../shared/problem.ts';
import { problemStamp, problems } from '../../shared/problem.ts';
import type { StepId } from '../../shared/setup-steps.ts';
import { CaseFileButton } from '../case/case-file-button.tsx';
import { itRequestOfAccount, itRequestOfSetup } from '../letters/it-request-about.ts';
import { usePostkey } from '../setup/postkey-state.ts';
import { PrimaryButton, SecondaryButton } from './buttons.tsx';
import './cause.css';
import { CauseActor, CauseWhat } from './cause-parts.tsx';
import { retry, runNextAction } from './next-action.ts';
import { Well } from './well.tsx';
import {
  AskedIt,
  asksIt,
  ExactlyForIt,
  ExactSteps,
  LetterToIt,
  useAskedIt,
  useLetterFold,
  WriteToIt,
} from './write-to-it.tsx';

export interface CauseProps {
  readonly problem: Problem;
  readonly step: StepId;
  /** Runs the button that helps instead of the usual request (`edit-server` has none of its own: the page must give one). */
  readonly onNext?: ((next: NextAction) => unknown) | undefined;
  /** Leaves the helping button out where it could do nothing on this page. */
  readonly canDo?: ((next: NextAction) => boolean) | undefined;
  /** Runs "Try again" instead of `setup.retry` for the step; `null` leaves the button out. */
  readonly onTryAgain?: (() => unknown) | null | undefined;
  /** One can go on in spite of it: note tint instead of stopped, where nobody has to act. */
  readonly canGoOn?: boolean | undefined;
  /** The helping button is outlined, where the page has its solid button elsewhere. */
  readonly quiet?: boolean | undefined;
  /** Whose mailbox it is, where it is not that of the set-up in progress. */
  readonly account?: AccountView | undefined;
  /** One came here for the letter to IT: it is open. */
  readonly letterWanted?: boolean | undefined;
  /** Of three ladders, those it speaks of (0 to 2): a small point reaches up to each. */
  readonly points?: readonly number[] | undefined;
}

const icon = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const;

export function Cause(props: CauseProps) {
  const { problem, step, onNext, canDo, onTryAgain, canGoOn, quiet, account, letterWanted, points = [] } = props;
  const { t } = useTranslation('window');
  const { preset, setup } = usePostkey();
  const { actor, next } = problems[problem.code];
  const helpdesk = preset?.helpdesk;
  const Helping = quiet ? SecondaryButton : PrimaryButton;
  const letter = useLetterFold(letterWanted);
  const exact = useLetterFold();
  const asked = useAskedIt(problem, step);
  const mailbox = account === undefined ? itRequestOfSetup(problem, setup) : itRequestOfAccount(problem, account);
  const isForIt = asksIt(problem, mailbox);
  const tryAgainSolid = (next === 'try-again' || asked !== undefined) && !quiet;

  const isNote = canGoOn === true && actor === 'wait';
  const named = actor === 'it' && helpdesk !== undefined;
  return (
    <div className="cause">
      {points.map((point) => (
        <span key={point} className={`cause-point cause-point-${point}${isNote ? ' cause-point-note' : ''}`} />
      ))}
      <Well tone={isNote ? 'note' : 'stopped'} label={t('cause.label')} className="cause-well">
        <CauseWhat problem={problem} />
        <div className="cause-who">
          <CauseActor
            code={problem.code}
            under={named ? t('cause.under.it_named', { ...helpdesk }) : t(`cause.under.${actor}`)}
          />
          {next === 'none' || next === 'try-again' || next === 'ask-it' || canDo?.(next) === false ? null : (
            <Helping wide onPress={() => (onNext === undefined ? runNextAction(next, step) : onNext(next))}>
              {t(`buttons.next.${next}`)}
            </Helping>
          )}
          {isForIt ? <WriteToIt fold={letter} quiet={quiet || next !== 'ask-it' || asked !== undefined} /> : null}
          {isForIt ? <ExactlyForIt fold={exact} /> : null}
          <AskedIt asked={asked} />
          {onTryAgain === null ? null : (
            <TryAgain
              solid={tryAgainSolid}
              whenDone={asked !== undefined}
              onPress={onTryAgain ?? (() => retry(step))}
            />
          )}
          <CaseFileButton
            about={account === undefined ? 'setup' : 'account'}
            id={account?.id}
            code={problemStamp(step, problem)}
          />
        </div>
      </Well>
      {isForIt ? (
        <>
          <ExactSteps fold={exact} about={mailbox} />
          <LetterToIt
            fold={letter}
            about={mailbox}
            problem={problem}
            step={step}
            account={account}
            quiet={quiet || asked !== undefined}
          />
        </>
      ) : null}
    </div>
  );
}

interface TryAgainProps {
  readonly solid: boolean;
  /** IT was asked. */
  readonly whenDone: boolean;
  readonly onPress: () => unknown;
}

function TryAgain({ solid, whenDone, onPress }: TryAgainProps) {
  const { t } = useTranslation('window');
  const Button = solid ? PrimaryButton : SecondaryButton;
  return (
    <Button wide icon={<RotateCcw {...icon} size={17} />} onPress={onPress}>
      {t(whenDone ? 'buttons.tryAgainWhenDone' : 'buttons.tryAgain')}
    </Button>
  );
}
