// The case file: what happened to a set-up or an account, for whoever helps, without a secret and without a name of anybody. This says
// what may stand in one; anything else is refused when one is opened, because it comes from somebody else's computer.

import type { AccountView } from './account-state.ts';
import type { ApprovalView } from './approval.ts';
import type { HistoryEntry } from './history.ts';
import type { ProviderSource, ProviderView, SourceView } from './look-up.ts';
import type { AccountSignIn } from './mail-provider.ts';
import type { RegistrationView, ScopeView, SetupView } from './setup-state.ts';

export const caseVersion = 1;

/** Characters of a whole file; of one made here far less is used. */
export const mostCharactersOfCase = 3_000_000;

export interface CaseRegistration {
  readonly source: RegistrationView['source'];
  /** No secret: it stands in every sign-in address, and whoever made the registration finds it by this. */
  readonly clientId: string;
  readonly hasSecret: boolean;
  readonly secretEndsOn?: string;
}

export interface CaseProvider {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly signIn: AccountSignIn;
  readonly signInHost: string;
  readonly source?: ProviderSource;
  readonly unsure?: NonNullable<ProviderView['unsure']>;
}

type KeptOfSetup =
  | 'purpose'
  | 'practice'
  | 'steps'
  | 'current'
  | 'wanted'
  | 'leftOut'
  | 'rehearsal'
  | 'way'
  | 'scopes'
  | 'validUntil'
  | 'keeping'
  | 'programs'
  | 'ladders'
  | 'endings'
  | 'watch'
  | 'details';

export interface CaseSetup extends Pick<SetupView, KeptOfSetup> {
  /** Absent until an address was typed. */
  readonly mailbox?: string;
  readonly signsInAs?: string;
  /** The mail domain, or the name that stands in its place. */
  readonly domain?: string;
  readonly provider?: CaseProvider;
  readonly registration?: CaseRegistration;
  readonly lookUp?: readonly SourceView[];
  readonly approval?: Pick<ApprovalView, 'since' | 'sentBy' | 'check' | 'lastCheckAt' | 'nextCheckAt' | 'trouble'>;
  readonly person?: { readonly expected: string; readonly signedInAs: string };
}

type KeptOfAccount =
  | 'providerName'
  | 'practice'
  | 'health'
  | 'keeping'
  | 'servers'
  | 'watch'
  | 'leftOut'
  | 'secretEnds'
  | 'addedAt'
  | 'days'
  | 'endings';

export interface CaseAccount extends Pick<AccountView, KeptOfAccount> {
  readonly mailbox: string;
  readonly signsInAs?: string;
  readonly domain: string;
  readonly registration: CaseRegistration;
  readonly scopes: readonly ScopeView['scope'][];
  /** The oldest first. */
  readonly history: readonly HistoryEntry[];
}

export interface CaseFile {
  readonly postkeyCase: typeof caseVersion;
  /** Epoch milliseconds. */
  readonly madeAt: number;
  /** The last change of the state it was made from, where that is older: `postkey report` reads what was kept. */
  readonly stateOf?: number;
  readonly by: {
    readonly postkey: string;
    readonly electron: string;
    readonly system: string;
    readonly language: string;
  };
  /** The code of the page that was shown, "10-SMTP-OFF". */
  readonly page?: string;
  readonly setup?: CaseSetup;
  readonly accounts: readonly CaseAccount[];
  /** The last lines of the log that belong to it, the oldest first. */
  readonly log?: readonly string[];
}
