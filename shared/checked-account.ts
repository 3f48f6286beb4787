// How an account is, as `postkey check` and `postkey accounts` tell it and the door hands it over. Its fields stay; no secret is in it.
import * as z from 'zod/mini';
import { services } from './mail-provider.ts';
import { type ProblemCode, problems } from './problem.ts';

export const checkedAccountSchema = z.strictObject({
  id: z.string(),
  address: z.string(),
  provider: z.string(),
  practice: z.boolean(),
  /** `noted`: works, and there is something to know. */
  health: z.enum(['well', 'noted', 'needs-you', 'stopped', 'unknown']),
  /** To be read out, "10-SMTP-OFF"; with `cause`, `actor` and `retryHelps`, while something is wrong. */
  code: z.optional(z.string()),
  cause: z.optional(z.enum(Object.keys(problems) as [ProblemCode, ...ProblemCode[]])),
  actor: z.optional(z.enum(['you', 'it', 'provider', 'app', 'wait'])),
  retryHelps: z.optional(z.boolean()),
  /** What fills the cause's words: host, port, provider. */
  facts: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
  services: z.partialRecord(z.enum(services), z.enum(['passed', 'broken', 'unreachable'])),
  /** Epoch milliseconds; null: nobody has looked yet. */
  lastCheckAt: z.nullable(z.number()),
  /** Epoch milliseconds: when the key in use runs out; renewed before that. */
  validUntil: z.optional(z.number()),
  /** A set-up is changing its keys, or it is being taken away: nobody looked now. */
  busy: z.optional(z.boolean()),
});
export type CheckedAccount = z.infer<typeof checkedAccountSchema>;

/** `known` false: there is no account of the address that was asked for. */
export const checkAnswerSchema = z.strictObject({ known: z.boolean(), accounts: z.array(checkedAccountSchema) });
export type CheckAnswer = z.infer<typeof checkAnswerSchema>;

/** What the door is asked; without an address all but practice. */
export const checkInputSchema = z.strictObject({ address: z.optional(z.string().check(z.maxLength(400))) });
