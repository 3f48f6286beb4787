// Reads a case file's data by a strict schema: every text is bounded, every code is one of ours, no number is one that a date or a
// drawing could not stand. Pure.
import * as z from 'zod/mini';
import { type CaseFile, caseVersion } from './case-file.ts';
import { endingCauses } from './ending.ts';
import { seenStates } from './history.ts';
import { rungs } from './ladder.ts';
import { lookUpFaults, lookUpSources } from './look-up.ts';
import { knownPrograms, mailPrograms } from './mail-program.ts';
import { accountSignIns, mailServerSchema, services } from './mail-provider.ts';
import { type ProblemCode, problems } from './problem.ts';
import { rehearsalChecks } from './setup-state.ts';
import { setupSteps } from './setup-steps.ts';
import { activityCodes, factCodes, skipReasons } from './step-status.ts';

/** Neither control characters nor those that turn the direction of what follows. */
export const plainText = /^[^\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]*$/u;
/** Characters; longer texts are cut when a file is made. */
export const longestCaseText = 600;
/** The furthest instant a date can hold. */
const furthest = 8.64e15;

const text = z.string().check(z.maxLength(longestCaseText), z.regex(plainText));
const short = z.string().check(z.maxLength(120), z.regex(plainText));
const instant = z.number().check(z.gte(0), z.lte(furthest));
const ms = z.number().check(z.gte(0), z.lte(1e9));
const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/u));
const service = z.enum(services);
const step = z.enum(setupSteps);

/** A value's name must not be one that the finder of words takes for an order. */
const orders = new Set([
  ...['context', 'defaultValue', 'replace', 'lng', 'lngs', 'ns', 'fallbackLng', 'keySeparator', 'nsSeparator'],
  ...['returnObjects', 'returnDetails', 'joinArrays', 'postProcess', 'interpolation', 'ordinal', 'simplify'],
  ...['skipInterpolation', 'appendNamespaceToCIMode', 'applyPostProcessor', 'ignoreJSONStructure'],
]);
export const isValueName = (name: string): boolean => /^[a-z][A-Za-z]{0,30}$/u.test(name) && !orders.has(name);
const values = z
  .record(z.string(), z.union([text, z.number().check(z.gte(-furthest), z.lte(furthest))]))
  .check(z.refine((record) => Object.keys(record).length <= 30 && Object.keys(record).every(isValueName)));

const problem = z.strictObject({
  code: z.enum(Object.keys(problems) as [ProblemCode, ...ProblemCode[]]),
  facts: values,
  serverSaid: z.optional(text),
  logReference: z.optional(z.string().check(z.regex(/^[A-Z0-9]{5}$/u))),
});
const fact = z.strictObject({ code: z.enum(factCodes), values: z.optional(values) });
const status = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('waiting') }),
  z.strictObject({ kind: z.literal('working'), activity: z.enum(activityCodes), values: z.optional(values) }),
  z.strictObject({ kind: z.literal('needs-you'), fact: z.optional(fact) }),
  z.strictObject({ kind: z.literal('done'), fact, ms }),
  z.strictObject({ kind: z.literal('noted'), fact, ms, problem }),
  z.strictObject({ kind: z.literal('skipped'), reason: z.enum(skipReasons) }),
  z.strictObject({ kind: z.literal('failed'), problem }),
]);

const rung = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('not-tried') }),
  z.strictObject({ kind: z.literal('running'), startedAt: instant }),
  z.strictObject({ kind: z.literal('passed'), ms }),
  z.strictObject({ kind: z.literal('broken'), ms }),
]);
const by = z.optional(z.literal('password'));
const ladder = z.strictObject({
  service,
  server: mailServerSchema,
  loginName: short,
  by,
  rungs: z.record(z.enum(rungs), rung),
  state: z.enum(['waiting', 'climbing', 'passed', 'broken']),
  totalMs: z.optional(ms),
  messages: z.optional(z.int().check(z.gte(0))),
  problem: z.optional(problem),
  insteadOf: z.optional(short),
  refusedNames: z.optional(z.array(short).check(z.maxLength(10))),
});
const ladders = z.array(ladder).check(z.maxLength(6));
const verdicts = z.partialRecord(service, z.enum(['passed', 'broken', 'unreachable']));
const watch = z.strictObject({
  lastCheckAt: instant,
  nextCheckAt: instant,
  validUntil: z.optional(instant),
  services: verdicts,
  problem: z.optional(problem),
  ladders: z.optional(ladders),
});
const keeping = z.strictObject({
  store: z.enum(['gnome-keyring', 'kwallet', 'macos-keychain', 'windows-dpapi', 'secret-service', 'none']),
  kept: z.enum(['sealed', 'this-session']),
});
const endings = z
  .array(
    z.strictObject({
      cause: z.enum(endingCauses),
      at: z.optional(instant),
      sure: z.enum(['certain', 'likely', 'possible']),
      values,
    }),
  )
  .check(z.maxLength(20));
