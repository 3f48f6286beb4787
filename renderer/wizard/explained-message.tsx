// What a message means: what happened, who has to act, what to do in order, the part that decided. Where it can mean several things,
// the question that decides, and each answer with its meaning. It decides nothing itself.
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Candidate, Explanation } from '../../shared/explanation.ts';
import { loadEnglish, loadWords } from '../setup/words.ts';
import { ActorPicture } from '../ui/actor-picture.tsx';
import { Stamp } from '../ui/stamp.tsx';
import { Well } from '../ui/well.tsx';

export function ExplainedMessage({ explained }: { readonly explained: Explanation }) {
  const { t } = useTranslation('explain');
  const { question, candidates, decisive, provider, code } = explained;
  return (
    <Well label={t('box.result')} className="explained">
      {question === undefined ? (
        <Meaning meaning={explained} provider={provider} decisive={decisive} />
      ) : (
        <>
          <p className="explained-what">{t('box.notCertain')}</p>
          <h3 className="explained-title">{t(`questions.${question}.ask`)}</h3>
          {candidates.map((each) => (
            <details key={each.cause} className="explained-answer">
              <summary>
                {each.because === undefined ? (
                  t(`questions.${question}.${each.cause}`)
                ) : (
                  <code className="mono ltr">{each.because}</code>
                )}
              </summary>
              <Meaning meaning={each} provider={provider} decisive={each.because ?? decisive} />
              <Stamp small code={each.code} />
            </details>
          ))}
        </>
      )}
      {decisive === '' ? null : (
        <p className="explained-decisive">
          {t('box.decisive')} <code className="mono ltr">{decisive}</code>
        </p>
      )}
      {question === undefined ? <Stamp small code={code} /> : null}
    </Well>
  );
}

/** Comes when a message is for IT. */
const ExplainedForIt = lazy(async () => {
  const [part] = await Promise.all([
    import('../letters/explained-for-it.tsx'),
    loadWords('approval'),
    loadWords('it-request'),
    loadEnglish(['problems', 'window']),
  ]);
  return { default: part.ExplainedForIt };
});

interface MeaningProps {
  readonly meaning: Omit<Candidate, 'because'>;
  readonly provider: string | undefined;
  readonly decisive: string;
}

function Meaning({ meaning, provider, decisive }: MeaningProps) {
  const { t } = useTranslation('explain');
  const { cause, actors, retryHelps } = meaning;
  const isGeneral = cause.startsWith('general-');
  const values = { provider: provider ?? t('theProvider') };
  const words = (part: 'title' | 'what'): string =>
    isGeneral ? t(`general.${cause}.${part}`) : t(`problems:${cause}.${part}`, values);
  const steps = isGeneral ? t(`general.${cause}.steps`) : t(`steps.${cause}`);
  return (
    <div className="explained-meaning">
      <h3 className="explained-title">{words('title')}</h3>
      <p className="explained-what">{words('what')}</p>
      <p className="explained-head">{t('box.who')}</p>
      <ul className="explained-actors">
        {actors.map((actor) => (
          <li key={actor}>
            <ActorPicture actor={actor} /> {t(`actors.${actor}`)}
          </li>
        ))}
      </ul>
      <p className="explained-head">{t('box.steps')}</p>
      <ol className="explained-steps">
        {steps.split('\n').map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {actors.includes('it') && !isGeneral ? (
        <Suspense fallback={null}>
          <ExplainedForIt meaning={meaning} provider={provider} decisive={decisive} />
        </Suspense>
      ) : null}
      <p className="explained-what">{t(retryHelps ? 'box.retryHelps' : 'box.retryDoesNotHelp')}</p>
    </div>
  );
}
