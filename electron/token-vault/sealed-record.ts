// The two layers of a record: the file's JSON, which holds no secret in the open, and the sealed text inside it. What comes from a
// disk is `unknown` until it passed here.
import * as z from 'zod/mini';
import type { Keys } from '../setup/outside-world.ts';
import { Secret } from '../setup/secret.ts';

const base64 = z.string().check(z.minLength(4), z.maxLength(600_000), z.regex(/^[A-Za-z0-9+/]+={0,2}$/u));

const sealedRecordSchema = z.strictObject({
  v: z.literal(1),
  sealed: base64,
  /** The record before, kept until the one above has been used to renew. */
  previous: z.optional(base64),
});
export type SealedRecord = Readonly<z.infer<typeof sealedRecordSchema>>;

const keyTextSchema = z.strictObject({
  /** Binds the sealed text to its account: a record renamed to another account's does not open. */
  account: z.string(),
  renewal: z.nullable(z.string()),
  accessToken: z.string(),
  validUntil: z.number(),
  clientSecret: z.nullable(z.string()),
  /** Records from before the forecast have neither. */
  renewedAt: z.optional(z.number()),
  renewalEndsAt: z.optional(z.number()),
  /** Only where a service takes one; records from before passwords have none. */
  password: z.optional(z.string()),
});

/** Null: not a record of this version. */
export function readSealedRecord(json: unknown): SealedRecord | null {
  const parsed = sealedRecordSchema.safeParse(json);
  return parsed.success ? parsed.data : null;
}

/** The text to seal. It is the secret itself: hand it to the cipher and to nothing else. */
export function keyText(account: string, keys: Keys): string {
  return JSON.stringify({
    account,
    renewal: keys.renewal?.open() ?? null,
    accessToken: keys.accessToken.open(),
    validUntil: keys.validUntil,
    clientSecret: keys.clientSecret?.open() ?? null,
    ...(keys.renewedAt === undefined ? {} : { renewedAt: keys.renewedAt }),
    ...(keys.renewalEndsAt === undefined ? {} : { renewalEndsAt: keys.renewalEndsAt }),
    ...(keys.password ? { password: keys.password.open() } : {}),
  });
}

/** Null: the text is not this account's keys. */
export function readKeyText(account: string, text: string): Keys | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = keyTextSchema.safeParse(json);
  if (!parsed.success || parsed.data.account !== account) return null;
  const { renewal, accessToken, validUntil, clientSecret, renewedAt, renewalEndsAt, password } = parsed.data;
  return {
    renewal: renewal === null ? null : new Secret(renewal),
    accessToken: new Secret(accessToken),
    validUntil,
    clientSecret: clientSecret === null ? null : new Secret(clientSecret),
    ...(renewedAt === undefined ? {} : { renewedAt }),
    ...(renewalEndsAt === undefined ? {} : { renewalEndsAt }),
    ...(password === undefined ? {} : { password: new Secret(password) }),
  };
}

export const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
export const fromBase64 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));
