// What Postkey as a whole is built from, besides the world: what it remembers, how it speaks, the files it opens and saves.
import type { CaseDraft, CaseFinding, CaseGroup, CaseWish, OpenedCase } from '../../shared/case-draft.ts';
import type { Explanation } from '../../shared/explanation.ts';
import type { MailtoSystem } from '../../shared/mailto.ts';
import type { PostkeyState } from '../../shared/postkey-state.ts';
import type { RefusalCode } from '../../shared/refusal.ts';
import type { World } from './bench.ts';
import type { Bridge, BridgeHearer } from './bridge-world.ts';
import type { CaseAbout } from './case-about.ts';
import type { HandOverDesk } from './hand-over-world.ts';
import type { AccountRecord, Memory } from './memory.ts';
import type { NetworkLook } from './network-look.ts';
import type { NamedPreset, PresetDesk } from './preset-desk.ts';
import type { ProxySignIn } from './proxy-sign-in.ts';
import type { PresetShelf } from './take-preset.ts';
import type { Updates } from './updates.ts';

export interface Look {
  readonly version: string;
  readonly languages: readonly string[];
  language(): string;
  direction(): 'ltr' | 'rtl';
  /** The person's wishes changed: the desktop follows. */
  followPreferences(): Promise<void>;
}

export interface Files {
  /** Null: the person chose none. */
  openPreset(): Promise<NamedPreset | null>;
  openText(): Promise<{ readonly text: string } | 'unreadable' | null>;
  openLink(url: string, allowed: readonly string[]): Promise<boolean>;
  /** How long an address the system hands to a mail program. */
  readonly mailSystem: MailtoSystem;
  /** Opens the person's mail program; false when there is none. `address` is made by `mailtoAddress`. */
  openMail(address: string): Promise<boolean>;
  /** Where the person says; the dialog asks before a file is written over. */
  saveText(name: string, text: string): Promise<'saved' | 'not-chosen' | 'not-saved'>;
  /** The logo for a provider's console, where the person says. */
  saveLogo(): Promise<'saved' | 'not-chosen' | 'not-saved'>;
}

/** A case file that was made, and what of it may be written. */
export interface MadeCase {
  readonly groups: readonly CaseGroup[];
  readonly hasOrganisation: boolean;
  readonly hasLog: boolean;
  readonly mine: CaseDraft['mine'];
  /** Without an ending. */
  readonly name: string;
  /** Null: it holds something that must not leave this computer. */
  readonly written: { readonly html: string; readonly text: string } | null;
  readonly finding: CaseFinding | null;
}

export interface CaseDesk {
  make(about: CaseAbout, wish: CaseWish): Promise<MadeCase>;
  /** Somebody else's: nothing of it is trusted. */
  read(text: string): Promise<OpenedCase | RefusalCode>;
  choose(): Promise<{ readonly text: string } | 'unreadable' | null>;
  /** Where the person says; the value is that place. */
  save(name: string, html: string): Promise<{ readonly path: string } | 'not-chosen' | 'not-saved'>;
  showLogs(): Promise<boolean>;
}

/** Postkey's life on the desktop beside its window. Each answer is of this moment: the system can change it, too. */
export interface Background {
  startsAtLogin(): boolean;
  canStartAtLogin(): boolean;
  /** False: the system refused. */
  startAtLogin(on: boolean): Promise<boolean>;
  hasTray(): boolean;
  /** Without a window, at log-in: then it goes on without one, too. */
  startedHidden(): boolean;
  /** Ends Postkey once the answer has left. */
  quit(): void;
}

export interface PostkeyParts {
  readonly world: World;
  readonly memory: Memory;
  readonly shelf: PresetShelf;
  readonly presetDesk: PresetDesk;
  readonly look: Look;
  readonly files: Files;
  /** Pure, but loaded when it is first needed. */
  readonly explain: (text: string) => Promise<Explanation>;
  readonly cases: CaseDesk;
  readonly updates: Updates;
  readonly handOvers: HandOverDesk;
  readonly networkLook: NetworkLook;
  readonly proxySignIn: ProxySignIn;
  readonly announce: (state: PostkeyState) => void;
  /** The list changed: the watch takes up or lets go. */
  readonly accountsChanged: (accounts: readonly AccountRecord[]) => void;
  /** Loaded when one is on. */
  readonly loadBridge: (hear: BridgeHearer) => Promise<Bridge>;
  readonly background: Background;
  /** Looks at an account now; false while a set-up has its keys. */
  readonly check: (account: AccountRecord) => boolean;
}
