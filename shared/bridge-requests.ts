// What the window may ask about the bridge, and about Postkey's life in the background.
import * as z from 'zod/mini';
import { bridgeSecurities } from './bridge.ts';
import { mailPrograms } from './mail-program.ts';
import { services } from './mail-provider.ts';

const id = z.string().check(z.maxLength(100));

export const bridgeRequests = {
  /** `id`: an account, or the set-up in progress. Chooses free ports the first time. */
  'bridge.switch': z.strictObject({ id, on: z.boolean() }),
  /** Makes a password for one program; it is `bridgePassword` in the next snapshot. */
  'bridge.addProgram': z.strictObject({ id, program: z.enum(mailPrograms) }),
  'bridge.revoke': z.strictObject({ id, programId: id }),
  /** The person has typed the password. */
  'bridge.putAway': z.strictObject({}),
  'bridge.port': z.strictObject({
    id,
    service: z.enum(services),
    security: z.enum(bridgeSecurities),
    port: z.int().check(z.gte(1024), z.lte(65_535)),
  }),
  /** Makes a certificate for this computer and opens encrypted doors beside the plain ones. */
  'bridge.encrypt': z.strictObject({ id, on: z.boolean() }),
  /** Where the person says, as PEM. Nothing is trusted by Postkey itself. */
  'bridge.saveCertificate': z.strictObject({}),
} as const;

export const desktopRequests = {
  'desktop.startAtLogin': z.strictObject({ on: z.boolean() }),
  /** Goes on in the background when the window is closed. */
  'desktop.stay': z.strictObject({ on: z.boolean() }),
  /** Ends Postkey, bridge and watch with it. */
  'desktop.quit': z.strictObject({}),
} as const;
