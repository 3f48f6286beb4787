// What each request about a finished account does: its page, a look, signing in again. One handler a message.
import { type Answer, accepted } from '../../shared/ipc-contract.ts';
import { isAside, takeUp } from './aside-requests.ts';
import { makeWay } from './make-way.ts';
import type { AccountRecord } from './memory.ts';
import type { Handlers, Postkey } from './postkey.ts';
import { signInAgainView } from './sign-in-again.ts';
import { tryLeftOut } from './try-left-out.ts';

const refused = (refusal: Extract<Answer, { accepted: false }>['refusal']): Answer => ({ accepted: false, refusal });

type AccountRequest = Exclude<Extract<keyof Handlers, `account.${string}`>, 'account.remove'>;

export function accountHandlers(postkey: Postkey): Pick<Handlers, AccountRequest> {
  const { world, check } = postkey.parts;
  const find = (id: string): AccountRecord | undefined => postkey.accounts().find((account) => account.id === id);
  return {
    'account.open': ({ id }) => {
      if (!find(id)) return refused('account-gone');
      postkey.showAccount(id);
      return accepted;
    },
    'account.close': () => {
      postkey.showAccount(null);
      return accepted;
    },
    'account.check': ({ id }) => {
      const account = find(id);
      if (!account) return refused('account-gone');
      return check(account) ? accepted : refused('not-now');
    },
    'account.tryLeftOut': ({ id }) => {
      const account = find(id);
      if (!account) return refused('account-gone');
      return tryLeftOut(postkey, account) ? accepted : refused('not-now');
    },
    'account.signInAgain': async ({ id }) => {
      const account = find(id);
      if (!account) return refused('account-gone');
      if (postkey.leave.isLeaving(id)) return refused('not-now');
      // It is being done again already, and waits for approval.
      if (isAside(postkey, id)) return takeUp(postkey, id);
      const way = await makeWay(postkey);
      if (!way.accepted) return way;
      postkey.begin(signInAgainView(account, world.clock.now()));
      return accepted;
    },
  };
}
