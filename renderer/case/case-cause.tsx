// A cause as the caller sees it, without its buttons: here nobody can mend it.
import { useTranslation } from 'react-i18next';
import { type Problem, problems } from '../../shared/problem.ts';
import { ProblemFacts } from '../steps/problem-facts.tsx';
import { ActorPicture } from '../ui/actor-picture.tsx';
import '../ui/cause.css';
import { Well } from '../ui/well.tsx';

export function CaseCause({ problem }: { readonly problem: Problem }) {
  const { t } = useTranslation('window');
  const { actor } = problems[problem.code];
  return (
    <div className="cause">
      <Well tone="stopped" label={t('cause.label')} className="cause-well">
        <div className="cause-what">
          <h2 className="cause-title">{t(`problems:${problem.code}.what`, { ...problem.facts })}</h2>
          <p className="cause-next">{t(`problems:${problem.code}.next`, { ...problem.facts })}</p>
          {problem.serverSaid === undefined ? null : (
            <p className="cause-said">
              {t('cause.serverSaid')} <code className="mono ltr">{problem.serverSaid}</code>
            </p>
          )}
          {problem.logReference === undefined ? null : (
            <p className="cause-said">
              {t('cause.logReference')} <code className="mono ltr">{problem.logReference}</code>
            </p>
          )}
        </div>
        <div className="cause-who">
          <div className="cause-actor">
            <ActorPicture actor={actor} />
            <p>
              <strong className="cause-actor-name">{t(`cause.actors.${actor}`)}</strong>
            </p>
          </div>
        </div>
      </Well>
      <ProblemFacts problem={problem} />
    </div>
  );
}
