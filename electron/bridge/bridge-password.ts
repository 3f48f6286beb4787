// The passwords that Postkey makes up, one for each program. Made of chance alone and long enough that nobody could try them through, so a
// plain salted hash keeps them: a slow one protects words that people choose. The password itself is nowhere but in its `Secret`.
import { createHash, randomBytes, randomInt, randomUUID, timingSafeEqual } from 'node:crypto';
import type { MailProgram } from '../../shared/mail-program.ts';
import type { KeptBridgeProgram } from '../setup/kept-bridge.ts';
import { Secret } from '../setup/secret.ts';

/** Without what looks alike in print or in somebody's handwriting: 0 o, 1 i l, u v. */
const signs = 'abcdefghjkmnpqrstvwxyz23456789';
const groups = 6;
const groupLength = 4;

/** 24 signs of 30: 117 bits. */
export function makeBridgePassword(
  program: MailProgram,
  now: number,
): { readonly kept: KeptBridgeProgram; readonly password: Secret } {
  const group = (): string => Array.from({ length: groupLength }, () => signs[randomInt(signs.length)]).join('');
  const password = new Secret(Array.from({ length: groups }, group).join('-'));
  const salt = randomBytes(16);
  const kept = {
    id: randomUUID(),
    program,
    salt: salt.toString('base64url'),
    hash: hashOf(salt, password).toString('base64url'),
    madeAt: now,
  };
  return { kept, password };
}

/** Which program's it is; null: nobody's. Takes as long whichever it is. Hyphens, blanks and capitals do not matter. */
export function programOf(programs: readonly KeptBridgeProgram[], typed: Secret): KeptBridgeProgram | null {
  let found: KeptBridgeProgram | null = null;
  for (const kept of programs) {
    const hash = Buffer.from(kept.hash, 'base64url');
    const given = hashOf(Buffer.from(kept.salt, 'base64url'), typed);
    if (hash.length === given.length && timingSafeEqual(hash, given)) found = kept;
  }
  return found;
}

function hashOf(salt: Uint8Array, password: Secret): Buffer {
  return createHash('sha256').update(salt).update(bare(password)).digest();
}

const bare = (password: Secret): string =>
  password
    .open()
    .slice(0, 1000)
    .toLowerCase()
    .replace(/[\s\p{Pd}]+/gu, '');
