// What the set-up needs of the world, as interfaces. Adapters implement them, `main.ts` hands them in; nothing here knows Electron,
// Node or a library. Every slow call takes an `Attempt` and ends by its signal.

import type { WatchView } from '../../shared/account-state.ts';
import type { KeepingView } from '../../shared/keeping.ts';
import type { Rung, RungState } from '../../shared/ladder.ts';
import type { MailProvider, MailServer, Service, SignInKind } from '../../shared/mail-provider.ts';
import type { Problem } from '../../shared/problem.ts';
import type { DetailLine, RehearsalCheck } from '../../shared/setup-state.ts';
import type { AccountRecord } from './memory.ts';
import type { Secret } from './secret.ts';

/** Expected failures are values; only bugs throw. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

/** One try: ended by cancel, deadline or quit, all through the one signal. */
export interface Attempt {
  readonly signal: AbortSignal;
}

// ---- sign-in/

/** All that a sign-in needs; made from provider, registration and address. */
export interface SignInPlan {
  readonly provider: MailProvider;
  readonly kind: SignInKind;
  readonly clientId: string;
  readonly clientSecret?: Secret;
  /** Everything to ask for, identity and renewal included. */
  readonly scopes: readonly string[];
  readonly loginHint: string;
  /** Show the account chooser instead of going straight to the hinted account (after "wrong person"). */
  readonly chooseAccount: boolean;
}

export interface Person {
  readonly address: string;
  /** Other addresses the provider says are the same person: aliases, UPN, e-mail claim. */
  readonly aliases: readonly string[];
  readonly name: string;
}

/** What a redeemed code or an approved device gave. Secrets stay wrapped. */
export interface Grant {
  readonly accessToken: Secret;
  /** Epoch milliseconds. */
  readonly validUntil: number;
  /** What renews: a refresh token, or msal's cache, in the adapter's own form; sealed as it is. Null: cannot be renewed. */
  readonly renewal: Secret | null;
  /** How long the provider says it can be renewed, epoch milliseconds; absent: it did not say. */
  readonly renewalEndsAt?: number;
  /** As granted; null where the provider did not say, which means "as asked" (RFC 6749 section 5.1). */
  readonly grantedScopes: readonly string[] | null;
  /** Null where the provider gave no identity. From a renewal: null too. */
  readonly person: Person | null;
  /** Signature, audience, nonce, issuer and times of the id token were checked and held; false when there was none. */
  readonly idTokenChecked: boolean;
  readonly details: readonly DetailLine[];
}

/** The answer on the redirect, as name and value; unknown until checked. */
export type RedirectAnswer = Readonly<Record<string, string>>;

export interface BegunSignIn {
  /** The whole address to open. Holds state and challenge: for the browser and the clipboard only, never for a log. */
  readonly url: string;
  readonly state: string;
  /** Checks `iss`, turns an `error` into a problem, redeems the code. Once. */
  redeem(answer: RedirectAnswer, attempt: Attempt): Promise<Outcome<Grant>>;
  readonly details: readonly DetailLine[];
}

export interface BegunDeviceSignIn {
  readonly userCode: string;
  readonly page: string;
  /** With the code in it, where the provider gives one. */
  readonly completePage?: string;
  readonly deadlineAt: number;
  /** Polls until the person is done, the code is too old or the attempt ends. */
  grant(attempt: Attempt): Promise<Outcome<Grant>>;
  readonly details: readonly DetailLine[];
}

/** What became of a permission that was taken back. `app`: the provider ended all that this person ever gave to the app, everywhere. */
export interface Revoked {
  readonly kind: 'revoked' | 'was-gone' | 'not-offered';
  readonly reach: 'sign-in' | 'app';
}

/** What a sign-in left behind: enough to take it back. */
export type LeftBehind = Pick<Keys, 'renewal' | 'accessToken'>;

export interface SignInAdapter {
  begin(plan: SignInPlan, redirectUri: string, attempt: Attempt): Promise<Outcome<BegunSignIn>>;
  beginDevice(plan: SignInPlan, attempt: Attempt): Promise<Outcome<BegunDeviceSignIn>>;
  /** `renewal` is what `Grant.renewal` was. Weather (network, 5xx) and refusal come as different problems: only `sign-in-ended` and its like ask the person. */
  renew(plan: SignInPlan, renewal: Secret, attempt: Attempt): Promise<Outcome<Grant>>;
  /** Asks for all scopes with a renewal given for fewer; `approval-needed` while consent is missing. Absent where RFC 6749 section 6 forbids it. */
  widen?(plan: SignInPlan, renewal: Secret, attempt: Attempt): Promise<Outcome<Grant>>;
  /** Takes the permission back (RFC 7009), what renews first. `not-offered`: no place to ask, nothing was sent. Absent: none for desktop apps. */
  revoke?(plan: SignInPlan, left: LeftBehind, attempt: Attempt): Promise<Outcome<Revoked>>;
  /** Two harmless questions: does the provider know this client, and does it lead back to us? Only a clear "no" is a problem. */
  rehearse(plan: SignInPlan, attempt: Attempt): Promise<Outcome<Rehearsal>>;
}

export interface Rehearsal {
  /** Whether the provider said that it knows the client; false where it cannot be asked. */
  readonly asked: boolean;
  /** What was really asked and is right. */
  readonly checked: readonly RehearsalCheck[];
  readonly details: readonly DetailLine[];
}

