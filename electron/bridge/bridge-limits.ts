// How long the bridge waits and how much it takes from somebody who has not logged in yet. Numbers only.

export interface BridgeLimits {
  /** From the first word to the login, in milliseconds. Programs that ask a person for the password meanwhile come again. */
  readonly loginMs: number;
  /** How long an encrypted door waits for the first bytes; on loopback they come at once. */
  readonly helloMs: number;
  /** After one side has said all it had to, how long the other may go on. */
  readonly lingerMs: number;
  /** Connections that have not logged in, at one door. */
  readonly strangers: number;
  /** Wrong logins that are kept waiting, at one door; the next one sends the oldest away. */
  readonly waitingWrong: number;
  /** Tries on one connection. */
  readonly tries: number;
  /** Commands before the login, on one connection. */
  readonly commands: number;
  /** Bytes of one line; a token of another kind, sent by mistake, is still read and refused (RFC 4954 section 4: 12288). */
  readonly lineBytes: number;
  /** Bytes of one literal in a login. */
  readonly literalBytes: number;
}

export const usualLimits: BridgeLimits = {
  loginMs: 120_000,
  helloMs: 3_000,
  lingerMs: 60_000,
  strangers: 100,
  waitingWrong: 20,
  tries: 3,
  commands: 50,
  lineBytes: 12_290,
  literalBytes: 4_096,
};
