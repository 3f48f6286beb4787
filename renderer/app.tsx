// What the window shows: the set-up in progress, else the account list. Holds no state of its own.
import { lazy, Suspense, useEffect } from 'react';
import { usePostkey } from './setup/postkey-state.ts';
import { PresetDrop } from './setup/preset-drop.tsx';
import { changeWords } from './setup/words.ts';
import { LiveRegions } from './ui/announce.tsx';
import { ErrorPage } from './ui/error-page.tsx';
import { Wizard } from './wizard/wizard.tsx';

const AccountRoom = lazy(async () => ({ default: (await import('./accounts/account-room.tsx')).AccountRoom }));

export function App() {
  const { setup, language, direction } = usePostkey();

  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = direction;
    void changeWords(language);
  }, [language, direction]);

  return (
    <ErrorPage>
      <PresetDrop>
        {setup === undefined ? (
          <Suspense fallback={null}>
            <AccountRoom />
          </Suspense>
        ) : (
          <Wizard key={setup.id} setup={setup} />
        )}
      </PresetDrop>
      <LiveRegions />
    </ErrorPage>
  );
}