const registration = z.strictObject({
  source: z.enum(['preset', 'own', 'google-file', 'practice', 'none']),
  clientId: text,
  hasSecret: z.boolean(),
  secretEndsOn: z.optional(day),
});
const leftOut = z.array(service).check(z.maxLength(3));
const detail = z.strictObject({ label: z.string().check(z.regex(/^[\w-]{1,64}$/u)), value: text });

const setup = z.strictObject({
  mailbox: z.optional(short),
  signsInAs: z.optional(short),
  domain: z.optional(short),
  provider: z.optional(
    z.strictObject({
      id: short,
      name: short,
      shortName: short,
      signIn: z.enum(accountSignIns),
      signInHost: text,
      source: z.optional(z.enum([...lookUpSources, 'chosen', 'practice'])),
      unsure: z.optional(z.enum(['dns', 'http'])),
    }),
  ),
  registration: z.optional(registration),
  lookUp: z.optional(
    z
      .array(
        z.strictObject({
          source: z.enum(lookUpSources),
          state: z.enum(['asking', 'found', 'nothing', 'failed', 'not-asked']),
          sent: z.enum(['nothing', 'domain', 'address']),
          fault: z.optional(z.enum(lookUpFaults)),
          asked: z.optional(text),
          provider: z.optional(text),
          ms: z.optional(ms),
        }),
      )
      .check(z.maxLength(20)),
  ),
  approval: z.optional(
    z.strictObject({
      since: z.optional(instant),
      sentBy: z.optional(z.enum(['mail', 'copy', 'file'])),
      check: z.enum(['by-itself', 'after-sign-in', 'by-hand']),
      lastCheckAt: z.optional(instant),
      nextCheckAt: z.optional(instant),
      trouble: z.optional(problem),
    }),
  ),
  person: z.optional(z.strictObject({ expected: short, signedInAs: short })),
  purpose: z.enum(['new-account', 'sign-in-again']),
  practice: z.boolean(),
  steps: z.record(step, status),
  current: step,
  wanted: leftOut,
  leftOut: z.optional(leftOut),
  rehearsal: z.optional(
    z.strictObject({
      checked: z.array(z.enum(rehearsalChecks)).check(z.maxLength(5)),
      open: z.array(z.enum(rehearsalChecks)).check(z.maxLength(5)),
    }),
  ),
  way: z.optional(z.enum(['browser', 'device', 'password'])),
  scopes: z
    .array(
      z.strictObject({
        service: z.enum([...services, 'identity', 'renewal']),
        scope: text,
        granted: z.optional(z.boolean()),
      }),
    )
    .check(z.maxLength(40)),
  validUntil: z.optional(instant),
  keeping: z.optional(keeping),
  // Case files of earlier versions are read too.
  programs: z.optional(
    z.pipe(
      z.array(short).check(z.maxLength(mailPrograms.length)),
      z.transform((ids: string[]) => knownPrograms(ids)),
    ),
  ),
  ladders,
  endings: z.optional(endings),
  watch: z.optional(watch),
  details: z.partialRecord(step, z.array(detail).check(z.maxLength(120))),
});

const account = z.strictObject({
  mailbox: short,
  signsInAs: z.optional(short),
  domain: short,
  registration,
  scopes: z.array(text).check(z.maxLength(40)),
  history: z
    .array(
      z.strictObject({
        state: z.enum(seenStates),
        cause: z.optional(problem.shape.code),
        services: verdicts,
        from: instant,
        until: instant,
      }),
    )
    .check(z.maxLength(1000)),
  providerName: short,
  practice: z.boolean(),
  health: z.enum(['well', 'noted', 'needs-you', 'stopped', 'unknown']),
  keeping,
  servers: z
    .array(z.strictObject({ service, server: mailServerSchema, loginName: short, by, insteadOf: z.optional(short) }))
    .check(z.maxLength(3)),
  watch: z.optional(watch),
  leftOut,
  secretEnds: z.optional(z.strictObject({ on: day, state: z.enum(['soon', 'ended']), actor: z.enum(['you', 'it']) })),
  addedAt: instant,
  days: z.array(z.strictObject({ day, state: z.enum(seenStates) })).check(z.maxLength(90)),
  endings,
});

const caseFile = z.strictObject({
  postkeyCase: z.literal(caseVersion),
  madeAt: instant,
  stateOf: z.optional(instant),
  by: z.strictObject({ postkey: short, electron: short, system: short, language: short }),
  page: z.optional(z.string().check(z.regex(/^[A-Z0-9-]{2,40}$/u))),
  setup: z.optional(setup),
  accounts: z.array(account).check(z.maxLength(100)),
  log: z.optional(z.array(text).check(z.maxLength(400))),
});

/** The data, or why not: of a newer version, or not as a case file is. */
export function readCaseData(data: unknown): CaseFile | 'case-newer' | 'case-damaged' {
  const parsed = caseFile.safeParse(data);
  // What was JSON holds no undefined, which is all that the schema's optional fields say more than the types.
  if (parsed.success) return parsed.data as CaseFile;
  const version = z.looseObject({ postkeyCase: z.number() }).safeParse(data);
  return version.success && version.data.postkeyCase > caseVersion ? 'case-newer' : 'case-damaged';
}
