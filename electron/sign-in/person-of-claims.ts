// Who signed in, from claims that were checked. Pure. Only what the provider vouches for counts as an address of the person.
import type { Person } from '../setup/outside-world.ts';

export type Claims = Readonly<Record<string, unknown>>;

const text = (value: unknown): string => (typeof value === 'string' ? value.trim().slice(0, 320) : '');
const isAddress = (value: string): boolean => /^[^\s@]+@[^\s@]+$/u.test(value);

/** `candidates`, the best first; the first that is an address is the person's, else the first that says anything. */
function personOf(candidates: readonly string[], name: unknown): Person | null {
  const said = [...new Set(candidates.filter((each) => each !== ''))];
  const address = said.find(isAddress) ?? said[0];
  if (address === undefined) return null;
  return { address, aliases: said.filter((each) => each !== address), name: text(name) };
}

/**
 * Microsoft: `preferred_username` is what the person typed to sign in; `upn` and `email` may differ and are aliases.
 * Source: Microsoft, ID token claims reference.
 */
export function personOfMicrosoft(claims: Claims): Person | null {
  return personOf([text(claims['preferred_username']), text(claims['upn']), text(claims['email'])], claims['name']);
}

/** Google: an address that is not verified proves nothing. */
export function personOfGoogle(claims: Claims): Person | null {
  return personOf(claims['email_verified'] === true ? [text(claims['email'])] : [], claims['name']);
}

/** Everyone else. `email_verified: false` strikes the address; where nothing is said about it, the provider's word stands. */
export function personOfOpenid(claims: Claims): Person | null {
  const email = claims['email_verified'] === false ? '' : text(claims['email']);
  const name =
    text(claims['name']) || [text(claims['given_name']), text(claims['family_name'])].filter(Boolean).join(' ');
  return personOf([email, text(claims['preferred_username']), text(claims['upn'])], name);
}

/** Whether the person is known by an address and not merely by a name. */
export function hasAddress(person: Person | null): boolean {
  return person !== null && isAddress(person.address);
}
