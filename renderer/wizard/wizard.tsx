// The set-up: checklist at the start, the page of one step on the sheet. Knows which page is shown, not what is on it.
import { lazy, Suspense, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SetupView } from '../../shared/setup-state.ts';
import type { StepId } from '../../shared/setup-steps.ts';
import { leavePrograms } from '../programs/programs-door.ts';
import { ProgramsPlace } from '../programs/programs-place.tsx';
import { usePostkey } from '../setup/postkey-state.ts';
import { Notices } from '../ui/notices.tsx';
import { Rail } from './rail.tsx';
import { screenOf } from './step-screens.ts';
import { useAnnouncedSteps } from './use-announced-steps.ts';
import { CursorContext, useCursorOf } from './use-cursor.ts';
import './wizard.css';

const PracticeBand = lazy(async () => ({ default: (await import('./practice-band.tsx')).PracticeBand }));

export function Wizard({ setup }: { readonly setup: SetupView }) {
  const { t } = useTranslation('window');
  const own = useCursorOf(setup);
  const isSheetOpen = usePostkey().handOver !== undefined;
  // Whoever opens a step leaves the sheet of a mail program that lies over it.
  const cursor = useMemo(
    () => ({
      ...own,
      open: (step: StepId): boolean => {
        leavePrograms(isSheetOpen);
        return own.open(step);
      },
    }),
    [own, isSheetOpen],
  );
  const { shown } = cursor;
  const Page = screenOf(setup, shown);
  useAnnouncedSteps(setup);

  useEffect(() => {
    document.title = t('titleBar', { title: t(`steps:names.${shown}`) });
  }, [shown, t]);

  return (
    <CursorContext.Provider value={cursor}>
      <div className="room">
        <Rail setup={setup} shown={shown} />
        <div className="desk">
          {setup.practice ? (
            <Suspense fallback={null}>
              <PracticeBand setup={setup} />
            </Suspense>
          ) : null}
          <main className="sheet">
            <Notices />
            <ProgramsPlace id={setup.id} address={setup.address ?? ''}>
              <Page key={shown} />
            </ProgramsPlace>
          </main>
        </div>
      </div>
    </CursorContext.Provider>
  );
}
