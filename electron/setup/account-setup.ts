// One set-up from address to watched account: what starts when, and what each request does. Knows no Electron and no library.
import type { Answer, RequestInput, RequestName } from '../../shared/ipc-contract.ts';
import { problemOf } from '../../shared/problem.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import type { StepId } from '../../shared/setup-steps.ts';
import type { StepStatus } from '../../shared/step-status.ts';
import { advance } from './advance.ts';
import { applyEvent, type SetupEvent } from './apply-event.ts';
import { makeApprovalClock } from './approval-clock.ts';
import { forgetApprovalKeys } from './approval-keys.ts';
import { makeAttempts } from './attempts.ts';
import type { Bench, World } from './bench.ts';
import { chooseProvider, pickCandidate } from './choose-provider.ts';
import { reopen, retry, signInRoad } from './go-back.ts';
import type { AccountRecord } from './memory.ts';
import { noteAsked } from './note-asked.ts';
import type { Keys, LeftBehind } from './outside-world.ts';
import { checkApprovalNow, noteSent, watchForApproval } from './run-approval.ts';
import { choosePrograms } from './run-configure.ts';
import { chooseWay } from './run-flow.ts';
import { takePassword, takeUpPassword } from './run-password.ts';
import { takeGoogleFile, takeOwnRegistration, takeTypedCredentials } from './run-registration.ts';
import { cancelSignIn, signIn } from './run-request.ts';
import {
  copySignInLink,
  giveMoreTime,
  openInOtherBrowser,
  stopWaiting,
  takeApprovalPage,
  takePasted,
} from './run-response.ts';
import { finishWithout } from './run-test.ts';
import { decideStore, decideToken } from './run-token.ts';
import { confirmUnderstand, takeAddress } from './run-understand.ts';
import { takeUpSecrets } from './take-up-secrets.ts';
import { editServer, overrule } from './typed-over.ts';

/** What a set-up has in memory: the newest that the provider gave, and the secret it takes to give it back. */
export type Granted = LeftBehind & Pick<Keys, 'clientSecret'>;

/** The requests that belong to a set-up; the others are Postkey's own. */
export const setupRequestNames = [
  'understand.address',
  'understand.choose',
  'understand.pick',
  'understand.overrule',
  'understand.confirm',
  'register.own',
  'credentials.type',
  'credentials.googleFile',
  'flow.choose',
  'flow.password',
  'request.signIn',
  'response.copyLink',
  'response.openIn',
  'response.paste',
  'response.moreTime',
  'response.cancel',
  'response.approvalPage',
  'approval.sent',
  'it.asked',
  'approval.watch',
  'approval.checkNow',
  'token.decide',
  'store.decide',
  'configure.choose',
  'test.editServer',
  'test.finishWithout',
  'setup.reopen',
  'setup.retry',
] as const satisfies readonly RequestName[];
export type SetupRequestName = (typeof setupRequestNames)[number];

export type SetupHandlers = { readonly [N in SetupRequestName]: (input: RequestInput<N>) => Answer | Promise<Answer> };

export interface AccountSetup {
  readonly handlers: SetupHandlers;
  view(): SetupView;
  /** What the provider gave and is not kept yet; null when there is nothing. */
  granted(): Granted | null;
  /** Lets whatever can run now run; called once after a set-up was made or taken up again. */
  advance(): void;
  /** Ends every try and frees what it held; the state stays as it is. */
  stop(): void;
}

interface Ways {
  readonly world: World;
  /** Called after every change. */
  readonly changed: (view: SetupView) => void;
  readonly addAccount: (account: AccountRecord) => void;
  readonly accounts: () => readonly AccountRecord[];
  /** Whether another set-up, one set aside, is for this address. */
  readonly isAwaited?: (address: string) => boolean;
  /** The organisation has approved while nobody looked; the set-up goes on by itself. */
  readonly approved?: (view: SetupView) => void;
}

