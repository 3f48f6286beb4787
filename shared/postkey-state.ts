// What the window is shown: one snapshot, whole, with no secret in it but `bridgePassword`. Main makes it; the renderer draws it and merges nothing.
import type { AccountView } from './account-state.ts';
import type { ApprovalView } from './approval.ts';
import type { BridgePassword, BridgeView } from './bridge.ts';
import type { CaseDraft, OpenedCase } from './case-draft.ts';
import type { Explanation } from './explanation.ts';
import type { HandOverSheet } from './hand-over.ts';
import type { HistoryEntry } from './history.ts';
import type { LeavingView } from './leaving.ts';
import type { NetworkView, ProxyAsk } from './network-state.ts';
import type { PolicyInForce } from './policy.ts';
import type { PracticeFailure } from './practice-failures.ts';
import type { PresetOffer } from './preset-offer.ts';
import type { SetupView } from './setup-state.ts';
import type { UpdateView } from './update-state.ts';

/** A set-up that waits for approval out of sight, or did. */
export interface AsideView {
  /** The set-up's; of a sign-in that is done again, also the account's. */
  readonly id: string;
  readonly purpose: SetupView['purpose'];
  readonly address: string;
  readonly organisation?: string;
  readonly providerName: string;
  /** When the request left, epoch milliseconds. */
  readonly since: number;
  /** `approved`: gone on by itself as far as nobody is needed. `stopped`: waits no more, because something was lost that it needs. */
  readonly state: 'waiting' | 'approved' | 'stopped';
  readonly check: ApprovalView['check'];
  readonly lastCheckAt?: number;
  readonly nextCheckAt?: number;
}

export interface PresetView {
  readonly organisation: string;
  readonly helpdesk?: { readonly name: string; readonly contact: string };
  readonly domains: readonly string[];
}

/** Said once at the top of the sheet until dismissed or mended. */
export interface NoticeView {
  readonly id: string;
  readonly code:
    | 'preset-refused'
    | 'preset-taken'
    | 'case-refused'
    | 'vault-record-unreadable'
    | 'settings-unreadable'
    | 'settings-not-saved'
    | 'policy-broken'
    | 'offline'
    | 'set-up-resumed'
    | 'update-found'
    | 'approved';
  readonly values: Readonly<Record<string, string | number>>;
}

/** The account whose own page is open. */
export interface OpenedAccount {
  readonly id: string;
  /** A year at most, the oldest first. */
  readonly history: readonly HistoryEntry[];
}

/** Postkey's life beside its window. */
export interface BackgroundView {
  readonly startsAtLogin: boolean;
  readonly canStartAtLogin: boolean;
  readonly hasTray: boolean;
  /** Chosen. */
  readonly stays: boolean;
  /** When the window is closed, Postkey goes on: chosen, or because a bridge is on. */
  readonly goesOn: boolean;
}

export interface PostkeyState {
  readonly revision: number;
  readonly version: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly theme: 'system' | 'light' | 'dark';
  readonly preset?: PresetView;
  /** What is laid down here, by whom and where, and what of it could not be read; absent where there is nothing. */
  readonly policy?: PolicyInForce;
  /** A preset, or a link to one, that waits for the person's yes or no. Lies over everything else. */
  readonly presetOffer?: PresetOffer;
  readonly setup?: SetupView;
  readonly accounts: readonly AccountView[];
  /** Set-ups that wait for approval while the window shows something else; in the order in which they were set aside. */
  readonly aside: readonly AsideView[];
  readonly notices: readonly NoticeView[];
  readonly update: UpdateView;
  readonly network: NetworkView;
  /** A proxy on the way to the net wants a name and a password. */
  readonly proxyAsk?: ProxyAsk;
  readonly opened?: OpenedAccount;
  /** The account that is being taken away, or whose receipt nobody has put away yet. */
  readonly leaving?: LeavingView;
  /** What practice plays at this moment. */
  readonly playing?: PracticeFailure;
  /** What the message means that was pasted last, until it is put away; of the text itself only the decisive part. */
  readonly explained?: Explanation;
  /** A case file of one's own before it is saved. */
  readonly caseDraft?: CaseDraft;
  /** Somebody else's, looked at. */
  readonly caseFile?: OpenedCase;
  /** Of those accounts, and of the set-up in progress, that have ever had one. */
  readonly bridges: readonly BridgeView[];
  /** The one thing secret in here; see `BridgePassword`. */
  readonly bridgePassword?: BridgePassword;
  readonly background?: BackgroundView;
  /** What a person does in one mail program. */
  readonly handOver?: HandOverSheet;
}
