// Ends the wait for the answer. Safe to press: nothing is stored before the check.
import { useTranslation } from 'react-i18next';
import { ask } from '../setup/postkey-state.ts';
import { SecondaryButton } from '../ui/buttons.tsx';

export function CancelButton() {
  const { t } = useTranslation('window');
  return <SecondaryButton onPress={() => ask('response.cancel', {})}>{t('buttons.cancel')}</SecondaryButton>;
}
