// What each request does that is not a step's: starting, finishing, accounts, preset, wishes. One handler a message.

import { guidePages } from '../../shared/console-guide-list.ts';
import { type Answer, accepted } from '../../shared/ipc-contract.ts';
import type { MailProvider } from '../../shared/mail-provider.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import { accountHandlers } from './account-requests.ts';
import { type SetupHandlers, setupRequestNames } from './account-setup.ts';
import { asideHandlers } from './aside-requests.ts';
import { bridgeHandlers } from './bridge-requests.ts';
import { caseHandlers } from './case-requests.ts';
import { desktopHandlers } from './desktop-requests.ts';
import { handOverHandlers } from './hand-over-requests.ts';
import { helpHandlers } from './help-requests.ts';
import { leaveHandlers } from './leave-requests.ts';
import { letterHandlers } from './letter-requests.ts';
import { isFinished } from './make-setups.ts';
import { abandonSetup } from './make-way.ts';
import type { AccountRecord } from './memory.ts';
import type { Handlers, Postkey } from './postkey.ts';
import { practiceHandlers } from './practice-requests.ts';
import { presetHandlers } from './preset-requests.ts';
import { resumeView } from './resume-view.ts';
import { startAgain, startSetup } from './start-setup.ts';
import { stillAllowed } from './still-allowed.ts';
import { wishHandlers } from './wish-requests.ts';

const refused = (refusal: Extract<Answer, { accepted: false }>['refusal'], field?: string): Answer =>
  field === undefined ? { accepted: false, refusal } : { accepted: false, refusal, field };

/** Takes up the set-ups that were under way when Postkey was quit; without any and without accounts, starts at step 1. */
export async function openWhereItStood(postkey: Postkey): Promise<void> {
  const { memory, world } = postkey.parts;
  const kept = takenUp(memory.setup(), memory.accounts());
  const ids = new Set(kept ? [kept.id] : []);
  const isFirst = (id: string): boolean => {
    const isNew = !ids.has(id);
    ids.add(id);
    return isNew;
  };
  // Nobody approves practice.
  postkey.resumeAside(
    memory.aside().filter(({ setup }) => !setup.practice && takenUp(setup, memory.accounts()) && isFirst(setup.id)),
  );
  const practised =
    kept?.practice === true ||
    memory.leaving()?.account.practice === true ||
    memory.accounts().some((account) => account.practice);
  // Without practice everything else still opens; what was practised cannot go on.
  const cannotStart = (error: unknown): null => {
    world.logUnexpected(error);
    return null;
  };
  const room = practised ? await world.practice.start().catch(cannotStart) : null;
  if (room) {
    postkey.changeAccounts((accounts) =>
      accounts.map((account) => (account.practice ? { ...account, provider: room.found.is } : account)),
    );
  }
  postkey.leave.takeUp(room?.found.is ?? null);
  if (kept && (room || !kept.practice)) {
    const view = stillAllowed(resumeView(kept), world.policy());
    postkey.begin(room && view.practice ? { ...view, provider: room.found } : view);
    if (view.current !== 'understand') postkey.notify({ id: 'resumed', code: 'set-up-resumed', values: {} });
    return;
  }
  memory.keepSetup(null);
  await startAgain(postkey);
}

/** A set-up that came to its end was finished, though nobody pressed "Finish". */
function takenUp(kept: SetupView | null, accounts: readonly AccountRecord[]): SetupView | null {
  return kept && isFinished(kept, accounts) ? null : kept;
}

function pagesOf(provider: MailProvider): readonly (string | undefined)[] {
  const { takeBackPage, consolePage, allowProgramsPage, password } = provider;
  return [takeBackPage, consolePage, allowProgramsPage, password?.page, ...guidePages(provider)];
}

/** Every page a link may lead to: what provider data names, and the page where an administrator approves; nothing else. */
function allowedLinks(postkey: Postkey): readonly string[] {
  const setup = postkey.setup()?.view();
  const providers = [
    setup?.provider?.is,
    postkey.leave.account()?.provider,
    ...postkey.accounts().map((account) => account.provider),
  ];
  return providers
    .flatMap((provider) => (provider ? pagesOf(provider) : []))
    .concat(setup?.approval?.adminLink)
    .filter((page) => page !== undefined);
}

type AnyHandler = (input: unknown) => Answer | Promise<Answer>;

/** A step's request goes to the set-up in progress; without one it is refused. */
function setupHandlers(postkey: Postkey): SetupHandlers {
  const entries = setupRequestNames.map((name) => [
    name,
    (input: unknown) => {
      // Name and input come from the same line of the contract; the union of twenty handlers cannot say so.
      const handler = postkey.setup()?.handlers[name] as AnyHandler | undefined;
      return handler ? handler(input) : refused('not-now');
    },
  ]);
  return Object.fromEntries(entries) as SetupHandlers;
}

/** The whole table, as the door wants it. */
export function handlersOf(postkey: Postkey): Handlers {
  const { parts } = postkey;
  const { files, world } = parts;
  const steps = setupHandlers(postkey);
  return {
    ...steps,
    'window.ready': () => {
      parts.announce(postkey.state());
      return accepted;
    },
    'setup.start': ({ practice }) => startSetup(postkey, practice),
    'setup.abandon': async () => {
      await abandonSetup(postkey);
      await startAgain(postkey);
      return accepted;
    },
    ...asideHandlers(postkey, () => startAgain(postkey)),
    'setup.finish': () => {
      if (postkey.setup()?.view().watch === undefined) return refused('not-now');
      postkey.endSetup();
      return accepted;
    },
    'credentials.openGoogleFile': async () => {
      const file = await files.openText();
      if (file === null) return refused('file-not-chosen');
      if (file === 'unreadable') return refused('file-unreadable', 'googleFile');
      return steps['credentials.googleFile'](file);
    },
    ...accountHandlers(postkey),
    ...leaveHandlers(postkey, () => startAgain(postkey)),
    ...practiceHandlers(postkey, (failure) => startSetup(postkey, true, undefined, failure)),
    ...presetHandlers(postkey),
    'notice.dismiss': ({ id }) => {
      postkey.dismiss(id);
      return accepted;
    },
    ...wishHandlers(postkey),
    ...parts.updates.handlers,
    ...parts.proxySignIn.handlers,
    'network.look': () => parts.networkLook.look(),
    'clipboard.copy': ({ text }) => {
      world.desktop.copy(text);
      return accepted;
    },
    ...helpHandlers(postkey),
    ...caseHandlers(postkey),
    ...bridgeHandlers(postkey),
    ...desktopHandlers(postkey),
    ...handOverHandlers(postkey),
    ...letterHandlers(parts),
    'link.open': async ({ url }) =>
      (await files.openLink(url, allowedLinks(postkey))) ? accepted : refused('link-not-allowed'),
  };
}
