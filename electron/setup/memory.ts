// What Postkey remembers between starts, none of it secret: accounts, the set-up in progress and those
// set aside, the preset and the person's wishes.

import type { AccountView, WatchView } from '../../shared/account-state.ts';
import type { SignInFacts } from '../../shared/ending.ts';
import type { KeepingView } from '../../shared/keeping.ts';
import type { LeavingView } from '../../shared/leaving.ts';
import type { MailProgram } from '../../shared/mail-program.ts';
import type { MailProvider, Service } from '../../shared/mail-provider.ts';
import type { PostkeyState } from '../../shared/postkey-state.ts';
import type { RegistrationView, SetupView } from '../../shared/setup-state.ts';
import type { KeptBridge } from './kept-bridge.ts';

/** All that is remembered of an account besides its keys; holds no secret and is written to the settings file. */
export interface AccountRecord {
  readonly id: string;
  readonly address: string;
  readonly signsInAs?: string | undefined;
  readonly provider: MailProvider;
  readonly organisation?: string | undefined;
  readonly registration: RegistrationView;
  readonly scopes: readonly string[];
  readonly wanted: readonly Service[];
  /** What the set-up was finished without. */
  readonly leftOut?: readonly Service[] | undefined;
  /** Of those, why where a server refused. `at`: epoch milliseconds. */
  readonly leftOutWhy?: AccountView['leftOutWhy'];
  /** Logged in to with the password; the others with a token. */
  readonly passwordFor?: readonly Service[] | undefined;
  readonly loginNames: { readonly [service in Service]?: string | undefined };
  /** Those of them that the person typed; the others follow the provider's rule. */
  readonly typedNames?: Readonly<Partial<Record<Service, string>>> | undefined;
  /** What servers did not take where `loginNames` holds another name that the provider gave. */
  readonly insteadOf?: Readonly<Partial<Record<Service, string>>> | undefined;
  /** Under which else the provider knows the person, for a server that takes the name no more; few, the likeliest first. */
  readonly otherNames?: Readonly<Partial<Record<Service, readonly string[]>>> | undefined;
  readonly personChecked?: true | undefined;
  readonly programs: readonly MailProgram[];
  readonly practice: boolean;
  readonly addedAt: number;
  readonly kept: KeepingView;
  /** Of the newest sign-in; absent where there was none, or before it was noted. */
  readonly signIn?: SignInFacts | undefined;
  /** Without the ladders, which are with the past: these settings are written often. */
  readonly watch?: WatchView | undefined;
}

/** A set-up that waits for approval out of sight. */
export interface KeptAside {
  readonly setup: SetupView;
  /** When the request left, epoch milliseconds; the set-up itself forgets it once approved. */
  readonly since: number;
  readonly approved: boolean;
}

/** An account that is being taken away, or whose receipt nobody has read yet. */
export interface KeptLeaving {
  readonly account: AccountRecord;
  readonly view: LeavingView;
}

/** At most so many are kept. */
export const mostAside = 20;

/** The preset as it was taken, without its client secret, which is in the vault. */
export interface KeptPreset {
  readonly text: string;
  readonly hasSecret: boolean;
  /** The organisation's certificate authority, PEM. */
  readonly ca: string | null;
}

export interface Preferences {
  readonly theme: PostkeyState['theme'];
  /** Null: as the system. */
  readonly language: string | null;
  /** Whether to look daily for a newer Postkey; absent: yes. */
  readonly looksForUpdates?: boolean | undefined;
  /** Goes on without its window also where no bridge is on. Whether it starts with the computer is asked of the system. */
  readonly staysInBackground?: boolean | undefined;
  /** The person has been told once that Postkey goes on without its window. */
  readonly toldGoesOn?: boolean | undefined;
}

/** Reads at once from memory; writes reach the disk soon and whole, the last one wins. */
export interface Memory {
  accounts(): readonly AccountRecord[];
  keepAccounts(accounts: readonly AccountRecord[]): void;
  setup(): SetupView | null;
  keepSetup(setup: SetupView | null): void;
  aside(): readonly KeptAside[];
  keepAside(aside: readonly KeptAside[]): void;
  leaving(): KeptLeaving | null;
  keepLeaving(leaving: KeptLeaving | null): void;
  /** Of a preset beside Postkey that somebody said no to: `PresetText.mark`. */
  declinedPreset(): string | null;
  keepDeclinedPreset(mark: string): void;
  bridges(): readonly KeptBridge[];
  keepBridges(bridges: readonly KeptBridge[]): void;
  preset(): KeptPreset | null;
  keepPreset(preset: KeptPreset | null): void;
  preferences(): Preferences;
  keepPreferences(preferences: Preferences): void;
}
