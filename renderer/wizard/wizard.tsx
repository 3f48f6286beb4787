// The set-up: checklist at the start, the page of one step on the sheet. Knows which page is shown, not what is on it.
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { SetupView } from '../../shared/setup-state.ts';
import { Notices } from '../ui/notices.tsx';
import { Rail } from './rail.tsx';
import { screenOf } from './step-screens.ts';
import { useAnnouncedSteps } from './use-announced-steps.ts';
import { CursorContext, useCursorOf } from './use-cursor.ts';
import './wizard.css';

const PracticeBand = lazy(async () => ({ default: (await import('./practice-band.tsx')).PracticeBand }));

export function Wizard({ setup }: { readonly setup: SetupView }) {
  const { t } = useTranslation('window');
  const cursor = useCursorOf(setup);
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
            <Page key={shown} />
          </main>
        </div>
      </div>
    </CursorContext.Provider>
  );
}
