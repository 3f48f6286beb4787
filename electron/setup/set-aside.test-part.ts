// Test only: Postkey in the guarded world, walked to waits, and quit and started again.
import type { SetupView } from '../../shared/setup-state.ts';
import type { AccountSetup } from './account-setup.ts';
import { type ApprovalWorld, answerInBrowser, walkToRequest } from './approval-world.test-part.ts';
import type { Postkey } from './postkey.ts';
import { handlersOf, openWhereItStood } from './postkey-requests.ts';
import { Secret } from './secret.ts';
import { startPostkey } from './small-postkey.test-part.ts';
import { grantFor, until } from './small-world.test-part.ts';
import { startSetup } from './start-setup.ts';

export const minutes = 60_000;
export const kim = 'kim@harbour.example';
export const notNow = { accepted: false, refusal: 'not-now' };

export function opened(postkey: Postkey): AccountSetup {
  const setup = postkey.setup();
  if (!setup) throw new Error('No set-up is in progress');
  return setup;
}

export const viewOf = (postkey: Postkey) => (): SetupView => opened(postkey).view();

export function approve(world: ApprovalWorld): void {
  world.play.widen = async () => ({
    ok: true,
    value: grantFor('', { person: null, idTokenChecked: false, renewal: new Secret('whole-renewal') }),
  });
}

/** Resolves once it is so; what never comes ends with the test's own deadline. */
export async function happens(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 1));
}

/** The set-up in progress, to the wait; signed in without mail, so that Postkey asks by itself. Answers with its id. */
export async function waitIn(
  postkey: Postkey,
  world: ApprovalWorld,
  address: string,
  isWatched = true,
): Promise<string> {
  if (!postkey.setup()) await startSetup(postkey, false);
  const setup = opened(postkey);
  world.play.person = address;
  await walkToRequest(setup, '', address);
  await sendRequest(setup, world);
  if (isWatched) await watch(setup, world);
  return setup.view().id;
}

/** From step 5. */
export async function sendRequest(setup: AccountSetup, world: ApprovalWorld): Promise<void> {
  await setup.handlers['request.signIn']({});
  await answerInBrowser(world, setup);
  await until(setup.view, ({ steps }) => steps.response.kind === 'failed');
  await setup.handlers['approval.sent']({ by: 'mail' });
}

/** The first question has been answered with "not yet". */
export async function watch(setup: AccountSetup, world: ApprovalWorld): Promise<void> {
  await setup.handlers['approval.watch']({});
  await answerInBrowser(world, setup);
  await until(setup.view, ({ approval }) => approval?.lastCheckAt !== undefined && approval.checking === undefined);
}

export async function asideIn(postkey: Postkey, world: ApprovalWorld, address: string): Promise<string> {
  const id = await waitIn(postkey, world, address);
  const answer = await handlersOf(postkey)['setup.setAside']({});
  if (!answer.accepted) throw new Error(answer.refusal);
  return id;
}

type Started = Pick<ReturnType<typeof startPostkey>, 'postkey' | 'memory' | 'small'>;

/** As a quit and a start, through the settings file. */
export async function restart({ postkey, memory }: Started, world: ApprovalWorld): Promise<Started> {
  const kept = { accounts: memory.accounts(), setup: memory.setup(), aside: memory.aside() };
  postkey.stop();
  const again = startPostkey(JSON.parse(JSON.stringify(kept)), world);
  await openWhereItStood(again.postkey);
  return again;
}
