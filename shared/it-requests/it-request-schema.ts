// The form of the requests to IT: which setting mends which cause, where it is, by which command. Data only; their sentences are words.
import * as z from 'zod/mini';
import { clouds, httpsUrl, services } from '../mail-provider.ts';
import { type ProblemCode, problems } from '../problem.ts';

/** `exchange` and `graph` are PowerShell with Microsoft's modules; `gam` is Google's command line. */
export const shells = ['exchange', 'graph', 'powershell', 'gam', 'shell'] as const;
export type Shell = (typeof shells)[number];

/** What the change opens, from the narrowest. */
export const reaches = ['mailbox', 'person', 'computer', 'app', 'group', 'server', 'organisation'] as const;
export type Reach = (typeof reaches)[number];

export const delays = ['at-once', 'minutes', 'hour', 'day', 'unknown'] as const;
export type Delay = (typeof delays)[number];

const line = z.string().check(z.minLength(1), z.maxLength(300));
const script = z.strictObject({ shell: z.enum(shells), lines: z.array(line).check(z.minLength(1), z.maxLength(6)) });

const part = z.strictObject({
  id: z.string().check(z.regex(/^[a-z][a-z-]*$/)),
  causes: z.array(z.enum(Object.keys(problems) as [ProblemCode, ...ProblemCode[]])).check(z.minLength(1)),
  /** Only for a problem with one of these services, or with none named. */
  services: z.optional(z.array(z.enum(services))),
  /** `delegate`: somebody else signs in for the mailbox; `client`: needs a client ID; `organisation-app`: its own registration. */
  only: z.optional(z.enum(['delegate', 'client', 'organisation-app'])),
  /** As it stands on the screen or in the file; `<…>` is filled in. */
  setting: line,
  /** The admin centre; by Microsoft's cloud. A cloud that is not named has none that Postkey knows. */
  page: z.optional(z.union([httpsUrl, z.partialRecord(z.enum(clouds), httpsUrl)])),
  /** Menu by menu, as on the screen. */
  path: z.array(line).check(z.minLength(1)),
  command: z.optional(script),
  /** Reads only. */
  check: z.optional(script),
  reach: z.enum(reaches),
  takes: z.enum(delays),
  /** Names, path and command were compared with the vendor's own page. */
  verified: z.boolean(),
  source: z.optional(httpsUrl),
});

export const itRequestsSchema = z.strictObject({ parts: z.array(part) });
export type ItRequestPart = z.infer<typeof part>;
