// What the Postkey that is open is asked for a case file at its door, and what it answers. The file names nobody; it is parsed anew by
// whoever asked.
import * as z from 'zod/mini';
import { mostCharactersOfCase } from './case-file.ts';

export const reportInputSchema = z.strictObject({
  /** Null: about everything. */
  address: z.nullable(z.string().check(z.maxLength(400))),
  /** In which the lines are. */
  language: z.string().check(z.regex(/^[A-Za-z0-9-]{2,20}$/u)),
});

export const reportAnswerSchema = z.discriminatedUnion('kind', [
  /** The page, with its data inside. */
  z.strictObject({ kind: z.literal('made'), html: z.string().check(z.maxLength(mostCharactersOfCase)) }),
  /** It holds something that must not leave. */
  z.strictObject({
    kind: z.literal('refused'),
    finding: z.nullable(
      z.strictObject({ what: z.enum(['address', 'name', 'secret']), group: z.string(), line: z.number() }),
    ),
  }),
  /** Nothing is there of this address, or nothing at all. */
  z.strictObject({ kind: z.literal('nothing') }),
]);
export type ReportAnswer = z.infer<typeof reportAnswerSchema>;
