// Test only: a small world whose organisation guards its mail, with a clock that stands still until it is moved.
import type { MailProvider } from '../../shared/mail-provider.ts';
import { type Problem, problemOf } from '../../shared/problem.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import { type AccountSetup, makeAccountSetup } from './account-setup.ts';
import { approvalKeysId } from './approval-keys.ts';
import type { Grant, Outcome, RedirectAnswer, SignInPlan } from './outside-world.ts';
import { freshView, resumeView, viewToKeep } from './resume-view.ts';
import { Secret } from './secret.ts';
import { grantFor, makeSmallWorld, provider, type SmallWorld, until } from './small-world.test-part.ts';

export const outlook = 'https://outlook.office.com';
export const guarded: MailProvider = {
  ...provider,
  id: 'microsoft',
  signIn: 'microsoft',
  shortName: 'Microsoft',
  kind: 'work',
  authority: 'https://login.microsoftonline.com',
  tenant: 'common',
  scopes: { imap: [`${outlook}/IMAP.AccessAsUser.All`], smtp: [`${outlook}/SMTP.Send`] },
  extraScopes: ['openid', 'email', 'offline_access'],
};
export const needed = problemOf('approval-needed', { provider: 'Microsoft', number: 90094 });
export const id = 'account-1';
export const pat = 'pat@harbour.example';

export interface ApprovalWorld extends SmallWorld {
  readonly play: {
    /** Who signs in, at the sign-in with mail and at the one without. */
    person: string;
    /** What a sign-in with mail, and one without, meets; null: tokens. */
    mail: Problem | null;
    small: Problem | null;
    /** What the silent question meets. */
    widen: () => Promise<Outcome<Grant>>;
  };
  /** Every sign-in that was begun. */
  readonly plans: SignInPlan[];
  readonly widened: { readonly scopes: readonly string[]; readonly renewal: string }[];
  readonly approvals: string[];
  fronts(): number;
  /** Moves the clock, as sleep does: what was due meanwhile comes at once. */
  pass(ms: number): void;
  setup(view?: SetupView): AccountSetup;
  /** As a quit and a start, through the settings file. */
  restart(setup: AccountSetup): AccountSetup;
  keptRenewal(key: string): Promise<string | null>;
  stop(): void;
}

const isForMail = (plan: SignInPlan): boolean => plan.scopes.some((scope) => scope.startsWith('https:'));

export function makeApprovalWorld(is: MailProvider = guarded): ApprovalWorld {
  const small = makeSmallWorld();
  const play: ApprovalWorld['play'] = {
    person: pat,
    mail: needed,
    small: null,
    widen: async () => ({ ok: false, problem: needed }),
  };
  const plans: SignInPlan[] = [];
  const widened: { scopes: readonly string[]; renewal: string }[] = [];
  const approvals: string[] = [];
  const running: AccountSetup[] = [];
  let fronts = 0;
  let now = Date.UTC(2026, 10, 23, 9);
  const timers = new Map<object, { readonly at: number; readonly call: () => void }>();
  const way = {
    ...small.world.ways.microsoft,
    begin: async (plan: SignInPlan) => {
      plans.push(plan);
      const refusal = isForMail(plan) ? play.mail : play.small;
      const renewal = new Secret(isForMail(plan) ? 'mail-renewal' : 'small-renewal');
      const redeem = async (_answer: RedirectAnswer): Promise<Outcome<Grant>> =>
        refusal
          ? { ok: false, problem: refusal }
          : { ok: true, value: grantFor(play.person, { renewal, validUntil: now + 3_600_000 }) };
      return { ok: true as const, value: { url: 'https://login.example/auth', state: 's', details: [], redeem } };
    },
    widen: async (plan: SignInPlan, renewal: Secret) => {
      widened.push({ scopes: plan.scopes, renewal: renewal.open() });
      return play.widen();
    },
  };
  const { widen: _none, ...other } = way;
  Object.assign(small.world, {
    preset: () => null,
    ways: { microsoft: way, google: other, openid: other },
    clock: {
      now: () => now,
      after: (ms: number, call: () => void) => {
        const key = {};
        timers.set(key, { at: now + ms, call });
        return () => timers.delete(key);
      },
    },
    discovery: { ...small.world.discovery, lookUp: async () => ({ ok: true, value: [{ is, source: 'built-in' }] }) },
    desktop: {
      ...small.world.desktop,
      comeToFront: () => {
        fronts += 1;
      },
    },
  });
  const world: ApprovalWorld = {
    ...small,
    play,
    plans,
    widened,
    approvals,
    fronts: () => fronts,
    pass: (ms) => {
      now += ms;
      for (const [key, { at, call }] of [...timers]) {
        if (at <= now && timers.delete(key)) call();
      }
    },
    setup: (view = freshView(id, false)) => {
      const setup = makeAccountSetup(view, {
        world: small.world,
        changed: () => undefined,
        addAccount: (account) => small.accounts.push(account),
        accounts: () => small.accounts,
        approved: ({ address = '' }) => approvals.push(address),
      });
      running.push(setup);
      return setup;
    },
    restart: (setup) => {
      const kept = JSON.parse(JSON.stringify(viewToKeep(setup.view()))) as SetupView;
      setup.stop();
      const again = world.setup(resumeView(kept));
      again.advance();
      return again;
    },
    keptRenewal: async (key) => {
      const kept = await small.world.vault.open(key);
      return kept.ok ? (kept.value?.renewal?.open() ?? null) : null;
    },
    stop: () => {
      for (const setup of running.splice(0)) setup.stop();
    },
  };
  return world;
}

