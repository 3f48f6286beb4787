// Everything that a server's refusal can mean, in order, each with who acts and the button that helps; what is known to be otherwise is
// crossed out and says why. Draws from `account` and `it-request`: load those words before it is drawn.
import { useTranslation } from 'react-i18next';
import { type ItRequestAbout, itRequest } from '../../shared/it-requests/it-request.ts';
import { type LikelyAbout, type LikelyCause, likelyCauses } from '../../shared/likely-causes.ts';
import type { NextAction } from '../../shared/problem.ts';
import { formatLocale } from '../setup/format-locale.ts';
import { actorPictures } from '../ui/actor-picture.tsx';
import { SecondaryButton } from '../ui/buttons.tsx';
import { Mark } from '../ui/mark.tsx';
import { Well } from '../ui/well.tsx';
import { ExactlyForIt, ExactSteps, useLetterFold } from '../ui/write-to-it.tsx';
import './likely-causes.css';

export interface LikelyCausesProps {
  readonly about: LikelyAbout;
  /** For the request to IT; the cause in it is replaced by the likely one. */
  readonly aboutIt: ItRequestAbout;
  readonly actionFor: (next: NextAction) => (() => unknown) | undefined;
}

export function LikelyCauses({ about, aboutIt, actionFor }: LikelyCausesProps) {
  const { t } = useTranslation('account');
  const causes = likelyCauses(about);
  if (causes.length === 0) return null;
  const isCrossed = causes.some(({ ruledOut }) => ruledOut !== undefined);
  return (
    <Well label={t('likely.title')} className="likely">
      <h2 className="likely-title">{t('likely.title')}</h2>
      <p className="likely-lead">{t(isCrossed ? 'likely.lead' : 'likely.leadOpen')}</p>
      <ol className="likely-list">
        {causes.map((cause) => (
          <Line key={cause.id} cause={cause} about={about} aboutIt={aboutIt} actionFor={actionFor} />
        ))}
      </ol>
    </Well>
  );
}

function Line({ cause, about, aboutIt, actionFor }: LikelyCausesProps & { readonly cause: LikelyCause }) {
  const { t } = useTranslation(['account', 'window']);
  const { id, actor, ruledOut } = cause;
  const values = {
    loginName: about.loginName,
    person: aboutIt.person ?? aboutIt.mailbox ?? about.loginName,
    service: t(`window:ladder.services.${about.service}`),
  };
  const title = t(`likely.causes.${id}.title`, values);
  if (ruledOut !== undefined) {
    return (
      <li className="likely-out">
        <Mark state="skipped" size={19} />
        <div>
          <p>
            <span className="unseen">{t('likely.not')}</span> <s>{title}</s>
          </p>
          <p className="likely-why">{whyNot(ruledOut)}</p>
        </div>
      </li>
    );
  }
  const Picture = actorPictures[actor];
  return (
    <li>
      <Mark state="waiting" size={19} />
      <div className="likely-open">
        <p className="likely-name">{title}</p>
        <p className="likely-text">{t(`likely.causes.${id}.text`, values)}</p>
        <p className="likely-who">
          <Picture size={16} strokeWidth={1.75} aria-hidden="true" /> {t(`window:cause.actors.${actor}`)}
        </p>
        <Help cause={cause} aboutIt={aboutIt} actionFor={actionFor} />
      </div>
    </li>
  );

  function whyNot({ reason, names, service }: NonNullable<LikelyCause['ruledOut']>): string {
    return t(`likely.ruledOut.${reason}`, { names: listOf(names), service: t(`window:ladder.services.${service}`) });
  }

  function listOf(names: readonly string[]): string {
    return new Intl.ListFormat(formatLocale(document.documentElement.lang || 'en'), { type: 'conjunction' }).format(
      names,
    );
  }
}

function Help({ cause, aboutIt, actionFor }: Omit<LikelyCausesProps, 'about'> & { readonly cause: LikelyCause }) {
  const { t } = useTranslation('window');
  const fold = useLetterFold();
  const { next, as } = cause;
  if (next === 'ask-it') {
    const asked = { ...aboutIt, cause: as };
    // Where nothing is known that IT could do, there is nothing to open.
    if (itRequest(asked).length === 0) return null;
    return (
      <>
        <span className="page-quiet">
          <ExactlyForIt fold={fold} />
        </span>
        <ExactSteps fold={fold} about={asked} />
      </>
    );
  }
  const run = actionFor(next);
  if (run === undefined || next === 'none') return null;
  return (
    <SecondaryButton size="small" onPress={run}>
      {t(next === 'try-again' ? 'buttons.tryAgain' : `buttons.next.${next}`)}
    </SecondaryButton>
  );
}
