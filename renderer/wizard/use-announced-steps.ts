// Says each change of a step aloud once: politely, and at once only for "your turn" and "stopped".
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SetupView } from '../../shared/setup-state.ts';
import { setupSteps } from '../../shared/setup-steps.ts';
import { spokenChange } from '../setup/step-words.ts';
import { announce } from '../ui/announce.tsx';

export function useAnnouncedSteps(setup: SetupView): void {
  const { t } = useTranslation();
  const said = useRef(setup.steps);

  useEffect(() => {
    const before = said.current;
    said.current = setup.steps;
    for (const step of setupSteps) {
      const status = setup.steps[step];
      if (status.kind === before[step].kind) continue;
      const sentence = spokenChange(t, step, status);
      if (sentence === undefined) continue;
      announce(sentence, status.kind === 'needs-you' || status.kind === 'failed' ? 'assertive' : 'polite');
    }
  }, [setup.steps, t]);
}
