// The line in the help that opens what there is to know about newer versions; open by itself when the person is to decide. Its words come
// when it is first opened.
import { RefreshCw } from 'lucide-react';
import { lazy, Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePostkey } from '../setup/postkey-state.ts';
import { loadWords } from '../setup/words.ts';
import { KindButton } from '../ui/buttons.tsx';

const UpdateHelp = lazy(async () => {
  const [help] = await Promise.all([import('./update-help.tsx'), loadWords('updates')]);
  return { default: help.UpdateHelp };
});

export function UpdateFold() {
  const { t } = useTranslation('window');
  const { update } = usePostkey();
  const [isOpen, setOpen] = useState(!['off', 'idle', 'looking'].includes(update.state));
  const id = useId();
  return (
    <div className="help-block">
      <KindButton
        kind="secondary"
        size="small"
        icon={<RefreshCw size={18} strokeWidth={1.75} aria-hidden="true" />}
        expanded={isOpen}
        controls={id}
        onPress={() => setOpen(!isOpen)}
      >
        {t('help.updates')}
      </KindButton>
      <div id={id} hidden={!isOpen} className="help-explain">
        {isOpen ? (
          <Suspense fallback={null}>
            <UpdateHelp />
          </Suspense>
        ) : null}
      </div>
    </div>
  );
}
