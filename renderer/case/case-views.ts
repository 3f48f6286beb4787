// A case file's set-up and accounts as the window's own parts want them. Pure.
import type { AccountView, WatchView } from '../../shared/account-state.ts';
import type { CaseAccount, CaseSetup } from '../../shared/case-file.ts';
import { type Ladder, type RungState, rungs } from '../../shared/ladder.ts';
import type { SetupView } from '../../shared/setup-state.ts';

/** What ran when the file was made runs no more. */
function standing(ladder: Ladder): Ladder {
  const states = rungs.map((rung): [string, RungState] => {
    const state = ladder.rungs[rung];
    return [rung, state.kind === 'running' ? { kind: 'not-tried' } : state];
  });
  const state = ladder.state === 'climbing' ? 'waiting' : ladder.state;
  return { ...ladder, state, rungs: Object.fromEntries(states) as Ladder['rungs'] };
}

export function setupOfCase(setup: CaseSetup): SetupView {
  const { purpose, practice, steps, current, wanted, scopes, details } = setup;
  return {
    id: 'case',
    purpose,
    practice,
    steps,
    current,
    wanted,
    scopes,
    details,
    ladders: setup.ladders.map(standing),
    ...(setup.mailbox === undefined ? {} : { address: setup.mailbox }),
  };
}

function watchOfCase(watch: WatchView): WatchView {
  return watch.ladders ? { ...watch, ladders: watch.ladders.map(standing) } : watch;
}

export function accountOfCase(account: CaseAccount, at: number): AccountView {
  const {
    history: _history,
    registration: _registration,
    scopes: _scopes,
    mailbox,
    domain: _domain,
    watch,
    ...rest
  } = account;
  return {
    ...rest,
    id: `case-${at}`,
    address: mailbox,
    checking: false,
    ...(watch ? { watch: watchOfCase(watch) } : {}),
  };
}
