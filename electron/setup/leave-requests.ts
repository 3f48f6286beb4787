// What the window asks about an account that is being taken away, once the person has said yes. One handler a message.
import { type Answer, accepted } from '../../shared/ipc-contract.ts';
import { isClosed } from '../../shared/step-status.ts';
import type { Handlers, Postkey } from './postkey.ts';
import { takeUnused } from './revoke-unused.ts';

const notNow: Answer = { accepted: false, refusal: 'not-now' };
const done = (went: boolean): Answer => (went ? accepted : notNow);

type LeaveRequest = 'account.remove' | Extract<keyof Handlers, `leaving.${string}`>;

/** `startAgain`: shows step 1 when nothing else is left. */
export function leaveHandlers(postkey: Postkey, startAgain: () => Promise<void>): Pick<Handlers, LeaveRequest> {
  const { leave } = postkey;
  return {
    'account.remove': async ({ id }) => {
      const account = postkey.accounts().find((each) => each.id === id);
      if (!account) return { accepted: false, refusal: 'account-gone' };
      if (!leave.begin(account)) return notNow;
      // A set-up for the same account would go on working with what is taken away.
      const setup = postkey.setup()?.view().id === id ? postkey.setup() : null;
      const view = setup?.view() ?? postkey.aside().find((each) => each.setup.id === id)?.setup;
      const held = setup && !isClosed(setup.view().steps.store) ? setup.granted() : null;
      // A sign-in that was never kept is nobody's once the account is gone.
      const others = { ...postkey, accounts: () => postkey.accounts().filter((each) => each.id !== id) };
      const revokeUnused = view ? await takeUnused(held ? others : postkey, view, held) : () => undefined;
      if (postkey.setup()?.view().id === id) postkey.endSetup();
      postkey.cancelAside(id);
      postkey.showAccount(null);
      revokeUnused();
      return accepted;
    },
    'leaving.retry': () => done(leave.retry()),
    'leaving.revokeAgain': () => done(leave.revokeAgain()),
    'leaving.goOn': () => done(leave.goOn()),
    'leaving.keep': () => {
      const kept = leave.keep();
      // The watch takes it up again.
      if (kept) postkey.changeAccounts((accounts) => accounts);
      return done(kept);
    },
    'leaving.putAway': async () => {
      if (!leave.putAway()) return notNow;
      await startAgain();
      return accepted;
    },
  };
}
