// What the window asks for about an account that is there, and about one on its way out; a part of the table in `ipc-contract.ts`.
import * as z from 'zod/mini';

const nothing = z.strictObject({});
const ofAccount = z.strictObject({ id: z.string().check(z.maxLength(64)) });

export const accountRequests = {
  /** Its own page; the list again by `account.close`. */
  'account.open': ofAccount,
  'account.close': nothing,
  'account.check': ofAccount,
  /** Tries what the set-up was finished without, with the key there is; what passes is wanted again. */
  'account.tryLeftOut': ofAccount,
  'account.signInAgain': ofAccount,
  /** Begins to take it away, after the person has been asked; `PostkeyState.leaving` shows how it goes. */
  'account.remove': ofAccount,
  /** Once more what did not work, or one more look whether the old key still opens the mailbox. */
  'leaving.retry': nothing,
  /** Asks the provider once more to take the permission back, when all else is over. */
  'leaving.revokeAgain': nothing,
  /** Without what did not work. */
  'leaving.goOn': nothing,
  /** The account stays; only before anything was deleted. */
  'leaving.keep': nothing,
  'leaving.putAway': nothing,
} as const;
