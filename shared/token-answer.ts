// What `postkey token` asks at the door and is answered: the one answer there that holds a key. Its order of fields stays: the launcher
// reads the line by its form.
import * as z from 'zod/mini';
import { type ProblemCode, problems } from './problem.ts';

/** An address in any case, or an account's id. */
export const tokenInputSchema = z.strictObject({ address: z.string().check(z.minLength(1), z.maxLength(400)) });

/** RFC 6750 section 2.1, `b64token`: what an `Authorization: Bearer` can hold. Nothing else is ever printed. */
export const tokenForm = /^[A-Za-z0-9\-._~+/]+=*$/u;

/** Microsoft's are a few thousand characters long; no mail server takes a login anywhere near this. */
const longestToken = 60_000;

/** Reasons that are no cause of an account's: who was asked for, and what a command can do. */
export const tokenRefusals = [
  'unknown',
  'unfinished',
  'several',
  'password',
  'practice',
  'busy',
  'unprintable',
  'off',
  'going',
] as const;
export type TokenRefusal = (typeof tokenRefusals)[number];

export const tokenAnswerSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('token'),
    token: z.string().check(z.maxLength(longestToken), z.regex(tokenForm)),
  }),
  z.strictObject({
    kind: z.literal('problem'),
    code: z.enum(Object.keys(problems) as [ProblemCode, ...ProblemCode[]]),
    /** What fills its words. */
    facts: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
  z.strictObject({ kind: z.literal('refused'), why: z.enum(tokenRefusals) }),
]);
export type TokenAnswer = z.infer<typeof tokenAnswerSchema>;
