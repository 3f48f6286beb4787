// The room beside the set-up: the list of accounts, the page of one, or one on its way out. Coming back from a page, the
// list stands where it was left.
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { leavePrograms } from '../programs/programs-door.ts';
import { ProgramsPlace, useProgramsPage } from '../programs/programs-place.tsx';
import '../wizard/wizard.css';
import { usePostkey } from '../setup/postkey-state.ts';
import { loadWords } from '../setup/words.ts';
import { AccountList } from './account-list.tsx';
import { AccountRail } from './account-rail.tsx';
import type { ListPlace } from './list-place.ts';

const AccountPage = lazy(async () => {
  const [page] = await Promise.all([import('./account-page.tsx'), loadWords('account')]);
  return { default: page.AccountPage };
});

const PracticeBand = lazy(async () => ({ default: (await import('../wizard/practice-band.tsx')).PracticeBand }));

const LeavingPage = lazy(async () => {
  const [page] = await Promise.all([import('../leaving/leaving-page.tsx'), loadWords('leaving')]);
  return { default: page.LeavingPage };
});

export function AccountRoom() {
  const state = usePostkey();
  const { accounts, opened, leaving } = state;
  const place = useRef<ListPlace | undefined>(undefined);
  const [letterOf, setLetterOf] = useState<string | undefined>();
  const account = accounts.find(({ id }) => id === opened?.id);
  const programsPage = useProgramsPage(account?.id, state);
  useEffect(() => {
    // The list and the next account begin without the pages of the last one.
    if (opened === undefined) leavePrograms(false);
  }, [opened]);
  if (leaving !== undefined) {
    return (
      <Suspense fallback={null}>
        <LeavingPage key={leaving.id} leaving={leaving} />
      </Suspense>
    );
  }
  if (account === undefined || opened === undefined) {
    return <AccountList place={place} onOpen={(id, why) => setLetterOf(why === 'letter' ? id : undefined)} />;
  }
  if (programsPage !== null) {
    return (
      <div className="room">
        <AccountRail />
        <div className="desk">
          {account.practice ? (
            <Suspense fallback={null}>
              <PracticeBand />
            </Suspense>
          ) : null}
          <main className="sheet">
            <ProgramsPlace id={account.id} address={account.address}>
              {null}
            </ProgramsPlace>
          </main>
        </div>
      </div>
    );
  }
  return (
    <Suspense fallback={null}>
      <AccountPage key={account.id} account={account} history={opened.history} letterWanted={letterOf === account.id} />
    </Suspense>
  );
}
