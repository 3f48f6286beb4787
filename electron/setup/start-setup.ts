// Beginning a set-up: an empty one, one of practice, or one for the address that a start, a link or a command line names.
import { type Answer, accepted } from '../../shared/ipc-contract.ts';
import type { PracticeFailure } from '../../shared/practice-failures.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import { hasSentRequest } from './approval-wait.ts';
import { takeUp } from './aside-requests.ts';
import { makeWay } from './make-way.ts';
import type { Postkey } from './postkey.ts';
import { freshView } from './resume-view.ts';

/** Starts an empty set-up, or a practice one with its provider in place, which plays `failure` from the first step. */
export async function startSetup(
  postkey: Postkey,
  practice: boolean,
  address?: string,
  failure: PracticeFailure | null = null,
): Promise<Answer> {
  const { world } = postkey.parts;
  // First what may fail: a practice that cannot start must not cost the set-up in progress.
  const room = practice ? await world.practice.start() : null;
  const way = await makeWay(postkey);
  if (!way.accepted) return way;
  const view = freshView(world.newId(), practice);
  world.practice.play(failure);
  if (!room) {
    postkey.begin(view);
    if (address) await postkey.setup()?.handlers['understand.address']({ address });
    return accepted;
  }
  postkey.begin({
    ...view,
    provider: room.found,
    registration: { source: 'practice', clientId: room.clientId, hasSecret: false },
    steps: { ...view.steps, register: { kind: 'done', fact: { code: 'registration-practice' }, ms: 0 } },
  });
  await postkey.setup()?.handlers['understand.address']({ address: address ?? room.address });
  return accepted;
}

/** Nothing is left to show: step 1 opens. */
export async function startAgain(postkey: Postkey): Promise<void> {
  const isBare = postkey.accounts().length === 0 && postkey.aside().length === 0 && !postkey.leave.view();
  if (isBare && !postkey.setup()) await startSetup(postkey, false);
}

/** A set-up in progress is not given up for what a command line or a link says; one that waits for approval is only set aside. */
export async function startAsAsked(
  postkey: Postkey,
  { practice, address }: { readonly practice: boolean; readonly address: string | null },
): Promise<void> {
  const view = postkey.setup()?.view();
  const isUntouched =
    view === undefined || (view.address === undefined && !view.practice) || isAnotherThan(view, address);
  const awaited = postkey.aside().find(({ setup }) => setup.address === address);
  if (address && awaited) await takeUp(postkey, awaited.setup.id);
  else if (practice && isUntouched) await startSetup(postkey, true, address ?? undefined);
  else if (address && isUntouched) await startSetup(postkey, false, address);
}

function isAnotherThan(view: SetupView, address: string | null): boolean {
  return hasSentRequest(view) && view.address !== address;
}
