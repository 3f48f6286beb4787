import { expect, test } from 'vitest';
import { onceMore } from './once-more.ts';

const unknownSigner = 'net::ERR_CERT_AUTHORITY_INVALID';

/** Fails with these, one after the other, and then answers. */
function asking(...failures: readonly string[]) {
  let asked = 0;
  const ask = async (): Promise<number> => {
    const failure = failures[asked];
    asked += 1;
    if (failure !== undefined) throw new Error(failure);
    return asked;
  };
  return ask;
}

test('asks once more where the signer was not known', async () => {
  expect(await onceMore(() => true, asking(unknownSigner))).toBe(2);
});

test('and not a third time', async () => {
  await expect(onceMore(() => true, asking(unknownSigner, unknownSigner))).rejects.toThrow(unknownSigner);
});

test.each([
  ['another fault', 'net::ERR_CERT_DATE_INVALID', true],
  ['no authority of the organisation’s', unknownSigner, false],
])('not after %s', async (_what, failure, mayAskAgain) => {
  await expect(onceMore(() => mayAskAgain, asking(failure))).rejects.toThrow(failure);
});
