// Works around a race in Electron's certificate check: of several first connections to one host only one is put to the check of our
// own, and another is refused as if there were none. Nothing has been sent by then, so it is safe to ask once more. Pure.

const refusedUnasked = /\bnet::ERR_CERT_AUTHORITY_INVALID\b/u;

/** Asks; and once more where the signer was not known, if `mayAskAgain`. What the second time says holds. */
export async function onceMore<T>(mayAskAgain: () => boolean, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof Error) || !refusedUnasked.test(error.message) || !mayAskAgain()) throw error;
    return ask();
  }
}
