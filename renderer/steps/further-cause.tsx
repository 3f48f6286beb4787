// A second cause on a page with ladders: shorter than the first, with its own code, because the page's stamp shows only one. It has the same
// ways to be mended, none of them solid.
import { RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AccountView } from '../../shared/account-state.ts';
import type { ItRequestAbout } from '../../shared/it-requests/it-request.ts';
import type { NextAction, Problem } from '../../shared/problem.ts';
import { problemStamp, problems } from '../../shared/problem.ts';
import type { StepId } from '../../shared/setup-steps.ts';
import { problemTitle } from '../setup/step-words.ts';
import { ActorPicture } from '../ui/actor-picture.tsx';
import { SecondaryButton } from '../ui/buttons.tsx';
import { Stamp } from '../ui/stamp.tsx';
import { Well } from '../ui/well.tsx';
import { asksIt, LetterToIt, useLetterFold, WriteToIt } from '../ui/write-to-it.tsx';
import './further-cause.css';

export interface FurtherCauseProps {
  readonly problem: Problem;
  readonly step: StepId;
  /** "IMAP and POP" */
  readonly services: string;
  readonly about: ItRequestAbout;
  readonly account?: AccountView | undefined;
  readonly actionFor: (next: NextAction) => (() => unknown) | undefined;
  readonly onTryAgain: () => unknown;
}

export function FurtherCause({ problem, step, services, about, account, actionFor, onTryAgain }: FurtherCauseProps) {
  const { t } = useTranslation(['pages-mail', 'window', 'problems']);
  const letter = useLetterFold();
  const { actor, next } = problems[problem.code];
  const run = next === 'none' || next === 'try-again' || next === 'ask-it' ? undefined : actionFor(next);
  return (
    <>
      <Well
        tone="stopped"
        className="further-cause"
        label={t('test.causeFor', { services, title: problemTitle(t, problem) })}
      >
        <ActorPicture actor={actor} />
        <div className="further-cause-words">
          <p className="further-cause-title">{t('test.causeFor', { services, title: problemTitle(t, problem) })}</p>
          <p className="further-cause-actor">{t(`window:cause.actors.${actor}`)}</p>
          <p className="further-cause-next">{t(`problems:${problem.code}.next`, { ...problem.facts })}</p>
          {problem.serverSaid === undefined ? null : (
            <p className="further-cause-said">
              {t('window:cause.serverSaid')} <code className="mono ltr">{problem.serverSaid}</code>
            </p>
          )}
        </div>
        <div className="further-cause-end">
          <Stamp small stopped code={problemStamp(step, problem)} />
          {run === undefined || next === 'ask-it' || next === 'try-again' || next === 'none' ? null : (
            <SecondaryButton size="small" onPress={run}>
              {t(`window:buttons.next.${next}`)}
            </SecondaryButton>
          )}
          {asksIt(problem, about) ? <WriteToIt fold={letter} quiet /> : null}
          {next === 'try-again' ? (
            <SecondaryButton
              size="small"
              icon={<RotateCcw size={16} strokeWidth={1.75} aria-hidden="true" />}
              onPress={onTryAgain}
            >
              {t('window:buttons.tryAgain')}
            </SecondaryButton>
          ) : null}
        </div>
      </Well>
      {asksIt(problem, about) ? (
        <LetterToIt fold={letter} about={about} problem={problem} step={step} account={account} quiet />
      ) : null}
    </>
  );
}
