// The form of the catalogue: which traces in a text stand for which causes. Data only; no pattern in it can be slow.
import * as z from 'zod/mini';
import { type Actor, type ProblemCode, problems } from '../../shared/problem.ts';

const actors = ['you', 'it', 'provider', 'app', 'wait'] as const satisfies readonly Actor[];
const scenes = ['sign-in', 'mail', 'network', 'computer'] as const;
const providers = ['Microsoft', 'Google', 'Yahoo'] as const;

const codes = Object.keys(problems) as [ProblemCode, ...ProblemCode[]];
const words = z.array(z.string().check(z.minLength(2), z.maxLength(120))).check(z.minLength(1));
const traces = {
  /** Microsoft's AADSTS numbers. */
  numbers: z.optional(z.array(z.int().check(z.gte(10_000), z.lte(9_999_999)))),
  /** What refines an OAuth error: `suberror`, `error_subtype`. */
  subErrors: z.optional(words),
  /** OAuth error words, whole. */
  words: z.optional(words),
  /** Names and numbers of errors in programs, systems and libraries, whole. */
  codes: z.optional(words),
  /** Phrases, whatever their case, spaces, line ends and quotation marks; "…" stands for up to 200 characters between two parts. */
  says: z.optional(words),
  /** IMAP and POP response codes in brackets (RFC 5530, 2449, 3206). */
  brackets: z.optional(words),
  /** SMTP's enhanced status codes (RFC 3463), and its three digits. */
  smtp: z.optional(words),
  statuses: z.optional(words),
  /** `status` in the challenge of a token login (RFC 7628); Google writes numbers. */
  challenges: z.optional(words),
};

const entry = z.strictObject({
  ...traces,
  /** The likeliest first; several where the same trace has several causes. */
  causes: z.array(z.enum(codes)).check(z.minLength(1), z.maxLength(5)),
  /** Which question decides between them. */
  question: z.optional(z.string()),
  /** Who must act, where that is not what the causes themselves say. */
  actors: z.optional(z.array(z.enum(actors)).check(z.minLength(1))),
  /** Counts only in a text that speaks of this provider. */
  at: z.optional(z.enum(providers)),
  /** Comes from this provider alone. */
  of: z.optional(z.enum(providers)),
  /** Counts only in a text that also holds one of these. */
  with: z.optional(words),
  /** What Postkey's own checks take it for, which know by what they logged in and at whom; `shared/mail-reply-entry.ts` says more. */
  here: z.optional(
    z.strictObject({
      token: z.optional(z.enum(codes)),
      password: z.optional(z.enum(codes)),
      passwordAtVendor: z.optional(z.enum(codes)),
      level: z.optional(z.enum(['organisation', 'mailbox'])),
    }),
  ),
  /** Tells more than any other trace. */
  decides: z.optional(z.boolean()),
});

export const catalogueSchema = z.strictObject({ scene: z.enum(scenes), entries: z.array(entry) });

export type Scene = (typeof scenes)[number];
export type ProviderName = (typeof providers)[number];
export type CatalogueEntry = z.infer<typeof entry> & { readonly scene: Scene; readonly order: number };
export type TraceKind = keyof typeof traces;

/** Which trace tells more than which, from the most telling. */
export const traceKinds = [
  'codes',
  'numbers',
  'subErrors',
  'says',
  'challenges',
  'brackets',
  'smtp',
  'words',
  'statuses',
] as const satisfies readonly TraceKind[];
