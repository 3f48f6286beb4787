// The two halves of a cause that stand wherever one is shown: what happened with what the server said, and who must act. No buttons.
import { useTranslation } from 'react-i18next';
import { type Problem, problems } from '../../shared/problem.ts';
import { ActorPicture } from './actor-picture.tsx';
import './cause.css';

export function CauseWhat({ problem: { code, facts, serverSaid, logReference } }: { readonly problem: Problem }) {
  const { t } = useTranslation('window');
  return (
    <div className="cause-what">
      <h2 className="cause-title">{t(`problems:${code}.what`, { ...facts })}</h2>
      <p className="cause-next">{t(`problems:${code}.next`, { ...facts })}</p>
      {serverSaid === undefined ? null : (
        <p className="cause-said">
          {t('cause.serverSaid')} <code className="mono ltr">{serverSaid}</code>
        </p>
      )}
      {logReference === undefined ? null : (
        <p className="cause-said">
          {t('cause.logReference')} <code className="mono ltr">{logReference}</code>
        </p>
      )}
    </div>
  );
}

export interface CauseActorProps {
  readonly code: Problem['code'];
  /** Under the actor's name: what is meant by it here. */
  readonly under?: string | undefined;
}

export function CauseActor({ code, under }: CauseActorProps) {
  const { t } = useTranslation('window');
  const { actor } = problems[code];
  return (
    <div className="cause-actor">
      <ActorPicture actor={actor} />
      <p>
        <strong className="cause-actor-name">{t(`cause.actors.${actor}`)}</strong>
        {under === undefined ? null : <span className="cause-actor-under">{under}</span>}
      </p>
    </div>
  );
}
