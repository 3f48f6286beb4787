// How the accounts of one profile are, for management tools to collect: which state, what broke first, how long the sign-in lasts. Made
// only of what is named here; no address, name, host, text or key can be in it. Version 1; the published schema is made from this one.
import * as z from 'zod/mini';
import type { AccountView, Health } from './account-state.ts';
import { watchedStamp } from './cause-steps.ts';
import { rungs } from './ladder.ts';
import { services } from './mail-provider.ts';
import type { PolicyInForce } from './policy.ts';
import { problems } from './problem.ts';
import type { StandIns } from './stand-in-names.ts';

const healths = ['well', 'noted', 'needs-you', 'stopped', 'unknown'] as const satisfies readonly Health[];
const count = z.int().check(z.gte(0));

const healthyAccount = z.strictObject({
  /** Stands for the address; the same in the log and in case files of this profile, and nowhere else. */
  name: z.string().check(z.regex(/^mailbox-[0-9a-f]{10}$/u)),
  health: z.enum(healths),
  services: z.partialRecord(z.enum(services), z.enum(['passed', 'broken', 'unreachable'])),
  /** ISO 8601, UTC; null: nobody has looked yet. */
  lastCheckAt: z.nullable(z.string()),
  /** Whole days until the sign-in ends, as far as a date is certain or likely; past ones are 0. */
  signInEndsInDays: z.optional(count),
  /** Where the first ladder that broke stopped. */
  broken: z.optional(z.strictObject({ service: z.enum(services), rung: z.enum(rungs) })),
  /** To be read out, "10-SMTP-OFF"; with `actor`, while something is wrong. */
  code: z.optional(z.string().check(z.regex(/^[0-9]{1,2}-[A-Z-]{1,20}$/u))),
  actor: z.optional(z.enum(['you', 'it', 'provider', 'app', 'wait'])),
});

export const healthSchema = z.strictObject({
  postkeyHealth: z.literal(1),
  /** Of Postkey. */
  version: z.string(),
  /** When this was written: ISO 8601, UTC. */
  at: z.string(),
  policy: z.enum(['none', 'in-force', 'broken']),
  /** How many accounts are in each state; practice is not counted. */
  states: z.strictObject(Object.fromEntries(healths.map((health) => [health, count])) as Record<Health, typeof count>),
  accounts: z.array(healthyAccount),
});
export type HealthFile = z.infer<typeof healthSchema>;

const dayMs = 24 * 60 * 60_000;
const isoOf = (ms: number): string => new Date(ms).toISOString();

export interface HealthAbout {
  readonly version: string;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly policy: PolicyInForce;
  readonly names: Pick<StandIns, 'nameOf'>;
}

export type HealthOf = Pick<AccountView, 'address' | 'practice' | 'health' | 'watch' | 'endings'>;

/** Pure. Practice accounts are nobody's. */
export function healthFileOf(accounts: readonly HealthOf[], { version, now, policy, names }: HealthAbout): HealthFile {
  const real = accounts.filter(({ practice }) => !practice);
  const states = Object.fromEntries(
    healths.map((health) => [health, real.filter((each) => each.health === health).length]),
  ) as HealthFile['states'];
  return {
    postkeyHealth: 1,
    version,
    at: isoOf(now),
    policy: stateOfPolicy(policy),
    states,
    accounts: real.map((account) => ({ name: names.nameOf('mailbox', account.address), ...healthOfOne(account, now) })),
  };
}

function stateOfPolicy({ settings, troubles }: PolicyInForce): HealthFile['policy'] {
  if (troubles.length > 0) return 'broken';
  return Object.keys(settings).length > 0 ? 'in-force' : 'none';
}

function healthOfOne({ health, watch, endings }: HealthOf, now: number): Omit<HealthFile['accounts'][number], 'name'> {
  const ends = endings.filter(({ at, sure }) => at !== undefined && sure !== 'possible').map(({ at }) => at ?? 0);
  const soonest = ends.length > 0 ? Math.min(...ends) : undefined;
  const broken = brokenAt(watch);
  const { problem } = watch ?? {};
  return {
    health,
    services: { ...watch?.services },
    lastCheckAt: watch ? isoOf(watch.lastCheckAt) : null,
    ...(soonest === undefined ? {} : { signInEndsInDays: Math.max(0, Math.floor((soonest - now) / dayMs)) }),
    ...(broken ? { broken } : {}),
    ...(watch && problem
      ? { code: watchedStamp(problem.code, watch.services), actor: problems[problem.code].actor }
      : {}),
  };
}

function brokenAt(watch: AccountView['watch']): HealthFile['accounts'][number]['broken'] {
  for (const { service, rungs: climbed } of watch?.ladders ?? []) {
    const rung = rungs.find((each) => climbed[each].kind === 'broken');
    if (rung !== undefined) return { service, rung };
  }
  return undefined;
}
