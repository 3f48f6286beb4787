// What providers say of how long a sign-in lasts, as data with its sources. Pure.
import * as z from 'zod/mini';
import type { EndingView } from '../../shared/ending.ts';
import { type MailProvider, signInKinds } from '../../shared/mail-provider.ts';
import written from './renewal-rules.json' with { type: 'json' };

const rule = z.strictObject({
  signIn: z.enum(signInKinds),
  /** Only these; absent: all of the kind that stand in no rule before. */
  providers: z.optional(z.array(z.string())),
  /** Unused for so long, the renewal is dropped. Absent: nobody says. */
  idleDays: z.optional(z.int().check(z.gte(1))),
  /** Whether a new password of the account ends it. */
  passwordEnds: z.enum(['certain', 'likely', 'possible']),
  source: z.string().check(z.minLength(1)),
});

const rules = z.array(rule).parse(written);

/** The first that fits. */
export function renewalRule({ id, signIn }: Pick<MailProvider, 'id' | 'signIn'>): {
  readonly idleDays?: number | undefined;
  readonly passwordEnds: EndingView['sure'];
} {
  const found = rules.find((each) => each.signIn === signIn && (each.providers?.includes(id) ?? true));
  return found ?? { passwordEnds: 'possible' };
}
