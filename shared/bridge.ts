// The bridge as the window is shown it: a local door for programs that know only user name and password. The password itself is in
// `BridgePassword` alone, for as long as the person needs to type it.
import type { MailProgram } from './mail-program.ts';
import type { Service } from './mail-provider.ts';
import type { Problem } from './problem.ts';

export const bridgeSecurities = ['plain', 'tls'] as const;
export type BridgeSecurity = (typeof bridgeSecurities)[number];

export interface BridgeDoorView {
  readonly service: Service;
  readonly security: BridgeSecurity;
  readonly port: number;
  /** `taken`: another program has the port. */
  readonly state: 'closed' | 'open' | 'taken';
  /** The program that has it, where the system tells. */
  readonly holder?: string;
}

export interface BridgeProgramView {
  readonly id: string;
  readonly program: MailProgram;
  /** Epoch milliseconds. */
  readonly madeAt: number;
  readonly lastUsedAt?: number;
}

export interface BridgeView {
  /** The account's, or the set-up's in progress, which has the same. */
  readonly accountId: string;
  readonly isOn: boolean;
  /** Any user name will do; this is the one the sheet names. */
  readonly loginName: string;
  readonly doors: readonly BridgeDoorView[];
  readonly programs: readonly BridgeProgramView[];
  /** Open at this moment. */
  readonly sessions: number;
  readonly certificate?: { readonly sha256: string; readonly validUntil: number };
  /** The newest refusal by the provider; gone with the next login that works. */
  readonly refusal?: { readonly service: Service; readonly at: number; readonly problem: Problem };
  /** A program spoke encrypted at a plain door, or the other way round, or a web browser came. */
  readonly wrongDoor?: {
    readonly service: Service;
    readonly security: BridgeSecurity;
    readonly spoke: 'tls' | 'plain' | 'http';
    readonly at: number;
  };
}

/** Shown once; gone when put away, after ten minutes, and with the window. Never logged, never in a case file. */
export interface BridgePassword {
  readonly accountId: string;
  readonly programId: string;
  readonly program: MailProgram;
  readonly password: string;
}
