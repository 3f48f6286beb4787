// What the names mean that Node, the resolver, OpenSSL and Chromium give to a failed connection, read from the one table of causes.
// Sources: Node's and undici's error codes, OpenSSL's reasons, Chromium's net_error_list.h. Pure; holds no name of its own.
import certificateCodes from './causes/certificate-codes.json' with { type: 'json' };
import networkCodes from './causes/network-codes.json' with { type: 'json' };
import type { ProblemCode } from './problem.ts';

interface Entry {
  /** The likeliest first. */
  readonly causes: readonly string[];
  readonly codes?: readonly string[];
  /** Means this only in a text that also says something else. */
  readonly with?: readonly string[];
}

let named: ReadonlyMap<string, ProblemCode> | undefined;

/** Made when first needed; of two lines with the same name the first counts. */
function byName(): ReadonlyMap<string, ProblemCode> {
  const entries: readonly Entry[] = [...networkCodes.entries, ...certificateCodes.entries];
  named ??= new Map(
    entries
      .filter((entry) => entry.with === undefined)
      .flatMap(({ causes, codes = [] }) => codes.map((code) => [code, causes[0] as ProblemCode] as const))
      .reverse(),
  );
  return named;
}

/** `code`: "ECONNREFUSED", "ERR_CERT_DATE_INVALID". Undefined: not in the table. */
export function causeOfErrorCode(code: string): ProblemCode | undefined {
  return byName().get(code);
}
