// A file that a program reads: what it is, where it goes, a look into it, and the ways to take it along. Holds no secret.
import { Check, Download, FileText } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandOverFile } from '../../shared/hand-over.ts';
import type { Answer } from '../../shared/ipc-contract.ts';
import { ask } from '../setup/postkey-state.ts';
import { FoldButton } from '../steps/fold-button.tsx';
import { announce } from '../ui/announce.tsx';
import { SecondaryButton } from '../ui/buttons.tsx';
import { CopyButton } from '../ui/copy-line.tsx';
import { usePhrase } from './use-phrase.ts';

export function HandOverFileView({ file }: { readonly file: HandOverFile }) {
  const { t } = useTranslation('programs');
  const say = usePhrase();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [isSaved, setSaved] = useState(false);
  const save = async (): Promise<Answer | undefined> => {
    const answer = await ask('handOver.save', { file: file.id });
    if (answer.accepted) {
      setSaved(true);
      announce(t('file.saved'));
    }
    // Who closes the dialog has chosen, and knows it.
    return !answer.accepted && answer.refusal === 'file-not-chosen' ? undefined : answer;
  };
  const Icon = isSaved ? Check : Download;
  return (
    <section className="sheet-file" aria-label={file.name}>
      <FileText className="sheet-file-picture" size={20} strokeWidth={1.75} aria-hidden="true" />
      <div className="sheet-file-words">
        <h2 className="sheet-file-name mono ltr">{file.name}</h2>
        <p className="sheet-lead">{say(file.lead)}</p>
        {file.place === undefined ? null : (
          <p className="sheet-file-place">
            {t('file.place')} <code className="mono ltr">{file.place}</code>
          </p>
        )}
        <div className="sheet-file-buttons">
          <SecondaryButton
            size="small"
            icon={<Icon size={16} strokeWidth={1.75} aria-hidden="true" />}
            label={t('file.saveOf', { name: file.name })}
            onPress={save}
          >
            {t(isSaved ? 'file.savedShort' : 'file.save')}
          </SecondaryButton>
          <CopyButton label={file.name} text={file.text} />
          <FoldButton
            words={t(isOpen ? 'file.away' : 'file.look')}
            isOpen={isOpen}
            controls={id}
            onToggle={() => setOpen(!isOpen)}
          />
        </div>
        <section
          id={id}
          className="sheet-file-text"
          hidden={!isOpen}
          aria-label={t('file.inside', { name: file.name })}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: long files scroll, and must do so by keyboard
          tabIndex={0}
        >
          <pre className="mono ltr">{file.text}</pre>
        </section>
      </div>
    </section>
  );
}
