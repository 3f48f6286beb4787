// The line in the help that opens Postkey's life beside its window, for whoever has no bridge, too. Its words come when it is first opened.
import { Power } from 'lucide-react';
import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { usePostkey } from '../setup/postkey-state.ts';
import { loadWords } from '../setup/words.ts';
import { HelpFold } from '../wizard/help-fold.tsx';

const LifeSwitches = lazy(async () => {
  const [switches] = await Promise.all([import('./life-switches.tsx'), loadWords('bridge')]);
  return { default: switches.LifeSwitches };
});

export function LifeFold() {
  const { t } = useTranslation('window');
  const { background } = usePostkey();
  if (background === undefined) return null;
  return (
    <HelpFold icon={Power} words={t('help.life')}>
      <LifeSwitches about="accounts" />
    </HelpFold>
  );
}
