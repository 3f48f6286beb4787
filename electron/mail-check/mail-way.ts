// How one gets to a mail server: straight, or through the organisation's proxy. Gives a connected socket that stands still; encrypts nothing,
// so that what is said to the server afterwards is between it and us, whoever carries it.
import type { Socket } from 'node:net';
import type { MailServer } from '../../shared/mail-provider.ts';
import { type Connect, connectFirst, systemConnect } from './connect-first.ts';
import { findAddresses, type LookUp, systemLookUp } from './find-addresses.ts';

export interface MailWay {
  /** Of the next hop. Throws `MailStop`. */
  find(server: MailServer): Promise<readonly string[]>;
  /** Throws `MailStop`; ends with the signal. */
  connect(addresses: readonly string[], server: MailServer, signal: AbortSignal): Promise<Socket>;
}

export interface DirectParts {
  /** The system's resolver unless given. */
  readonly lookUp?: LookUp | undefined;
  /** The system's own way to connect unless given. */
  readonly connect?: Connect | undefined;
}

export function directWay({ lookUp = systemLookUp, connect = systemConnect }: DirectParts = {}): MailWay {
  return {
    find: ({ host }) => findAddresses(host, lookUp),
    connect: (addresses, { port }, signal) => connectFirst(addresses, port, signal, connect),
  };
}
