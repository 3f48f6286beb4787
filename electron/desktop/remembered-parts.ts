// Reads what was remembered, part by part: a part that is not as expected is left out and the rest is used. Pure.
import * as z from 'zod/mini';
import { knownPrograms, mailPrograms } from '../../shared/mail-program.ts';
import { accountSignIns, mailServerSchema, services } from '../../shared/mail-provider.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import { setupSteps } from '../../shared/setup-steps.ts';
import type { KeptBridge } from '../setup/kept-bridge.ts';
import {
  type AccountRecord,
  type KeptAside,
  type KeptLeaving,
  type KeptPreset,
  mostAside,
  type Preferences,
} from '../setup/memory.ts';
import type { WindowPlace } from './window-place.ts';

// Only what the rest of Postkey leans on is checked: the records are our own, and what else stands in them is kept as it is.
const provider = z.looseObject({
  id: z.string(),
  name: z.string(),
  signIn: z.enum(accountSignIns),
  servers: z.partialRecord(z.enum(services), mailServerSchema),
});
const id = z.string().check(z.regex(/^[\w-]{1,64}$/u));
const programs = z.pipe(
  z.array(z.string()),
  z.transform((ids: string[]) => knownPrograms(ids)),
);
const account = z.looseObject({
  id,
  address: z.string(),
  provider,
  registration: z.looseObject({ clientId: z.string() }),
  scopes: z.array(z.string()),
  wanted: z.array(z.enum(services)),
  loginNames: z.partialRecord(z.enum(services), z.string()),
  programs,
  practice: z.boolean(),
  addedAt: z.number(),
  kept: z.looseObject({ store: z.string(), kept: z.enum(['sealed', 'this-session']) }),
});
const setup = z.looseObject({
  id,
  purpose: z.enum(['new-account', 'sign-in-again']),
  practice: z.boolean(),
  steps: z.record(z.enum(setupSteps), z.looseObject({ kind: z.string() })),
  current: z.enum(setupSteps),
  wanted: z.array(z.enum(services)),
  scopes: z.array(z.looseObject({ scope: z.string() })),
  programs: z.optional(programs),
  ladders: z.array(z.looseObject({ service: z.enum(services) })),
  details: z.looseObject({}),
  provider: z.optional(z.looseObject({ is: provider })),
});
const aside = z.looseObject({ setup, since: z.number(), approved: z.boolean() });
const leaving = z.looseObject({
  account,
  view: z.looseObject({
    id,
    address: z.string(),
    startedAt: z.number(),
    lines: z.looseObject({
      revoke: z.looseObject({ kind: z.string() }),
      delete: z.looseObject({ kind: z.string() }),
      prove: z.looseObject({ kind: z.string() }),
    }),
    byHand: z.array(z.looseObject({ code: z.string(), programs: z.optional(programs) })),
  }),
});
const port = z.int().check(z.gte(1024), z.lte(65_535));
const base64url = z.string().check(z.regex(/^[\w-]{16,128}$/u));
// Whole: passwords are compared with what stands here, and ports are opened by it.
const bridge = z.strictObject({
  accountId: id,
  isOn: z.boolean(),
  encrypts: z.boolean(),
  ports: z.partialRecord(z.enum(services), z.strictObject({ plain: port, tls: port })),
  programs: z.array(
    z.strictObject({
      id,
      program: z.enum(mailPrograms),
      salt: base64url,
      hash: base64url,
      madeAt: z.number(),
      lastUsedAt: z.optional(z.number()),
    }),
  ),
});
const preset = z.strictObject({ text: z.string(), hasSecret: z.boolean(), ca: z.nullable(z.string()) });
const preferences = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  language: z.nullable(z.string()),
  looksForUpdates: z.optional(z.boolean()),
  staysInBackground: z.optional(z.boolean()),
  toldGoesOn: z.optional(z.boolean()),
});
const windowPlace = z.strictObject({ x: z.int(), y: z.int(), width: z.int(), height: z.int(), maximised: z.boolean() });

export interface RememberedParts {
  readonly accounts: readonly AccountRecord[];
  readonly setup: SetupView | null;
  readonly aside: readonly KeptAside[];
  readonly leaving: KeptLeaving | null;
  readonly declinedPreset: string | null;
  readonly bridges: readonly KeptBridge[];
  readonly preset: KeptPreset | null;
  readonly preferences: Preferences;
  readonly windowPlace: WindowPlace | null;
}

/** `leftOut`: something was there that could not be used. `file` is what stood in the settings file, parsed as JSON. */
export function readRemembered(file: unknown): { readonly parts: RememberedParts; readonly leftOut: boolean } {
  const isObject = typeof file === 'object' && file !== null && !Array.isArray(file);
  const fields: Readonly<Record<string, unknown>> = isObject ? { ...file } : {};
  let leftOut = !isObject;

  // The schemas check less than the types promise; see above.
  const read = <T>(schema: z.ZodMiniType, value: unknown, otherwise: T): T => {
    if (value === undefined || value === null) return otherwise;
    const parsed = schema.safeParse(value);
    if (!parsed.success) leftOut = true;
    return parsed.success ? (parsed.data as T) : otherwise;
  };
  /** One that is not as expected does not cost the others. */
  const readEach = <T>(schema: z.ZodMiniType, value: unknown): readonly T[] =>
    read<readonly unknown[]>(z.array(z.unknown()), value, [])
      .map((each) => read<T | null>(schema, each, null))
      .filter((each) => each !== null);
  const parts: RememberedParts = {
    accounts: readEach<AccountRecord>(account, fields['accounts']),
    setup: read<SetupView | null>(setup, fields['setup'], null),
    aside: readEach<KeptAside>(aside, fields['aside']).slice(0, mostAside),
    leaving: read<KeptLeaving | null>(leaving, fields['leaving'], null),
    declinedPreset: read<string | null>(z.string(), fields['declinedPreset'], null),
    bridges: readEach<KeptBridge>(bridge, fields['bridges']),
    preset: read<KeptPreset | null>(preset, fields['preset'], null),
    preferences: read<Preferences>(preferences, fields['preferences'], { theme: 'system', language: null }),
    windowPlace: read<WindowPlace | null>(windowPlace, fields['windowPlace'], null),
  };
  return { parts, leftOut };
}
