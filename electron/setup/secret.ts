// Wraps what must not be seen. Printing, logging, JSON and structured clone show nothing; only `open` does,
// and only sign-in/, mail-check/ and token-vault/ may call it (an import rule names them).

const held = new WeakMap<Secret, string>();

export class Secret {
  constructor(text: string) {
    held.set(this, text);
  }

  /** The text itself. Call it in the very expression that uses it; never keep the answer. */
  open(): string {
    return held.get(this) ?? '';
  }

  toString(): string {
    return '[secret]';
  }

  toJSON(): string {
    return '[secret]';
  }
}
