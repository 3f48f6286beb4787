// A preset dropped anywhere on the window goes to main as text; whether it is one, main decides. A page that takes other files
// (Google's) stops the event itself.
import { type DragEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QuietButton } from '../ui/buttons.tsx';
import { Notice } from '../ui/notice.tsx';
import { RefusalWords } from '../ui/refusal-words.tsx';
import { ask, usePostkey } from './postkey-state.ts';
import './preset-drop.css';
import type { Refusal } from './use-ask.ts';
import { refusalIn } from './use-ask.ts';

/** Characters; the contract takes no more. */
const maxLength = 6_000_000;

/** Reads a dropped file and hands it over; the refusal, if there is one. */
export async function takePreset(file: File): Promise<Refusal | undefined> {
  if (file.size > maxLength) return { refusal: 'preset-too-large' };
  try {
    return refusalIn(await ask('preset.take', { name: file.name.slice(0, 400), text: await file.text() }));
  } catch {
    return { refusal: 'file-unreadable' };
  }
}

function holdsFiles(event: DragEvent): boolean {
  return event.dataTransfer.types.includes('Files');
}

export function PresetDrop({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('window');
  const { notices } = usePostkey();
  const [over, setOver] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | undefined>();

  const drop = async (event: DragEvent): Promise<void> => {
    setOver(false);
    if (event.defaultPrevented || !holdsFiles(event)) return;
    event.preventDefault();
    const file = event.dataTransfer.files[0];
    if (file !== undefined) setRefusal(await takePreset(file));
  };
  const drag = (event: DragEvent): void => {
    const taken = !event.defaultPrevented && holdsFiles(event);
    setOver(taken);
    if (taken) event.preventDefault();
  };
  const leave = (event: DragEvent): void => {
    if (event.relatedTarget === null) setOver(false);
  };

  // Main says it too when it made a notice of it; then once is enough.
  const ownNotice = refusal !== undefined && !notices.some((notice) => notice.code === 'preset-refused');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping has its keyboard way in Help, "Open a preset"
    <div className="drop-room" onDragOver={drag} onDragLeave={leave} onDrop={(event) => void drop(event)}>
      {children}
      {ownNotice ? (
        <div className="drop-refusal">
          <Notice
            tone="note"
            live
            title={t('notices.preset-refused.title')}
            actions={
              <QuietButton size="small" onPress={() => setRefusal(undefined)}>
                {t('buttons.dismiss')}
              </QuietButton>
            }
          >
            <RefusalWords refusal={refusal.refusal} values={refusal.values} />
          </Notice>
        </div>
      ) : null}
      {over ? (
        <div className="drop-here">
          <p className="drop-title">{t('drop.title')}</p>
          <p>{t('drop.text')}</p>
        </div>
      ) : null}
    </div>
  );
}
