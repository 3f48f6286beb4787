// The end of an exhaustive switch: makes a forgotten case a compile error, and loud at run time.

/** Throws; reached only when a union grew and a switch did not. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
