// Reads the password a person typed or pasted. Pure; answers with the field's refusal code and never says what was typed.
import { readAddress } from '../../shared/account-draft.ts';
import type { PasswordFacts } from '../../shared/mail-provider.ts';
import type { RefusalCode } from '../../shared/refusal.ts';
import { Secret } from './secret.ts';

export type ReadPassword =
  | { readonly ok: true; readonly password: Secret }
  | { readonly ok: false; readonly refusal: RefusalCode };

/** As Google and others show an app password, `abcd efgh ijkl mnop`: the spaces are for the eye alone. */
const inGroups = /^[a-z0-9]{4}(?:[ \u00a0]{1,2}[a-z0-9]{4}){2,7}$/iu;

/** Line breaks, controls, zero-width and other unseen characters, halves of characters: no password has them, pasted text does. */
const odd = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** Changes nothing but the spaces of an app password, and those around it. */
export function readPassword(
  typed: string,
  kind: PasswordFacts['kind'] | undefined,
  addresses: readonly (string | undefined)[],
): ReadPassword {
  const trimmed = typed.trim();
  if (trimmed === '') return { ok: false, refusal: 'password-empty' };
  const read = readAddress(trimmed);
  const isAddress = addresses.some((each) => read.ok && read.value.text.toLowerCase() === each?.toLowerCase());
  if (isAddress) return { ok: false, refusal: 'password-is-address' };
  const text = kind === 'app' ? trimmed : typed;
  if (odd.test(text)) return { ok: false, refusal: 'password-odd' };
  return { ok: true, password: new Secret(kind === 'app' && inGroups.test(text) ? text.replace(/\s/gu, '') : text) };
}
