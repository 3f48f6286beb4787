// The bridges as `postkey bridge` tells them and the door hands them over. No password and no hash of one is in it.
import * as z from 'zod/mini';
import { type BridgeView, bridgeSecurities } from './bridge.ts';
import { services } from './mail-provider.ts';

export const toldBridgeSchema = z.strictObject({
  address: z.string(),
  isOn: z.boolean(),
  doors: z.array(
    z.strictObject({
      service: z.enum(services),
      security: z.enum(bridgeSecurities),
      port: z.int(),
      state: z.enum(['closed', 'open', 'taken']),
      /** The program that has the port, where the system tells. */
      holder: z.optional(z.string()),
    }),
  ),
  /** Programs that have a password. */
  programs: z.int(),
  /** Connections of theirs at this moment. */
  sessions: z.int(),
});
export type ToldBridge = z.infer<typeof toldBridgeSchema>;

export const bridgeAnswerSchema = z.strictObject({ bridges: z.array(toldBridgeSchema) });
export type BridgeAnswer = z.infer<typeof bridgeAnswerSchema>;

export function toldBridges(views: readonly BridgeView[]): BridgeAnswer {
  return {
    bridges: views.map(({ loginName, isOn, doors, programs, sessions }) => ({
      address: loginName,
      isOn,
      doors: doors.map((door) => ({ ...door })),
      programs: programs.length,
      sessions,
    })),
  };
}
