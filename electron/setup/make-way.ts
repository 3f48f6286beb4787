// Making way for another set-up: one that waits for approval is set aside, any other is given up and what it had kept forgotten.
import { type Answer, accepted } from '../../shared/ipc-contract.ts';
import { hasSentRequest, isWaitingForApproval } from './approval-wait.ts';
import { mostAside } from './memory.ts';
import type { Postkey } from './postkey.ts';
import { takeUnused } from './revoke-unused.ts';

/** The keys of an account in the list stay, whatever becomes of its set-up. */
export async function forgetKeys(postkey: Postkey, id: string): Promise<void> {
  if (!postkey.accounts().some((account) => account.id === id)) await postkey.parts.world.vault.forget(id);
}

/** Gives the set-up in progress up and forgets what it had kept, unless an account rests on it. */
export async function abandonSetup(postkey: Postkey): Promise<void> {
  const setup = postkey.setup();
  if (!setup) return;
  const view = setup.view();
  const revoke = await takeUnused(postkey, view, setup.granted());
  postkey.endSetup();
  await forgetKeys(postkey, view.id);
  revoke();
}

/**
 * Sets the one in progress aside if its request was sent, from a sign-in tried meanwhile, too. Refused when too many wait already.
 * `freed`: so many of those set aside are about to be opened.
 */
export async function setAsideWaiting(postkey: Postkey, freed = 0): Promise<Answer> {
  const setup = postkey.setup();
  if (!setup || !hasSentRequest(setup.view())) return { accepted: false, refusal: 'not-now' };
  if (postkey.aside().length - freed >= mostAside) return { accepted: false, refusal: 'too-many-waiting' };
  // Ends the sign-in that is under way; the wait itself goes on.
  if (!isWaitingForApproval(setup.view())) await setup.handlers['response.cancel']({});
  postkey.setAside();
  return accepted;
}

/** Accepted: no set-up is in progress any more. */
export async function makeWay(postkey: Postkey): Promise<Answer> {
  const setup = postkey.setup();
  if (setup && hasSentRequest(setup.view())) return setAsideWaiting(postkey);
  await abandonSetup(postkey);
  return accepted;
}
