// The real vault with a real cipher in a folder of the fault's own, and keys made of the secrets that are looked for.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Keys, Outcome, TokenVault } from '../electron/setup/outside-world.ts';
import { Secret } from '../electron/setup/secret.ts';
import { type AesCipher, makeAesCipher } from '../electron/token-vault/aes-cipher.test-part.ts';
import type { Cipher } from '../electron/token-vault/cipher.ts';
import { makeTokenVault } from '../electron/token-vault/make-token-vault.ts';
import { causesOf, type Ended, type Fault, type FaultGroup, secretsUsed } from './fault.ts';
import { inFolder } from './trial-disk.ts';

export const accountId = 'pat';
/** The vault has none; a disk that answers at all does so within this. */
export const vaultMs = 5_000;

/** `round`: tells one renewal from the next. */
export const keysOf = (round: number, padding = 0): Keys => ({
  renewal: new Secret(`${secretsUsed.refreshToken}-${round}`),
  accessToken: new Secret(`${secretsUsed.accessToken}${'x'.repeat(padding)}`),
  validUntil: 1_800_000_000_000 + round,
  clientSecret: new Secret(secretsUsed.clientSecret),
  password: new Secret(secretsUsed.password),
});

export interface OpenedVault {
  readonly vault: TokenVault;
  readonly cipher: AesCipher;
  readonly folder: string;
  /** As a process that starts anew sees it; with another cipher where one is given. */
  again(cipher?: Cipher): TokenVault;
}

/** In a folder `vault` below `home`. */
export function openVault(home: string): OpenedVault {
  const folder = join(home, 'vault');
  const cipher = makeAesCipher(randomBytes(32));
  const again = (other: Cipher = cipher) => makeTokenVault({ cipher: other, folder, now: Date.now });
  return { vault: again(), cipher, folder, again };
}

/** Which of the rounds opens; the number is in the time. */
export async function roundOf(vault: TokenVault): Promise<string> {
  const opened = await vault.open(accountId);
  if (!opened.ok) return opened.problem.code;
  return opened.value === null ? 'nothing' : `the keys of round ${opened.value.validUntil - 1_800_000_000_000}`;
}

export async function kept(vault: TokenVault, round = 1): Promise<void> {
  const outcome = await vault.keep(accountId, keysOf(round));
  if (!outcome.ok) throw new Error(`The keys were not kept: ${outcome.problem.code}`);
}

/** What came, and what is opened afterwards. */
export async function endedWith(outcome: Outcome<unknown>, after?: TokenVault): Promise<Ended> {
  const opens = after === undefined ? null : await roundOf(after);
  const verdict = opens === 'nothing' ? 'nothing is kept' : `${opens} open`;
  return { causes: causesOf(outcome), ...(opens === null ? {} : { verdict }), said: JSON.stringify(outcome) };
}

type Met = Pick<Fault, 'causes' | 'actor'> & { readonly verdict?: string };

/** A fault that the vault meets in a folder of its own. */
export const vaultFault = (
  group: FaultGroup,
  id: string,
  injected: string,
  met: Met,
  run: (opened: OpenedVault, signal: AbortSignal) => Promise<Ended>,
): Fault => ({
  id: `${group}-${id}`,
  group,
  injected,
  deadlineMs: vaultMs,
  ...met,
  run: (signal) => inFolder((home) => run(openVault(home), signal)),
});
