// Where Google's downloaded client file is dropped or chosen. Sends its text to main at once and keeps none of it.
import { FileJson } from 'lucide-react';
import type { DragEvent } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RefusalCode } from '../../shared/refusal.ts';
import { ask } from '../setup/postkey-state.ts';
import { SecondaryButton } from '../ui/buttons.tsx';
import { RefusalWords } from '../ui/refusal-words.tsx';
import { PageRefusal } from './page-section.tsx';
import './google-file.css';

/** Larger files are refused unread; Google's has about 400 bytes, and main allows far more. */
const mostBytes = 5_000_000;

export function GoogleFile() {
  const { t } = useTranslation('pages-start');
  const [isOver, setOver] = useState(false);
  const [refusal, setRefusal] = useState<RefusalCode | undefined>();

  const take = async (file: File): Promise<void> => {
    if (file.size > mostBytes) {
      setRefusal('google-file-too-large');
      return;
    }
    try {
      const answer = await ask('credentials.googleFile', { text: await file.text() });
      setRefusal(answer.accepted ? undefined : answer.refusal);
    } catch {
      // A folder, or a file that is gone by now.
      setRefusal('file-unreadable');
    }
  };

  const drop = (event: DragEvent): void => {
    event.preventDefault();
    // Else the window would take it for a preset.
    event.stopPropagation();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) void take(file);
  };

  const open = async (): Promise<void> => {
    const answer = await ask('credentials.openGoogleFile', {});
    setRefusal(answer.accepted || answer.refusal === 'file-not-chosen' ? undefined : answer.refusal);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button in it does the same by keyboard.
    <div
      className={isOver ? 'google-file google-file-over' : 'google-file'}
      onDragOver={(event) => {
        event.preventDefault();
        event.stopPropagation();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <FileJson size={24} strokeWidth={1.75} aria-hidden="true" />
      <div className="google-file-words">
        <p className="google-file-title">{t('credentials.file.title')}</p>
        <p>{t('credentials.file.text')}</p>
        {refusal === undefined ? null : (
          <PageRefusal>
            <RefusalWords refusal={refusal} />
          </PageRefusal>
        )}
      </div>
      <SecondaryButton onPress={open}>{t('credentials.file.button')}</SecondaryButton>
    </div>
  );
}
