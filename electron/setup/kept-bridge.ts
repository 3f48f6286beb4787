// What is remembered of the bridges: which are on, at which ports, and for which programs. Holds no password, only what one is compared with.
import type { MailProgram } from '../../shared/mail-program.ts';
import type { Service } from '../../shared/mail-provider.ts';

/** One program's password, as a hash: it is made up of so many random bits that no slow hash is needed. */
export interface KeptBridgeProgram {
  readonly id: string;
  readonly program: MailProgram;
  /** Base64url. */
  readonly salt: string;
  /** SHA-256 of salt and password, base64url. */
  readonly hash: string;
  /** Epoch milliseconds. */
  readonly madeAt: number;
  readonly lastUsedAt?: number | undefined;
}

/** Fixed once chosen: programs have them in their settings. */
export type BridgePorts = {
  readonly [service in Service]?: { readonly plain: number; readonly tls: number } | undefined;
};

/** What is remembered of one account's bridge; holds no secret and is written to the settings file. */
export interface KeptBridge {
  readonly accountId: string;
  readonly isOn: boolean;
  /** Whether the encrypted doors are open beside the plain ones. */
  readonly encrypts: boolean;
  readonly ports: BridgePorts;
  readonly programs: readonly KeptBridgeProgram[];
}
