// The published JSON schema of what `postkey check --json` and `postkey accounts --json` print, made from the code's own;
// `docs/check.schema.json` holds its text and a test compares them.
import * as z from 'zod/mini';
import { checkedAccountSchema } from './checked-account.ts';

/** What is printed of an account: what only fills words is left out. Causes are many and grow: a reader takes them as text. */
const printedAccount = z.extend(z.omit(checkedAccountSchema, { facts: true }), { cause: z.optional(z.string()) });

/** The text of `docs/check.schema.json`, with the line end. A field may come, so that a reader has to let others pass. */
export function checkJsonSchemaText(): string {
  const printed = z.object({ accounts: z.array(printedAccount) });
  const schema = z.toJSONSchema(printed, {
    target: 'draft-2020-12',
    override: ({ jsonSchema }) => {
      delete jsonSchema.additionalProperties;
    },
  });
  return `${JSON.stringify({ title: 'What postkey check --json prints', ...schema }, null, 2)}\n`;
}