/** Starts from a view: fresh, taken up again, or made for signing in again. */
export function makeAccountSetup(
  start: SetupView,
  { world, changed, addAccount, accounts, isAwaited, approved }: Ways,
): AccountSetup {
  let view = start;
  let stopped = false;
  const record = (event: SetupEvent): void => {
    if (stopped) return;
    const before = view;
    view = applyEvent(view, event);
    forgetApprovalKeys(world, before, view);
    changed(view);
  };
  const status = (step: StepId, next: StepStatus): void => record({ type: 'status', step, status: next });

  const bench: Bench = {
    world,
    attempts: makeAttempts(world.clock, record),
    held: { clientSecret: null, password: null, keys: null },
    listening: null,
    errand: null,
    signInUrl: null,
    pendingGrant: null,
    chooseAccount: false,
    view: () => view,
    record,
    status,
    run: (step, work) => {
      work().catch((error: unknown) => {
        const logReference = world.logUnexpected(error);
        if (stopped) return;
        // A sign-in goes through several steps: the one under way has stopped, and its try must not block the next.
        const isSignIn = signInRoad.includes(step);
        const at = (isSignIn && signInRoad.find((each) => view.steps[each].kind === 'working')) || step;
        bench.attempts.end(step);
        bench.attempts.end(at);
        if (isSignIn) stopWaiting(bench);
        status(at, { kind: 'failed', problem: { ...problemOf('unexpected'), logReference } });
      });
    },
    advance: () => advance(bench),
    addAccount,
    accounts,
    isAwaited: (address) => isAwaited?.(address) ?? false,
    approved: () => approved?.(view),
  };
  const approvalClock = makeApprovalClock(bench);

  return {
    handlers: handlersOf(bench),
    view: () => view,
    granted: () => {
      const { keys, clientSecret } = bench.held;
      const given = bench.pendingGrant?.grant ?? keys;
      return given && { accessToken: given.accessToken, renewal: given.renewal, clientSecret };
    },
    advance: () =>
      bench.run('credentials', async () => {
        await takeUpSecrets(bench);
        await takeUpPassword(bench);
        // Given up, or begun anew, while the key store took its time.
        if (stopped) return;
        advance(bench);
        approvalClock.start();
      }),
    stop: () => {
      stopWaiting(bench);
      stopped = true;
      approvalClock.stop();
      bench.attempts.endAll();
    },
  };
}

function handlersOf(bench: Bench): SetupHandlers {
  return {
    'understand.address': (input) => takeAddress(bench, input),
    'understand.choose': (input) => chooseProvider(bench, input),
    'understand.pick': (input) => pickCandidate(bench, input),
    'understand.overrule': (input) => overrule(bench, input),
    'understand.confirm': (input) => confirmUnderstand(bench, input),
    'register.own': (input) => takeOwnRegistration(bench, input),
    'credentials.type': (input) => takeTypedCredentials(bench, input),
    'credentials.googleFile': (input) => takeGoogleFile(bench, input.text),
    'flow.choose': (input) => chooseWay(bench, input),
    'flow.password': (input) => takePassword(bench, input),
    'request.signIn': () => signIn(bench),
    'response.copyLink': () => copySignInLink(bench),
    'response.openIn': (input) => openInOtherBrowser(bench, input),
    'response.paste': (input) => takePasted(bench, input),
    'response.moreTime': () => giveMoreTime(bench),
    'response.cancel': () => cancelSignIn(bench),
    'response.approvalPage': () => takeApprovalPage(bench),
    'approval.sent': (input) => noteSent(bench, input),
    'it.asked': (input) => noteAsked(bench, input),
    'approval.watch': () => watchForApproval(bench),
    'approval.checkNow': () => checkApprovalNow(bench),
    'token.decide': (input) => decideToken(bench, input, () => signIn(bench)),
    'store.decide': (input) => decideStore(bench, input),
    'configure.choose': (input) => choosePrograms(bench, input),
    'test.editServer': (input) => editServer(bench, input),
    'test.finishWithout': () => finishWithout(bench),
    'setup.reopen': (input) => reopen(bench, input.step),
    'setup.retry': (input) => retry(bench, input.step),
  };
}
