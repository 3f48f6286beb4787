// The buttons of a page that is closed already: on to where the set-up stands, or open it again.
import { useTranslation } from 'react-i18next';
import type { StepId } from '../../shared/setup-steps.ts';
import { ask } from '../setup/postkey-state.ts';
import { PrimaryButton, SecondaryButton } from '../ui/buttons.tsx';
import { useCursor } from '../wizard/use-cursor.ts';

export function GoOnButton() {
  const { t } = useTranslation('window');
  const { goOn } = useCursor();
  return <PrimaryButton onPress={goOn}>{t('buttons.continue')}</PrimaryButton>;
}

/** Does the step, and what rests on it, anew. */
export function ReopenButton({ step, words }: { readonly step: StepId; readonly words: string }) {
  return <SecondaryButton onPress={() => ask('setup.reopen', { step })}>{words}</SecondaryButton>;
}
