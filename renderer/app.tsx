// What the window shows: the set-up in progress, else the account list. Holds no state of its own.
import { lazy, Suspense, useEffect } from 'react';
import { AgentPlace } from './agent/agent-place.tsx';
import { usePostkey } from './setup/postkey-state.ts';
import { PresetDrop } from './setup/preset-drop.tsx';
import { changeWords, loadWords } from './setup/words.ts';
import { LiveRegions } from './ui/announce.tsx';
import { ErrorPage } from './ui/error-page.tsx';
import { Wizard } from './wizard/wizard.tsx';

const CaseRoom = lazy(async () => {
  const [room] = await Promise.all([
    import('./case/case-room.tsx'),
    loadWords('case-file'),
    // The parts of an account's page draw from them.
    loadWords('account'),
  ]);
  return { default: room.CaseRoom };
});

const CaseDraftDialog = lazy(async () => {
  const [dialog] = await Promise.all([import('./case/case-draft-dialog.tsx'), loadWords('case-file')]);
  return { default: dialog.CaseDraftDialog };
});

const PresetOffer = lazy(async () => {
  const [offer] = await Promise.all([import('./preset/preset-offer.tsx'), loadWords('preset')]);
  return { default: offer.PresetOffer };
});

const AccountRoom = lazy(async () => ({ default: (await import('./accounts/account-room.tsx')).AccountRoom }));

const ProxyDialog = lazy(async () => {
  const [dialog] = await Promise.all([import('./network/proxy-dialog.tsx'), loadWords('network')]);
  return { default: dialog.ProxyDialog };
});

export function App() {
  const { setup, language, direction, caseFile, caseDraft, presetOffer, proxyAsk } = usePostkey();

  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = direction;
    void changeWords(language);
  }, [language, direction]);

  return (
    <ErrorPage>
      <PresetDrop>
        {presetOffer === undefined ? null : (
          <Suspense fallback={null}>
            <PresetOffer key={presetOffer.id} offer={presetOffer} />
          </Suspense>
        )}
        {caseFile === undefined || presetOffer !== undefined ? null : (
          <Suspense fallback={null}>
            <CaseRoom key={caseFile.file.madeAt} opened={caseFile} />
          </Suspense>
        )}
        {/* One's own page stays as it is underneath, with what was typed. */}
        <div className="app-under" hidden={caseFile !== undefined || presetOffer !== undefined}>
          {setup === undefined ? (
            <Suspense fallback={null}>
              <AccountRoom />
            </Suspense>
          ) : (
            <Wizard key={setup.id} setup={setup} />
          )}
        </div>
        {caseDraft === undefined ? null : (
          <Suspense fallback={null}>
            <CaseDraftDialog draft={caseDraft} />
          </Suspense>
        )}
        {proxyAsk === undefined ? null : (
          <Suspense fallback={null}>
            <ProxyDialog key={`${proxyAsk.host}:${proxyAsk.port}`} asked={proxyAsk} />
          </Suspense>
        )}
      </PresetDrop>
      <AgentPlace />
      <LiveRegions />
    </ErrorPage>
  );
}
