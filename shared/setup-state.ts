// What the window is shown: one snapshot, whole, with no secret in it. Main makes it; the renderer draws it and merges nothing.

import type { AccountView, WatchView } from './account-state.ts';
import type { ApprovalView } from './approval.ts';
import type { CaseDraft, OpenedCase } from './case-draft.ts';
import type { EndingView, SignInFacts } from './ending.ts';
import type { Explanation } from './explanation.ts';
import type { HistoryEntry } from './history.ts';
import type { Ladder } from './ladder.ts';
import type { LeavingView } from './leaving.ts';
import type { ProviderView, SourceView } from './look-up.ts';
import type { MailServers, Service } from './mail-provider.ts';
import type { PracticeFailure } from './practice-failures.ts';
import type { StepId } from './setup-steps.ts';
import type { StepStatus } from './step-status.ts';

/** A line under "Technical details": `label` is a word key, `value` is shown in mono as it is. */
export interface DetailLine {
  readonly label: string;
  readonly value: string;
}

export interface RegistrationView {
  /** `none`: an account that is logged in to with a password. */
  readonly source: 'preset' | 'own' | 'google-file' | 'practice' | 'none';
  readonly clientId: string;
  readonly hasSecret: boolean;
  readonly organisation?: string;
  /** The secret's last day as entered, `2027-05-31`. */
  readonly secretEndsOn?: string;
}

/** What a provider can be asked about a registration before anybody signs in, in the order it is shown. */
export const rehearsalChecks = ['client', 'redirect', 'platform', 'audience', 'secret'] as const;
export type RehearsalCheck = (typeof rehearsalChecks)[number];

/** What came of asking: `checked` was really asked and is right, `open` could not be asked and shows itself at the sign-in. */
export interface RehearsalView {
  readonly checked: readonly RehearsalCheck[];
  readonly open: readonly RehearsalCheck[];
}

export interface ScopeView {
  readonly service: Service | 'identity' | 'renewal';
  readonly scope: string;
  /** Absent until the answer came. */
  readonly granted?: boolean;
}

/** The wait for the browser or the other device. */
export interface WaitView {
  readonly startedAt: number;
  readonly deadlineAt: number;
  /** The address of the sign-in page, without its query, for comparison. */
  readonly page: string;
  readonly browser: string;
  readonly otherBrowsers: readonly { readonly id: string; readonly name: string }[];
  /** A pasted text that could not be used: said at the field, the wait goes on. */
  readonly pasteRefusal?: string;
  readonly device?: { readonly userCode: string; readonly page: string; readonly qrSvg: string };
}

export interface PersonView {
  /** The address that was typed and whose mailbox it is. */
  readonly typed: string;
  /** Who must sign in: the same, or the delegate of a shared mailbox. */
  readonly expected: string;
  readonly signedInAs: string;
  readonly name: string;
  /** Other names that the provider gave for the same person. */
  readonly alsoKnownAs?: readonly string[];
}

/** Where secrets are kept, said truthfully. */
export interface KeepingView {
  readonly store: 'gnome-keyring' | 'kwallet' | 'macos-keychain' | 'windows-dpapi' | 'secret-service' | 'none';
  readonly kept: 'sealed' | 'this-session';
}

export const mailPrograms = ['thunderbird', 'outlook', 'apple-mail', 'evolution', 'phone', 'other'] as const;
export type MailProgram = (typeof mailPrograms)[number];

export interface SetupView {
  /** Also the id of the account it becomes. */
  readonly id: string;
  readonly purpose: 'new-account' | 'sign-in-again';
  readonly practice: boolean;
  readonly steps: Readonly<Record<StepId, StepStatus>>;
  /** The first step that is not closed; `monitor` when all are. */
  readonly current: StepId;
  readonly address?: string;
  /** Who signs in when the mailbox is shared. */
  readonly signsInAs?: string;
  readonly wanted: readonly Service[];
  /** Not allowed in the browser, and gone on without. */
  readonly leftOut?: readonly Service[];
  readonly lookUp?: {
    readonly startedAt: number;
    readonly deadlineAt: number;
    readonly sources: readonly SourceView[];
  };
  /** What was found, the best first. */
  readonly candidates?: readonly ProviderView[];
  /** The place of `provider` among them; its servers there are as found, before anything was typed. */
  readonly picked?: number;
  /** The one in use, with what was typed put over it. */
  readonly provider?: ProviderView;
  /** What the person typed over what was found; survives a new look-up of the same address. */
  readonly typed?: {
    readonly servers: MailServers;
    readonly loginNames: Readonly<Partial<Record<Service, string>>>;
  };
  readonly registration?: RegistrationView;
  readonly rehearsal?: RehearsalView;
  /** A secret was typed for an account that one has; until it is sealed with new keys it does not outlive Postkey. */
  readonly secretRetyped?: boolean;
  readonly way?: 'browser' | 'device' | 'password';
  /** A password is needed at step 4 for these services; `given`: Postkey has it. */
  readonly password?: { readonly services: readonly Service[]; readonly given: boolean };
  readonly approval?: ApprovalView;
  /** The last letter to IT about a cause; `at`: epoch milliseconds. It outlives restarts with the set-up. */
  readonly askedIt?: {
    readonly step: StepId;
    readonly code: string;
    readonly at: number;
    readonly by: 'mail' | 'copy' | 'file';
  };
  readonly scopes: readonly ScopeView[];
  readonly wait?: WaitView;
  readonly person?: PersonView;
  /** Of the sign-in that was accepted. */
  readonly signIn?: SignInFacts;
  readonly validUntil?: number;
  readonly keeping?: KeepingView;
  readonly programs?: readonly MailProgram[];
  readonly ladders: readonly Ladder[];
  /** Login names that a server took in place of the expected ones. */
  readonly foundNames?: Readonly<Partial<Record<Service, string>>>;
  /** What may end the sign-in, the soonest first; known from step 11 on. */
  readonly endings?: readonly EndingView[];
  readonly watch?: WatchView;
  readonly details: Readonly<Partial<Record<StepId, readonly DetailLine[]>>>;
}

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
    | 'offline'
    | 'set-up-resumed'
    | 'approved';
  readonly values: Readonly<Record<string, string | number>>;
}

/** The account whose own page is open. */
export interface OpenedAccount {
  readonly id: string;
  /** A year at most, the oldest first. */
  readonly history: readonly HistoryEntry[];
}

export interface PostkeyState {
  readonly revision: number;
  readonly version: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly theme: 'system' | 'light' | 'dark';
  readonly preset?: PresetView;
  readonly setup?: SetupView;
  readonly accounts: readonly AccountView[];
  /** Set-ups that wait for approval while the window shows something else; in the order in which they were set aside. */
  readonly aside: readonly AsideView[];
  readonly notices: readonly NoticeView[];
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
}
