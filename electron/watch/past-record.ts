// What stands in an account's file of the past: its stretches, its last ladders, what was learnt of its sign-ins, what was told.
// Comes from a disk, so it is unknown until it passed here. Pure.
import * as z from 'zod/mini';
import { seenStates } from '../../shared/history.ts';
import { type Ladder, rungs } from '../../shared/ladder.ts';
import { mailServerSchema, services } from '../../shared/mail-provider.ts';
import { type ProblemCode, problems } from '../../shared/problem.ts';
import { type KeptHistory, mostEntries } from './history-entries.ts';
import type { SignInSpan } from './organisation-rule.ts';

/** What the provider did last. Epoch milliseconds. */
export interface RenewalFacts {
  readonly renewedAt?: number;
  /** As the provider said it last. */
  readonly renewalEndsAt?: number;
}

export interface PastRecord extends KeptHistory {
  readonly ladders: readonly Ladder[];
  readonly facts: RenewalFacts;
  readonly spans: readonly SignInSpan[];
  /** Endings the person was told of; each once. */
  readonly told: readonly string[];
}

export const emptyPast: PastRecord = { entries: [], ladders: [], facts: {}, spans: [], told: [] };

/** Larger is no file of ours. */
export const mostPastBytes = 2_000_000;

const code = z.string().check(z.refine((text) => Object.hasOwn(problems, text))) as z.ZodMiniType<ProblemCode>;
const time = z.number().check(z.gte(0), z.lte(8_640_000_000_000_000));
const verdict = z.enum(['passed', 'broken', 'unreachable']);
const entry = z.strictObject({
  state: z.enum(seenStates),
  cause: z.optional(code),
  services: z.partialRecord(z.enum(services), verdict),
  from: time,
  until: time,
});
const rungState = z.union([
  z.strictObject({ kind: z.literal('not-tried') }),
  z.strictObject({ kind: z.enum(['passed', 'broken']), ms: z.number() }),
]);
const problem = z.strictObject({
  code,
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  serverSaid: z.optional(z.string()),
  logReference: z.optional(z.string()),
});
const ladder = z.looseObject({
  service: z.enum(services),
  server: mailServerSchema,
  loginName: z.string(),
  by: z.optional(z.literal('password')),
  rungs: z.record(z.enum(rungs), rungState),
  state: z.enum(['passed', 'broken', 'waiting']),
  totalMs: z.optional(z.number()),
  messages: z.optional(z.number()),
  problem: z.optional(problem),
});
const span = z.strictObject({ from: time, goodUntil: time, until: time, cause: code });
const facts = z.strictObject({ renewedAt: z.optional(time), renewalEndsAt: z.optional(time) });
const file = z.looseObject({
  v: z.literal(1),
  entries: z.array(z.unknown()),
  ahead: z.optional(z.looseObject({ since: time, entries: z.array(z.unknown()) })),
});

/** Null: no file of this kind. A part that is not as expected is left out; the rest is used. */
export function readPast(json: unknown): PastRecord | null {
  const parsed = file.safeParse(json);
  if (!parsed.success) return null;
  const { entries, ahead, ladders: lastLadders, facts: lastFacts, spans, told } = parsed.data;
  const read = facts.safeParse(lastFacts);
  return {
    entries: readEntries(entries),
    ...(ahead ? { ahead: { since: ahead.since, entries: readEntries(ahead.entries) } } : {}),
    // The schema checks less than the type promises: what it lets pass besides was written by us.
    ladders: each(ladder, lastLadders, services.length) as readonly unknown[] as readonly Ladder[],
    facts: read.success ? (read.data as RenewalFacts) : {},
    spans: each(span, spans, 20),
    told: each(z.string(), told, 50),
  };
}

export const writePast = (past: PastRecord): string => JSON.stringify({ v: 1, ...past });

function readEntries(list: unknown): PastRecord['entries'] {
  const read = each(entry, list, mostEntries).filter(({ from, until }) => from <= until);
  return read.sort((one, other) => one.from - other.from) as readonly unknown[] as PastRecord['entries'];
}

function each<T>(schema: z.ZodMiniType<T>, list: unknown, most: number): T[] {
  if (!Array.isArray(list)) return [];
  return list.slice(-most).flatMap((one: unknown) => {
    const parsed = schema.safeParse(one);
    return parsed.success ? [parsed.data] : [];
  });
}
