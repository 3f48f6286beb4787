// What Postkey needs of the bridge, as interfaces: electron/bridge implements them, `main.ts` hands them in. Knows no socket.
import type { BridgeDoorView, BridgeView } from '../../shared/bridge.ts';
import type { MailProgram } from '../../shared/mail-program.ts';
import type { Service } from '../../shared/mail-provider.ts';
import type { Problem } from '../../shared/problem.ts';
import type { BridgePorts, KeptBridge, KeptBridgeProgram } from './kept-bridge.ts';
import type { AccountRecord } from './memory.ts';
import type { Outcome } from './outside-world.ts';
import type { Secret } from './secret.ts';

export interface OpenedBridge {
  readonly account: AccountRecord;
  readonly kept: KeptBridge;
}

export interface BridgeCertificate {
  /** Upper case hex in pairs with colons. */
  readonly sha256: string;
  /** Epoch milliseconds. */
  readonly validUntil: number;
  /** Without its key. */
  readonly pem: string;
  /** Nothing on this computer could seal its key: it is gone with this run, and programs will be asked to trust another one. */
  readonly inMemory?: true;
}

/** What the bridge saw, for one account. */
export type BridgeSeen = Pick<BridgeView, 'refusal' | 'wrongDoor' | 'sessions'>;

/** What the bridge says of itself as it happens; whoever makes one hands this in. May be called many times a second. */
export interface BridgeHearer {
  /** What was seen, or the state of a door, is another than it was. */
  changed(accountId: string): void;
  /** A program has logged in with its password. `at`: epoch milliseconds. */
  used(accountId: string, programId: string, at: number): void;
  /** The provider's server refused a login, or its key could not be renewed. */
  refused(accountId: string, problem: Problem): void;
}

export interface Bridge {
  /** From now on these are open and no others. Sessions of what stays open go on; a revoked program's sessions end. */
  follow(opened: readonly OpenedBridge[]): Promise<void>;
  doors(kept: KeptBridge, services: readonly Service[]): readonly BridgeDoorView[];
  seen(accountId: string): BridgeSeen;
  /** Free at this moment, and in no other account's bridge. */
  choosePorts(services: readonly Service[], others: readonly BridgePorts[]): Promise<BridgePorts>;
  /** Null: it is free. Empty: the system does not tell whose it is. */
  holderOf(port: number): Promise<string | null>;
  makePassword(program: MailProgram): { readonly kept: KeptBridgeProgram; readonly password: Secret };
  /** The one of this computer; made when there is none or it nears its end. */
  certificate(): Promise<Outcome<BridgeCertificate>>;
  /** Ends every session and frees every port. */
  stop(): Promise<void>;
}
