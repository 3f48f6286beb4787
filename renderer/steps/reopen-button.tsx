// On a page that is closed already: opens the step again. It and what rests on it is done anew.
import type { StepId } from '../../shared/setup-steps.ts';
import { ask } from '../setup/postkey-state.ts';
import { SecondaryButton } from '../ui/buttons.tsx';

export function ReopenButton({ step, words }: { readonly step: StepId; readonly words: string }) {
  return <SecondaryButton onPress={() => ask('setup.reopen', { step })}>{words}</SecondaryButton>;
}
