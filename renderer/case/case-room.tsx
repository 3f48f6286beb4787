// Somebody else's case file, opened to be looked at: the caller's steps and accounts, and the way out. It knows nothing of one's own
// accounts and sends no request but to close.
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenedCase } from '../../shared/case-draft.ts';
import type { CaseFile } from '../../shared/case-file.ts';
import { formatLocale } from '../setup/format-locale.ts';
import { ask } from '../setup/postkey-state.ts';
import { type Cursor, CursorContext } from '../wizard/use-cursor.ts';
import '../wizard/wizard.css';
import { CaseAccount } from './case-account.tsx';
import { CaseGroups } from './case-groups.tsx';
import { type CasePlace, CasePlaces } from './case-places.tsx';
import { CaseRail } from './case-rail.tsx';
import './case-room.css';
import { CaseStep } from './case-step.tsx';
import { accountOfCase, setupOfCase } from './case-views.ts';

function firstPlace({ setup, accounts }: CaseFile): CasePlace {
  if (setup) return { kind: 'step', step: setup.current };
  return accounts.length > 0 ? { kind: 'account', at: 0 } : { kind: 'everything' };
}

export function CaseRoom({ opened: { file, groups } }: { readonly opened: OpenedCase }) {
  const { t } = useTranslation(['case-file', 'window']);
  const [place, setPlace] = useState<CasePlace>(() => firstPlace(file));
  const heading = useRef<HTMLHeadingElement>(null);
  const setup = useMemo(() => file.setup && setupOfCase(file.setup), [file]);
  const accounts = useMemo(() => file.accounts.map(accountOfCase), [file]);
  const shown = place.kind === 'step' ? place.step : undefined;

  useEffect(() => {
    // Whatever is shown now, it is read from its beginning.
    if (place) heading.current?.closest('main')?.scrollTo?.(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [place]);
  useEffect(() => {
    document.title = t('window:titleBar', { title: t('opened.title') });
  }, [t]);

  // An agent may look at every step, also at one the caller has not reached.
  const cursor = useMemo<Cursor>(
    () => ({
      shown: shown ?? 'understand',
      lookingBack: true,
      goOn: () => undefined,
      goBack: undefined,
      open: (step) => {
        setPlace({ kind: 'step', step });
        return true;
      },
    }),
    [shown],
  );
  const account = place.kind === 'account' ? accounts[place.at] : undefined;
  return (
    <CursorContext.Provider value={cursor}>
      <div className="room">
        <CaseRail setup={setup} shown={shown} />
        <div className="desk">
          <CaseBand file={file} />
          <CasePlaces setup={setup} accounts={accounts} place={place} onPlace={setPlace} />
          <main className="sheet">
            <div className="page-frame">
              <div className="page">
                {place.kind === 'step' && setup !== undefined ? (
                  <CaseStep setup={setup} step={place.step} heading={heading} />
                ) : null}
                {place.kind === 'account' && account !== undefined ? (
                  <CaseAccount
                    account={account}
                    history={file.accounts[place.at]?.history ?? []}
                    at={file.madeAt}
                    heading={heading}
                  />
                ) : null}
                {place.kind === 'everything' ? (
                  <>
                    <header className="page-head">
                      <h1 className="page-title" ref={heading} tabIndex={-1}>
                        {t('opened.everything')}
                      </h1>
                    </header>
                    <div className="page-body case-everything">
                      {setup === undefined && accounts.length === 0 ? <p>{t('opened.nothing')}</p> : null}
                      <CaseGroups groups={groups} />
                    </div>
                  </>
                ) : null}
              </div>
            </div>
          </main>
        </div>
      </div>
    </CursorContext.Provider>
  );
}

/** Whose it is not: said all the time. */
function CaseBand({ file }: { readonly file: CaseFile }) {
  const { t, i18n } = useTranslation('case-file');
  const format = new Intl.DateTimeFormat(formatLocale(i18n.language), { dateStyle: 'long', timeStyle: 'short' });
  const { postkey, system } = file.by;
  return (
    <section className="case-band" aria-label={t('opened.title')}>
      <div className="case-band-words">
        <strong>{t('opened.band', { date: format.format(file.madeAt) })}</strong>
        <span className="case-band-made">
          {t('opened.made', { postkey, system })}
          {file.page === undefined ? null : (
            <>
              {' '}
              {t('opened.shown')} <code className="mono ltr case-band-code">{file.page}</code>
            </>
          )}
        </span>
      </div>
      <button type="button" className="case-band-close" onClick={() => void ask('case.close', {})}>
        {t('opened.close')}
      </button>
    </section>
  );
}
