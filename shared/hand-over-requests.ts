// What the window may ask about handing an account over to a mail program.
import * as z from 'zod/mini';
import { handOverWays } from './hand-over.ts';
import { mailPrograms } from './mail-program.ts';

const id = z.string().check(z.maxLength(100));

export const handOverRequests = {
  /** Shows the sheet; without a way the best one. `id`: an account, or the set-up in progress. */
  'handOver.open': z.strictObject({ id, program: z.enum(mailPrograms), way: z.optional(z.enum(handOverWays)) }),
  'handOver.close': z.strictObject({}),
  /** Saves a file of the open sheet where the person says; never over another without asking. */
  'handOver.save': z.strictObject({ file: z.string().check(z.maxLength(100)) }),
} as const;
