// What the bridge's thread and the main one ask of each other. Plain data: secrets cross as texts, within one process, and are wrapped again
// in the function that receives them.
import type { MailServer, Service } from '../../shared/mail-provider.ts';
import type { Problem } from '../../shared/problem.ts';
import type { BridgeCertificate, BridgeSeen, OpenedBridge } from '../setup/bridge-world.ts';
import type { AccountRecord } from '../setup/memory.ts';
import type { Outcome } from '../setup/outside-world.ts';
import type { DoorStanding } from './wanted-doors.ts';
import type { WireKey } from './wire-words.ts';

interface Call<Input, Answer> {
  readonly input: Input;
  readonly answer: Answer;
}

/** A server, and what counts at the moment when it is needed. */
export interface ThreadPlace {
  readonly server: MailServer;
  readonly ca: readonly string[];
  readonly isPractice: boolean;
}

/** With `{{code}}` where the code goes. */
export type Sentences = Readonly<Record<WireKey, string>>;

/** A failure as `mail-check` has it; nobody in between looks at it. */
export type CarriedFailure = { readonly failure: unknown };

/** Of main. */
export type MainCalls = {
  readonly keys: Call<AccountRecord, Outcome<{ readonly accessToken: string; readonly password?: string }>>;
  readonly place: Call<{ readonly account: AccountRecord; readonly service: Service }, ThreadPlace>;
  /** How practice's servers are found, and whether a connection is let through. */
  readonly practiceFind: Call<MailServer, readonly string[] | CarriedFailure>;
  readonly practiceConnect: Call<
    { readonly addresses: readonly string[]; readonly server: MailServer },
    true | CarriedFailure
  >;
  readonly proxyLogin: Call<
    {
      readonly asked: { readonly host: string; readonly port: number; readonly realm: string };
      readonly refused: boolean;
    },
    { readonly name: string; readonly password: string } | null
  >;
  readonly readSealed: Call<null, string | null>;
  readonly writeSealed: Call<string, boolean>;
  readonly changed: Call<AccountStanding, void>;
  readonly used: Call<{ readonly accountId: string; readonly programId: string; readonly at: number }, void>;
  readonly refused: Call<{ readonly accountId: string; readonly problem: Problem }, void>;
  readonly failed: Call<string, void>;
};

/** All that is shown of an account's bridge. */
export interface AccountStanding {
  readonly accountId: string;
  readonly seen: BridgeSeen;
  /** By `keyOfDoor`. */
  readonly doors: Readonly<Record<string, DoorStanding>>;
}

/** Of the thread. */
export type ThreadCalls = {
  readonly follow: Call<readonly OpenedBridge[], void>;
  readonly certificate: Call<null, Outcome<BridgeCertificate>>;
  readonly words: Call<Sentences, void>;
};
