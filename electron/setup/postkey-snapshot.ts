// The whole state as the window is shown it, from what is remembered and what is shown at this moment. Changes nothing, keeps nothing.
import type { BridgePassword, BridgeView } from '../../shared/bridge.ts';
import type { CaseDraft, OpenedCase } from '../../shared/case-draft.ts';
import type { Explanation } from '../../shared/explanation.ts';
import type { HandOverSheet } from '../../shared/hand-over.ts';
import type { LeavingView } from '../../shared/leaving.ts';
import type { NoticeView, PostkeyState } from '../../shared/postkey-state.ts';
import type { PresetOffer } from '../../shared/preset-offer.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import { accountView } from './account-view.ts';
import { asideView } from './aside-view.ts';
import { backgroundView } from './background-view.ts';
import { leavingPlan } from './leave-plan.ts';
import type { KeptAside } from './memory.ts';
import type { PostkeyParts } from './postkey-parts.ts';

/** What is not remembered in the settings, but shown. */
export interface Shown {
  readonly revision: number;
  readonly presetOffer: PresetOffer | null;
  readonly setup: SetupView | null;
  readonly aside: readonly KeptAside[];
  readonly leaving: LeavingView | null;
  readonly notices: readonly NoticeView[];
  /** The account whose page is open; it may be gone. */
  readonly openedId: string | null;
  readonly explained: Explanation | null;
  readonly cases: { readonly draft: CaseDraft | null; readonly file: OpenedCase | null };
  readonly bridges: readonly BridgeView[];
  readonly bridgePassword: BridgePassword | null;
  readonly handOver: HandOverSheet | null;
  readonly isChecking: (id: string) => boolean;
}

export function postkeySnapshot(parts: PostkeyParts, shown: Shown): PostkeyState {
  const { memory, world, shelf, look, updates, networkLook, proxySignIn } = parts;
  const proxyAsk = proxySignIn.view();
  const preset = shelf.current();
  const policy = world.policy();
  const isLaidDown = Object.keys(policy.settings).length > 0 || policy.organisation !== undefined;
  const failure = world.practice.playing();
  const accounts = memory.accounts();
  const opened = accounts.find(({ id }) => id === shown.openedId);
  const { draft, file } = shown.cases;
  return {
    revision: shown.revision,
    version: look.version,
    language: look.language(),
    direction: look.direction(),
    theme: memory.preferences().theme,
    ...(preset
      ? {
          preset: {
            organisation: preset.organisation,
            domains: preset.domains,
            ...(preset.helpdesk ? { helpdesk: preset.helpdesk } : {}),
          },
        }
      : {}),
    ...(isLaidDown ? { policy } : {}),
    ...(shown.presetOffer ? { presetOffer: shown.presetOffer } : {}),
    ...(shown.setup ? { setup: shown.setup } : {}),
    accounts: accounts.map((account) => ({
      ...accountView(account, shown.isChecking(account.id), world.past, world.clock.now()),
      leaves: leavingPlan(account, accounts),
    })),
    aside: shown.aside.map(asideView),
    notices: shown.notices,
    update: updates.view(),
    network: networkLook.view(),
    ...(proxyAsk ? { proxyAsk } : {}),
    // An account that is gone is open no more.
    ...(opened ? { opened: { id: opened.id, history: world.past.entries(opened.id) } } : {}),
    ...(shown.leaving ? { leaving: shown.leaving } : {}),
    ...(failure === null ? {} : { playing: failure }),
    ...(shown.explained ? { explained: shown.explained } : {}),
    ...(draft ? { caseDraft: draft } : {}),
    ...(file ? { caseFile: file } : {}),
    bridges: shown.bridges,
    ...(shown.bridgePassword ? { bridgePassword: shown.bridgePassword } : {}),
    background: backgroundView(
      parts,
      shown.bridges.some(({ isOn }) => isOn),
    ),
    ...(shown.handOver ? { handOver: shown.handOver } : {}),
  };
}