/** Steps 1 to 5, with a registration typed in. */
export async function walkToRequest(setup: AccountSetup, secret = '', address = pat): Promise<void> {
  setup.advance();
  await setup.handlers['understand.address']({ address });
  await until(setup.view, (view) => view.provider !== undefined);
  await setup.handlers['understand.confirm']({ wanted: ['imap', 'smtp'] });
  await setup.handlers['register.own']({});
  const isGoogle = setup.view().provider?.is.signIn === 'google';
  const clientId = isGoogle ? '1-a.apps.googleusercontent.com' : '7c0e6f4a-52d1-4b8e-9a37-1f2e3d4c5b6a';
  const answer = await setup.handlers['credentials.type']({ clientId, clientSecret: secret });
  if (!answer.accepted) throw new Error(answer.refusal);
  await until(setup.view, (view) => view.steps.request.kind === 'needs-you');
}

/** The browser comes back; the tokens or the refusal are the world's play. */
export async function answerInBrowser(world: ApprovalWorld, setup: AccountSetup): Promise<void> {
  await until(setup.view, ({ steps }) => {
    const { response } = steps;
    return response.kind === 'working' && response.activity === 'waiting-for-browser';
  });
  world.script.answer({ code: 'c', state: 's' });
}

export const isWaiting = (view: SetupView): boolean => {
  const { response } = view.steps;
  return response.kind === 'working' && response.activity === 'waiting-for-approval';
};

/** To the page that says who has to approve. */
export async function walkToRefusal(world: ApprovalWorld, secret = ''): Promise<AccountSetup> {
  const setup = world.setup();
  await walkToRequest(setup, secret);
  await setup.handlers['request.signIn']({});
  await answerInBrowser(world, setup);
  await until(setup.view, (view) => view.steps.response.kind === 'failed');
  return setup;
}

/** The letter has left. */
export async function walkToWait(world: ApprovalWorld, secret = ''): Promise<AccountSetup> {
  const setup = await walkToRefusal(world, secret);
  await setup.handlers['approval.sent']({ by: 'mail' });
  await until(setup.view, isWaiting);
  return setup;
}

/** Signed in without mail; the first question has been answered with "not yet". */
export async function walkToWatch(world: ApprovalWorld): Promise<AccountSetup> {
  const setup = await walkToWait(world);
  await setup.handlers['approval.watch']({});
  await answerInBrowser(world, setup);
  await until(setup.view, ({ approval }) => approval?.lastCheckAt !== undefined && approval.checking === undefined);
  return setup;
}

export const smallKey = approvalKeysId(id);
