// The name on a rung that broke: what it is, and who has to act. The whole cause, with its button, stands below the ladders.
import { useTranslation } from 'react-i18next';
import { type Problem, problems } from '../../shared/problem.ts';
import { actorPictures } from './actor-picture.tsx';
import './rung-cause.css';

export function RungCause({ problem }: { readonly problem: Problem }) {
  const { t } = useTranslation(['window', 'problems']);
  const { actor } = problems[problem.code];
  const Picture = actorPictures[actor];
  return (
    <span className="rung-cause">
      <span className="rung-cause-title">{t(`problems:${problem.code}.title`, { ...problem.facts })}</span>
      <span className="rung-cause-actor">
        <Picture size={15} strokeWidth={1.75} aria-hidden="true" />
        <span>{t(`ladder.who.${actor}`)}</span>
      </span>
    </span>
  );
}
