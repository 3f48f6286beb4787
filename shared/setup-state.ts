// What the window is shown of a set-up: each step, what was found and chosen, and the ladders. No secret is in it.

import type { WatchView } from './account-state.ts';
import type { ApprovalView } from './approval.ts';
import type { EndingView, SignInFacts } from './ending.ts';
import type { KeepingView } from './keeping.ts';
import type { Ladder } from './ladder.ts';
import type { ProviderView, SourceView } from './look-up.ts';
import type { MailProgram } from './mail-program.ts';
import type { MailServers, Service } from './mail-provider.ts';
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
