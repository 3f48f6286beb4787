// The line in the help that opens the box for explaining a message. The box and its words come when it is first opened.
import { MessageCircleQuestionMark } from 'lucide-react';
import { lazy, Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePostkey } from '../setup/postkey-state.ts';
import { loadWords } from '../setup/words.ts';
import { KindButton } from '../ui/buttons.tsx';

const ExplainBox = lazy(async () => {
  const [box] = await Promise.all([import('./explain-box.tsx'), loadWords('explain')]);
  return { default: box.ExplainBox };
});

export function ExplainFold() {
  const { t } = useTranslation('window');
  const { explained } = usePostkey();
  const [isOpen, setOpen] = useState(explained !== undefined);
  const id = useId();
  return (
    <div className="help-block">
      <KindButton
        kind="secondary"
        size="small"
        icon={<MessageCircleQuestionMark size={18} strokeWidth={1.75} aria-hidden="true" />}
        expanded={isOpen}
        controls={id}
        onPress={() => setOpen(!isOpen)}
      >
        {t('help.explain')}
      </KindButton>
      <div id={id} hidden={!isOpen} className="help-explain">
        {isOpen ? (
          <Suspense fallback={null}>
            <ExplainBox />
          </Suspense>
        ) : null}
      </div>
    </div>
  );
}
