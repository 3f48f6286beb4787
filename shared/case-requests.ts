// What the window asks for about case files and the log; a part of the table in `ipc-contract.ts`.
import * as z from 'zod/mini';

const nothing = z.strictObject({});

export const caseRequests = {
  /** Makes a case file to look at, in the next snapshot; nothing is written. `code`: of the page that is shown; `id`: of the account. */
  'case.prepare': z.strictObject({
    about: z.enum(['setup', 'account', 'all']),
    id: z.optional(z.string().check(z.maxLength(64))),
    code: z.optional(z.string().check(z.regex(/^[A-Z0-9-]{2,40}$/))),
  }),
  'case.choose': z.strictObject({
    withLog: z.boolean(),
    keepOrganisation: z.boolean(),
    leaveOut: z.array(z.string().check(z.regex(/^[\w.-]{1,120}$/))).check(z.maxLength(2_000)),
  }),
  'case.save': nothing,
  'case.copy': nothing,
  'case.putAway': nothing,
  /** Somebody else's, to look at: by the file dialog, or dropped. It changes nothing of what is here. */
  'case.open': nothing,
  'case.take': z.strictObject({ text: z.string().check(z.maxLength(6_000_000)) }),
  'case.close': nothing,
  'logs.show': nothing,
} as const;
