// Puts a preset in force, once somebody has said yes to it: the shelf keeps it, and a set-up that can profit from it begins anew.
// Accounts that are set up already keep their provider and their registration.
import { type Answer, accepted } from '../../shared/ipc-contract.ts';
import { hasSentRequest } from './approval-wait.ts';
import type { Postkey } from './postkey.ts';
import { freshView } from './resume-view.ts';
import { startAgain, startAsAsked } from './start-setup.ts';

/**
 * Takes a preset; a set-up that has not signed in yet is looked at anew, because the address may be one of the organisation's. One
 * that waits for approval stays as it is: what was asked of IT is not given up for a file.
 */
export async function takePreset(postkey: Postkey, text: string, caPem: string | null): Promise<Answer> {
  const { shelf } = postkey.parts;
  const answer = await shelf.take(text, caPem);
  if (!answer.accepted) return answer;
  postkey.notify({ id: 'preset', code: 'preset-taken', values: { organisation: shelf.current()?.organisation ?? '' } });
  const setup = postkey.setup();
  const view = setup?.view();
  const isOpen =
    view?.purpose === 'new-account' && !view.practice && view.steps.store.kind === 'waiting' && !hasSentRequest(view);
  if (view?.address && isOpen && (await isOfPreset(postkey, view.address))) {
    // The address is one of the organisation's: looked up anew, it gets the organisation's registration.
    postkey.begin(freshView(view.id, false));
    await postkey.setup()?.handlers['understand.address']({
      address: view.address,
      ...(view.signsInAs ? { signsInAs: view.signsInAs } : {}),
    });
  } else if (shelf.current()?.practice === true) {
    await startAsAsked(postkey, { practice: true, address: null });
  } else {
    await startAgain(postkey);
  }
  return accepted;
}

/** An address that is not the organisation's keeps the set-up it has. */
async function isOfPreset(postkey: Postkey, address: string): Promise<boolean> {
  const { world, shelf } = postkey.parts;
  const report = { source: () => undefined };
  const found = await world.discovery.lookUp(address, shelf.current(), report, new AbortController());
  return found.ok && found.value[0]?.source === 'preset';
}
