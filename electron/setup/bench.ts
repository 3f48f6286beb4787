// What the step runners work with: the state, the tries, the world and the secrets of this set-up. Holds no step's logic.
import type { SignInKind } from '../../shared/mail-provider.ts';
import type { PolicyInForce } from '../../shared/policy.ts';
import type { PracticeFailure } from '../../shared/practice-failures.ts';
import type { Preset } from '../../shared/preset.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import type { StepId } from '../../shared/setup-steps.ts';
import type { StepStatus } from '../../shared/step-status.ts';
import type { SetupEvent } from './apply-event.ts';
import type { Attempts } from './attempts.ts';
import type { Errand } from './errand.ts';
import type { Discovery, FoundProvider } from './looking-up.ts';
import type { AccountRecord } from './memory.ts';
import type {
  Clock,
  Desktop,
  Grant,
  Keys,
  Listening,
  Loopback,
  MailCheck,
  Renewing,
  SignInAdapter,
  TokenVault,
  Watching,
} from './outside-world.ts';
import type { HeldPassword } from './password-road.ts';
import type { Past } from './past.ts';
import type { Secret } from './secret.ts';

/** The make-believe provider, loaded when chosen. */
export interface PracticeRoom {
  /** Starts the practice provider and servers if they do not run yet. */
  start(): Promise<{ readonly found: FoundProvider; readonly clientId: string; readonly address: string }>;
  play(failure: PracticeFailure | null): void;
  playing(): PracticeFailure | null;
}

export interface World {
  readonly discovery: Discovery;
  readonly ways: Readonly<Record<SignInKind, SignInAdapter>>;
  readonly loopback: Loopback;
  readonly vault: TokenVault;
  readonly mailCheck: MailCheck;
  readonly renewing: Renewing;
  readonly watching: Watching;
  readonly past: Past;
  readonly desktop: Desktop;
  readonly clock: Clock;
  readonly practice: PracticeRoom;
  /** Without its client secret, which comes wrapped. */
  preset(): Preset | null;
  presetSecret(): Secret | null;
  /** What is laid down here and cannot be changed in the window. */
  policy(): PolicyInForce;
  /** Extra certificate authorities, PEM. */
  ca(): readonly string[];
  /** Of those, without practice's: what the preset and the policy name. */
  organisationsCa(): readonly string[];
  qrSvg(text: string): string;
  newId(): string;
  /** Writes the bug to the log; the answer names the entry. */
  logUnexpected(error: unknown): string;
}

/** Never leaves main's memory; what must last is in the vault. */
export interface HeldSecrets {
  clientSecret: Secret | null;
  password: HeldPassword | null;
  keys: Keys | null;
}

export interface Bench {
  readonly world: World;
  readonly attempts: Attempts;
  readonly held: HeldSecrets;
  /** The wait for the browser, while there is one. */
  listening: Listening | null;
  /** What the sign-in under way is for. */
  errand: Errand | null;
  /** The address to open, for "copy the link" and "another browser". */
  signInUrl: string | null;
  /** Redeemed, not yet kept: waits for the check or the person's decision. */
  pendingGrant: { readonly grant: Grant; readonly ms: number } | null;
  /** After the wrong person signed in: let the provider show its account chooser. */
  chooseAccount: boolean;
  view(): SetupView;
  record(event: SetupEvent): void;
  status(step: StepId, status: StepStatus): void;
  /** Runs a step and turns a bug into the problem `unexpected`; returns at once. */
  run(step: StepId, work: () => Promise<void>): void;
  /** Starts whatever can start now. */
  advance(): void;
  /** Puts the account into the list. */
  addAccount(account: AccountRecord): void;
  accounts(): readonly AccountRecord[];
  /** Whether another set-up, one set aside, is for this address. */
  isAwaited(address: string): boolean;
  /** Approval came while nobody looked. */
  approved(): void;
}

/** Whole milliseconds since an instant, for the ticks. */
export function since(bench: Bench, startedAt: number): number {
  return Math.max(0, Math.round(bench.world.clock.now() - startedAt));
}
