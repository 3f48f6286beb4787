// A preset dropped anywhere on the window goes to main as text; whether it is one, main decides. While step 3 waits for Google's
// client file, a dropped file goes there instead; a case file is opened to be looked at. A place that takes files itself stops the event.
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

/** Somebody else's case file: a page, or data that says it is one. */
async function isCaseFile(file: File): Promise<boolean> {
  if (/\.html?$/iu.test(file.name)) return true;
  return file.size < maxLength && (await file.text()).includes('"postkeyCase"');
}

async function takeCaseFile(file: File): Promise<Refusal | undefined> {
  if (file.size > maxLength) return { refusal: 'case-too-large' };
  return refusalIn(await ask('case.take', { text: await file.text() }));
}

/** Reads Google's client file, dropped beside its own place; the refusal, if there is one. */
async function takeGoogleFile(file: File): Promise<Refusal | undefined> {
  if (file.size > maxLength) return { refusal: 'google-file-too-large' };
  try {
    return refusalIn(await ask('credentials.googleFile', { text: await file.text() }));
  } catch {
    return { refusal: 'file-unreadable' };
  }
}

function holdsFiles(event: DragEvent): boolean {
  return event.dataTransfer.types.includes('Files');
}

const takers = { preset: takePreset, google: takeGoogleFile, case: takeCaseFile } as const;
const refusedTitles = {
  preset: 'notices.preset-refused.title',
  google: 'drop.googleRefused',
  case: 'notices.case-refused.title',
} as const;

export function PresetDrop({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('window');
  const { notices, setup } = usePostkey();
  // Step 3 at Google asks for a file of its own: whatever is dropped there is meant to be that one.
  const takesGoogleFile = setup?.current === 'credentials' && setup.provider?.is.signIn === 'google';
  const [over, setOver] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | undefined>();
  const [kind, setKind] = useState<keyof typeof refusedTitles>('preset');

  const take = async (file: File): Promise<void> => {
    const usual = takesGoogleFile ? 'google' : 'preset';
    const dropped = (await isCaseFile(file)) ? 'case' : usual;
    const refused = await takers[dropped](file);
    setRefusal(refused);
    setKind(dropped);
  };
  const drop = async (event: DragEvent): Promise<void> => {
    setOver(false);
    if (event.defaultPrevented || !holdsFiles(event)) return;
    event.preventDefault();
    const file = event.dataTransfer.files[0];
    if (file !== undefined) await take(file);
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
  const isSaidByMain = kind === 'preset' && notices.some((notice) => notice.code === 'preset-refused');
  const ownNotice = refusal !== undefined && !isSaidByMain;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping has its keyboard way in Help, "Open a preset"
    <div className="drop-room" onDragOver={drag} onDragLeave={leave} onDrop={(event) => void drop(event)}>
      {children}
      {ownNotice ? (
        <div className="drop-refusal">
          <Notice
            tone="note"
            live
            title={t(refusedTitles[kind])}
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
          <p className="drop-title">{takesGoogleFile ? t('drop.googleTitle') : t('drop.title')}</p>
          <p>{takesGoogleFile ? t('drop.googleText') : t('drop.text')}</p>
        </div>
      ) : null}
    </div>
  );
}
