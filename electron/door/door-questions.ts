// The questions a running Postkey answers at its door: each is one entry with its own form and its own time. Knows none of them itself.
import * as z from 'zod/mini';
import type { Attempt } from '../setup/outside-world.ts';

export interface DoorQuestion {
  readonly deadlineMs: number;
  /** Null: the input has not the form it must have. What is answered must be plain data. */
  ask(input: unknown, attempt: Attempt): Promise<unknown> | null;
}

export type DoorQuestions = Readonly<Record<string, DoorQuestion>>;

/** One question: the form of its input, how long its answer may take, and who answers. */
export function doorQuestion<S extends z.ZodMiniType>(
  form: S,
  deadlineMs: number,
  answer: (input: z.infer<S>, attempt: Attempt) => unknown,
): DoorQuestion {
  return {
    deadlineMs,
    ask: (input, attempt) => {
      const parsed = form.safeParse(input);
      return parsed.success ? Promise.resolve(answer(parsed.data, attempt)) : null;
    },
  };
}

/** `busy`: somebody has the profile who answers nothing yet. */
export const doorRefusals = ['malformed', 'too-large', 'unknown-question', 'busy', 'too-late', 'unexpected'] as const;
export type DoorRefusal = (typeof doorRefusals)[number];

export type DoorAnswer =
  | { readonly ok: true; readonly answer: unknown }
  | { readonly ok: false; readonly refusal: DoorRefusal };

/** The form both sides keep to; another number would be another language. */
export const askedSchema = z.strictObject({
  postkeyDoor: z.literal(1),
  question: z.string().check(z.regex(/^[a-z][a-z-]{0,39}$/u)),
  input: z.optional(z.unknown()),
});

export const answerSchema = z.union([
  z.strictObject({ ok: z.literal(true), answer: z.unknown() }),
  z.strictObject({ ok: z.literal(false), refusal: z.enum(doorRefusals) }),
]);
