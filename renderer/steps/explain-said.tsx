// "Explain these words" under a cause: what the server said, put to the same explanation as any pasted message. It comes when it is asked for.
import { MessageCircleQuestionMark } from 'lucide-react';
import { lazy, Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, usePostkey } from '../setup/postkey-state.ts';
import { loadWords } from '../setup/words.ts';
import { KindButton } from '../ui/buttons.tsx';

const ExplainedMessage = lazy(async () => {
  const [message] = await Promise.all([
    import('../wizard/explained-message.tsx'),
    import('../wizard/explain-box.css'),
    loadWords('explain'),
  ]);
  return { default: message.ExplainedMessage };
});

export function ExplainSaid({ said }: { readonly said: string }) {
  const { t } = useTranslation('window');
  const { explained } = usePostkey();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const press = async () => {
    if (isOpen) {
      setOpen(false);
      return ask('help.forget', {});
    }
    const answer = await ask('help.explain', { text: said });
    if (answer.accepted) setOpen(true);
    return answer;
  };
  return (
    <div className="page-quiet">
      <KindButton
        kind="quiet"
        size="small"
        icon={<MessageCircleQuestionMark size={16} strokeWidth={1.75} aria-hidden="true" />}
        expanded={isOpen}
        controls={id}
        onPress={press}
      >
        {t(isOpen ? 'cause.explainAway' : 'cause.explain')}
      </KindButton>
      <div id={id} hidden={!isOpen} role="status">
        {isOpen && explained !== undefined ? (
          <Suspense fallback={null}>
            <ExplainedMessage explained={explained} />
          </Suspense>
        ) : null}
      </div>
    </div>
  );
}
