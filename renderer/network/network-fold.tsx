// The line in the help that opens what there is to know about the way to the net. Its words come when it is first opened.
import { Network } from 'lucide-react';
import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { loadWords } from '../setup/words.ts';
import { HelpFold } from '../wizard/help-fold.tsx';

const NetworkHelp = lazy(async () => {
  const [help] = await Promise.all([import('./network-help.tsx'), loadWords('network')]);
  return { default: help.NetworkHelp };
});

export function NetworkFold() {
  const { t } = useTranslation('window');
  return (
    <HelpFold icon={Network} words={t('help.network')}>
      <NetworkHelp />
    </HelpFold>
  );
}
