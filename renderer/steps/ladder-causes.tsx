// What broke the ladders, the same in step 10 and on an account's page: what has to be mended first in full, the others shorter, and where a
// server does not say what it means, everything that it can mean. What each button does is the page's.
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountView } from '../../shared/account-state.ts';
import type { ItRequestAbout } from '../../shared/it-requests/it-request.ts';
import type { LikelyAbout } from '../../shared/likely-causes.ts';
import type { NextAction, Problem } from '../../shared/problem.ts';
import type { StepId } from '../../shared/setup-steps.ts';
import { formatLocale } from '../setup/format-locale.ts';
import { loadWords } from '../setup/words.ts';
import { Cause } from '../ui/cause.tsx';
import { ExplainSaid } from './explain-said.tsx';
import { FurtherCause } from './further-cause.tsx';
import { ProblemFacts } from './problem-facts.tsx';
import type { LadderCause } from './test-outcome.ts';

const LikelyCauses = lazy(async () => {
  const [list] = await Promise.all([import('./likely-causes.tsx'), loadWords('account'), loadWords('it-request')]);
  return { default: list.LikelyCauses };
});

/** How a page helps. */
export interface CauseHelp {
  /** Undefined: that cannot be done from this page. */
  readonly actionFor: (next: NextAction, cause: LadderCause) => (() => unknown) | undefined;
  readonly tryAgain: () => unknown;
  /** Absent: what broke belongs to the set-up in progress. */
  readonly account?: AccountView | undefined;
  readonly aboutIt: (problem: Problem) => ItRequestAbout;
  readonly likelyAbout: (cause: LadderCause) => LikelyAbout | undefined;
}

export interface LadderCausesProps {
  /** In the order in which they are mended. */
  readonly causes: readonly LadderCause[];
  /** The step a cause is counted to, for its code. */
  readonly stepOf: (problem: Problem) => StepId;
  readonly help: CauseHelp;
  /** The page has its solid button elsewhere. */
  readonly quiet: boolean;
  /** One came here for the letter to IT about the first. */
  readonly letterWanted?: boolean | undefined;
}

export function LadderCauses({ causes, stepOf, help, quiet, letterWanted }: LadderCausesProps) {
  const { t, i18n } = useTranslation('window');
  const list = new Intl.ListFormat(formatLocale(i18n.language), { type: 'conjunction' });
  return causes.map((cause, place) => {
    const { problem, points, services } = cause;
    const about = help.likelyAbout(cause);
    return (
      <div key={problem.code} className="ladder-cause">
        {place === 0 ? (
          <>
            <Cause
              step={stepOf(problem)}
              problem={problem}
              points={causes.length === 1 ? points : []}
              quiet={quiet}
              account={help.account}
              letterWanted={letterWanted}
              onNext={(next) => help.actionFor(next, cause)?.()}
              canDo={(next) => help.actionFor(next, cause) !== undefined}
              onTryAgain={help.tryAgain}
            />
            <ProblemFacts problem={problem} />
          </>
        ) : (
          <FurtherCause
            problem={problem}
            step={stepOf(problem)}
            services={list.format(services.map((service) => t(`ladder.services.${service}`)))}
            about={help.aboutIt(problem)}
            account={help.account}
            actionFor={(next) => help.actionFor(next, cause)}
            onTryAgain={help.tryAgain}
          />
        )}
        {about === undefined ? null : (
          <Suspense fallback={null}>
            <LikelyCauses
              about={about}
              aboutIt={help.aboutIt(problem)}
              actionFor={(next) => (next === 'try-again' ? help.tryAgain : help.actionFor(next, cause))}
            />
          </Suspense>
        )}
        {problem.serverSaid === undefined ? null : <ExplainSaid said={problem.serverSaid} />}
      </div>
    );
  });
}
