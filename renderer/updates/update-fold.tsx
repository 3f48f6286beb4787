// The line in the help that opens what there is to know about newer versions; open by itself when the person is to decide. Its words come
// when it is first opened.
import { RefreshCw } from 'lucide-react';
import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { usePostkey } from '../setup/postkey-state.ts';
import { loadWords } from '../setup/words.ts';
import { HelpFold } from '../wizard/help-fold.tsx';

const UpdateHelp = lazy(async () => {
  const [help] = await Promise.all([import('./update-help.tsx'), loadWords('updates')]);
  return { default: help.UpdateHelp };
});

export function UpdateFold() {
  const { t } = useTranslation('window');
  const { update } = usePostkey();
  return (
    <HelpFold
      icon={RefreshCw}
      words={t('help.updates')}
      startsOpen={!['off', 'idle', 'looking'].includes(update.state)}
    >
      <UpdateHelp />
    </HelpFold>
  );
}
