// The line in the help that opens the box for explaining a message. The box and its words come when it is first opened.
import { MessageCircleQuestionMark } from 'lucide-react';
import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { usePostkey } from '../setup/postkey-state.ts';
import { loadWords } from '../setup/words.ts';
import { HelpFold } from './help-fold.tsx';

const ExplainBox = lazy(async () => {
  const [box] = await Promise.all([import('./explain-box.tsx'), loadWords('explain')]);
  return { default: box.ExplainBox };
});

export function ExplainFold() {
  const { t } = useTranslation('window');
  const { explained } = usePostkey();
  return (
    <HelpFold icon={MessageCircleQuestionMark} words={t('help.explain')} startsOpen={explained !== undefined}>
      <ExplainBox />
    </HelpFold>
  );
}
