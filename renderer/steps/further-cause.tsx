// A second cause on the page with the ladders: shorter than the first, with its own code, because the page's stamp shows only one.
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../shared/problem.ts';
import { problemStamp, problems } from '../../shared/problem.ts';
import { problemTitle } from '../setup/step-words.ts';
import { ActorPicture } from '../ui/actor-picture.tsx';
import { SecondaryButton } from '../ui/buttons.tsx';
import { runNextAction } from '../ui/next-action.ts';
import { Stamp } from '../ui/stamp.tsx';
import { Well } from '../ui/well.tsx';
import './further-cause.css';

export interface FurtherCauseProps {
  readonly problem: Problem;
  /** "IMAP and POP" */
  readonly services: string;
  /** Where the server can be changed on this page. */
  readonly onEdit: (() => void) | undefined;
}

/** Those whose button does something here; a message to IT is the first cause's business. */
const hasButton = new Set(['sign-in-again', 'edit-server', 'edit-registration', 'choose-another-way']);

export function FurtherCause({ problem, services, onEdit }: FurtherCauseProps) {
  const { t } = useTranslation(['pages-mail', 'window', 'problems']);
  const { actor, next } = problems[problem.code];
  return (
    <Well
      tone="stopped"
      className="further-cause"
      label={t('test.causeFor', { services, title: problemTitle(t, problem) })}
    >
      <ActorPicture actor={actor} />
      <div className="further-cause-words">
        <p className="further-cause-title">{t('test.causeFor', { services, title: problemTitle(t, problem) })}</p>
        <p className="further-cause-next">{t(`problems:${problem.code}.next`, { ...problem.facts })}</p>
        {problem.serverSaid === undefined ? null : (
          <p className="further-cause-said">
            {t('window:cause.serverSaid')} <code className="mono ltr">{problem.serverSaid}</code>
          </p>
        )}
      </div>
      <div className="further-cause-end">
        <Stamp small stopped code={problemStamp('test', problem)} />
        {next !== 'ask-it' && hasButton.has(next) ? (
          <SecondaryButton size="small" onPress={onEdit ?? (() => runNextAction(next, 'test'))}>
            {t(`window:buttons.next.${next}`)}
          </SecondaryButton>
        ) : null}
      </div>
    </Well>
  );
}
