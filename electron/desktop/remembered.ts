// What Postkey remembers between starts, in one file of settings. Holds no secret. A file that cannot be read is set aside and
// reported, never replaced; a part of it that is not as expected is left out, the rest is used.
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Store from 'electron-store';
import * as z from 'zod/mini';
import { mailServerSchema, services, signInKinds } from '../../shared/mail-provider.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import { setupSteps } from '../../shared/setup-steps.ts';
import type { AccountRecord, KeptPreset, Memory, Preferences } from '../setup/memory.ts';

// Only what the rest of Postkey leans on is checked: the records are our own, written by this file.
const provider = z.looseObject({
  id: z.string(),
  name: z.string(),
  signIn: z.enum(signInKinds),
  servers: z.partialRecord(z.enum(services), mailServerSchema),
});
const account = z.looseObject({
  id: z.string().check(z.minLength(1), z.maxLength(64)),
  address: z.string(),
  provider,
  registration: z.looseObject({ clientId: z.string() }),
  scopes: z.array(z.string()),
  wanted: z.array(z.enum(services)),
  loginNames: z.partialRecord(z.enum(services), z.string()),
  kept: z.looseObject({ store: z.string(), kept: z.enum(['sealed', 'this-session']) }),
});
const setup = z.looseObject({
  id: z.string().check(z.minLength(1), z.maxLength(64)),
  steps: z.record(z.enum(setupSteps), z.looseObject({ kind: z.string() })),
  wanted: z.array(z.enum(services)),
  scopes: z.array(z.looseObject({ scope: z.string() })),
  details: z.looseObject({}),
  provider: z.optional(z.looseObject({ is: provider })),
});
const preset = z.strictObject({ text: z.string(), hasSecret: z.boolean(), ca: z.nullable(z.string()) });
const preferences = z.strictObject({ theme: z.enum(['system', 'light', 'dark']), language: z.nullable(z.string()) });
const place = z.strictObject({ x: z.int(), y: z.int(), width: z.int(), height: z.int(), maximised: z.boolean() });

export type WindowPlace = z.infer<typeof place>;

export interface Remembered extends Memory {
  windowPlace(): WindowPlace | null;
  keepWindowPlace(where: WindowPlace): void;
  /** The name of the file that could not be read and was set aside; null when all was well. */
  readonly setAside: string | null;
}

/** A file that is not JSON is copied beside itself before anything is written over it. */
function setAsideWhenUnreadable(folder: string, now: number): string | null {
  const file = join(folder, 'settings.json');
  if (!existsSync(file)) return null;
  try {
    const read: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof read === 'object' && read !== null && !Array.isArray(read)) return null;
  } catch {
    // Not JSON, or not readable: set aside below.
  }
  const name = `settings.unreadable-${now}.json`;
  copyFileSync(file, join(folder, name));
  return name;
}

/** Opens the settings in a folder. `now` in epoch milliseconds names what is set aside. */
export function openRemembered(folder: string, now: number): Remembered {
  const setAside = setAsideWhenUnreadable(folder, now);
  const store = new Store<Record<string, unknown>>({
    cwd: folder,
    name: 'settings',
    clearInvalidConfig: true,
    // Addresses and server names: for the owner alone.
    configFileMode: 0o600,
  });

  function read<T>(key: string, schema: z.ZodMiniType, otherwise: T): T {
    const parsed = schema.safeParse(store.get(key));
    return parsed.success ? (parsed.data as T) : otherwise;
  }
  function write(key: string, value: unknown): void {
    if (value === null || value === undefined) store.delete(key);
    else store.set(key, JSON.parse(JSON.stringify(value)));
  }

  const held = {
    accounts: read<readonly unknown[]>('accounts', z.array(z.unknown()), [])
      .map((each) => account.safeParse(each))
      .flatMap((parsed) =>
        parsed.success ? [parsed.data as unknown as AccountRecord] : [],
      ) as readonly AccountRecord[],
    setup: read<SetupView | null>('setup', setup, null),
    preset: read<KeptPreset | null>('preset', preset, null),
    preferences: read<Preferences>('preferences', preferences, { theme: 'system', language: null }),
    windowPlace: read<WindowPlace | null>('windowPlace', place, null),
  };
  type Kept = typeof held;
  const keep = <K extends keyof Kept>(key: K, value: Kept[K]): void => {
    held[key] = value;
    write(key, value);
  };

  return {
    setAside,
    accounts: () => held.accounts,
    keepAccounts: (accounts) => keep('accounts', accounts),
    setup: () => held.setup,
    keepSetup: (view) => keep('setup', view),
    preset: () => held.preset,
    keepPreset: (kept) => keep('preset', kept),
    preferences: () => held.preferences,
    keepPreferences: (wishes) => keep('preferences', wishes),
    windowPlace: () => held.windowPlace,
    keepWindowPlace: (where) => keep('windowPlace', where),
  };
}
