// The room beside the set-up: the list of accounts, the page of one, or one on its way out. Coming back from a page, the
// list stands where it was left.
import { lazy, Suspense, useRef, useState } from 'react';
import { usePostkey } from '../setup/postkey-state.ts';
import { loadWords } from '../setup/words.ts';
import { AccountList } from './account-list.tsx';
import type { ListPlace } from './list-place.ts';

const AccountPage = lazy(async () => {
  const [page] = await Promise.all([import('./account-page.tsx'), loadWords('account')]);
  return { default: page.AccountPage };
});

const LeavingPage = lazy(async () => {
  const [page] = await Promise.all([import('../leaving/leaving-page.tsx'), loadWords('leaving')]);
  return { default: page.LeavingPage };
});

export function AccountRoom() {
  const { accounts, opened, leaving } = usePostkey();
  const place = useRef<ListPlace | undefined>(undefined);
  const [letterOf, setLetterOf] = useState<string | undefined>();
  const account = accounts.find(({ id }) => id === opened?.id);
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
  return (
    <Suspense fallback={null}>
      <AccountPage key={account.id} account={account} history={opened.history} letterWanted={letterOf === account.id} />
    </Suspense>
  );
}