export interface Listening {
  /** `http://127.0.0.1:PORT/…` or, where the provider insists, `http://localhost:PORT/…`. */
  readonly redirectUri: string;
  /** Ready to redeem: its state was checked. Rejects never; a cancelled or late wait is a problem. */
  readonly answer: Promise<Outcome<RedirectAnswer>>;
  /** From now on only this state is taken. */
  expect(state: string): void;
  /** A pasted address or text: used when it carries the expected answer, else says why not. */
  paste(text: string): PasteVerdict;
  moreTime(ms: number): void;
  readonly deadlineAt: () => number;
  /** Frees the port at once; idempotent. */
  close(): void;
}

export type PasteVerdict =
  | 'taken'
  | 'paste-empty'
  | 'paste-not-understood'
  | 'paste-older-try'
  | 'paste-no-answer-in-it';

export interface Loopback {
  open(
    wish: { readonly host: '127.0.0.1' | 'localhost'; readonly deadlineMs: number; readonly providerName: string },
    attempt: Attempt,
  ): Promise<Outcome<Listening>>;
  /** Opens, asks itself over each address, closes. */
  selfTest(attempt: Attempt): Promise<Outcome<{ readonly details: readonly DetailLine[] }>>;
}

// ---- token-vault/

/** What is sealed for one account. */
export interface Keys {
  readonly renewal: Secret | null;
  readonly accessToken: Secret;
  readonly validUntil: number;
  readonly clientSecret: Secret | null;
  /** When the provider last renewed them, or gave the first; epoch milliseconds. Absent: kept before that was noted. */
  readonly renewedAt?: number;
  /** As in the newest grant that said it. */
  readonly renewalEndsAt?: number;
  /** For the services that take no token. */
  readonly password?: Secret;
}

export interface KeysChange {
  /** Where they are kept from then on. */
  readonly kept: KeepingView['kept'];
  readonly make: (now: Keys) => Keys;
  /** Renewed from these, and not to be lost: in memory where the store refuses. Keys of a newer sign-in stay, and are the answer. */
  readonly of?: Keys;
}

export interface TokenVault {
  /** Which store holds secrets on this computer, after a real write and read. */
  selfTest(): Promise<Outcome<KeepingView>>;
  /** Seals, swaps, reads back and compares. The earlier record stays until this one is whole. */
  keep(accountId: string, keys: Keys): Promise<Outcome<KeepingView>>;
  /** Changes what is kept in one turn, so that nothing is lost that somebody else writes. Nothing kept any more: `session-over`. */
  change(accountId: string, change: KeysChange): Promise<Outcome<Keys>>;
  /** Only in memory, until Postkey ends. The person has chosen it. */
  keepForSession(accountId: string, keys: Keys): KeepingView;
  /** Null: nothing kept under this id. An unreadable record is moved aside and reported as `record-unreadable`. */
  open(accountId: string): Promise<Outcome<Keys | null>>;
  /** The keys before the newest, there until the newest have renewed: a provider may not have noted its own rotation. */
  openPrevious(accountId: string): Promise<Outcome<Keys | null>>;
  forget(accountId: string): Promise<Outcome<void>>;
  /** What is there under this id, by looking: names of files, and `memory`. Empty after `forget`. */
  traces(accountId: string): Promise<Outcome<readonly string[]>>;
}

// ---- mail-check/

export interface MailLogin {
  readonly service: Service;
  readonly server: MailServer;
  /** Whose mailbox. */
  readonly loginName: string;
  /** What `secret` is, and so how one logs in with it. */
  readonly by: 'token' | 'password';
  readonly secret: Secret;
  /** Extra certificate authorities, PEM, besides the system's. */
  readonly ca: readonly string[];
}

export type ClimbReport = { rung(rung: Rung, state: RungState): void };

export interface Climbed {
  readonly totalMs: number;
  readonly messages?: number;
  readonly details: readonly DetailLine[];
}

export interface MailCheck {
  /** Loads what the first ladder needs, while the person is busy elsewhere. */
  prepare(): Promise<void>;
  /** One deadline for the whole ladder (20 s); the first broken rung ends it with its problem. */
  climb(login: MailLogin, report: ClimbReport, attempt: Attempt): Promise<Outcome<Climbed>>;
}

// ---- watch/

export interface Renewing {
  /** Keys that are good for a while yet; renews first when they are not. One renewal at a time per account, whoever asks. */
  fresh(account: AccountRecord, attempt: Attempt): Promise<Outcome<Keys>>;
  /** Waits for a renewal under way and lets no other begin until the answer is called: for whoever takes the keys away. */
  hold(accountId: string, attempt: Attempt): Promise<() => void>;
  /** Renews now, keeps what was rotated before handing it out. */
  renew(account: AccountRecord, attempt: Attempt): Promise<Outcome<Pick<Grant, 'details'> & { readonly keys: Keys }>>;
}

export interface Watching {
  /** Renews if due and climbs every wanted ladder; weather is told from a real refusal. */
  look(account: AccountRecord, attempt: Attempt): Promise<WatchView>;
}

// ---- desktop/

export type Browser = { readonly id: string; readonly name: string };

export interface Desktop {
  /** Opens the system browser by the operating system's own opener; the value is its name, or empty. */
  openInBrowser(url: string): Promise<Outcome<string>>;
  openIn(browserId: string, url: string): Promise<Outcome<string>>;
  browsers(): Promise<readonly Browser[]>;
  copy(text: string): void;
  comeToFront(): void;
}

export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Calls back once; returns how to cancel. */
  after(ms: number, call: () => void): () => void;
}
