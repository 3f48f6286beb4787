// What a protocol has to offer until a program is logged in; one of these for IMAP, POP and SMTP each. They speak and read, and decide
// nothing: whether a password is right, and what the provider says to it, is told to them.
import type { Secret } from '../setup/secret.ts';
import type { BridgeLimits } from './bridge-limits.ts';
import type { ProgramWire } from './program-wire.ts';
import type { Refusal } from './refusal-of.ts';
import type { WireKey } from './wire-words.ts';

export interface DialogParts {
  readonly wire: ProgramWire;
  readonly limits: BridgeLimits;
  readonly say: (key: WireKey) => string;
  /** What the provider's server offered the last time, in its own words; null: nobody has asked it yet, or it does not answer. */
  readonly offers: () => Promise<readonly string[] | null>;
}

export interface Dialog {
  greet(): Promise<void>;
  /** The next password that the program tries; null: it has said good-bye. Throws `DialogStop` and `WireStop`. */
  nextLogin(): Promise<Secret | null>;
  /** Answers that login: what comes next is the server's. */
  welcome(capabilities: readonly string[]): void;
  /** Answers that login. */
  refuse(refusal: Refusal): void;
  /** The last words to a program that is shown out. */
  showOut(sentence: string): void;
}

/** Ends a conversation that leads nowhere. */
export class DialogStop extends Error {
  readonly why: 'http' | 'too-often';

  constructor(why: 'http' | 'too-often') {
    super(`dialog stopped: ${why}`);
    this.why = why;
  }
}

/** A web browser's first line (RFC 9112 section 3), or the preface of its newer protocol. What follows could be anybody's words, so nothing is read on. */
export const isHttp = (line: string): boolean => /^[A-Z]{3,10} \S{1,8000} HTTP\/\d/u.test(line);

/** Reads the next command, counts it, and knows a web browser. */
export function commandReader({ wire, limits }: DialogParts): () => Promise<string> {
  let read = 0;
  return async () => {
    read += 1;
    if (read > limits.commands) throw new DialogStop('too-often');
    const line = await wire.line();
    if (isHttp(line)) throw new DialogStop('http');
    return line;
  };
}
