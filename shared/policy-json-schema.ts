// The published JSON schema of policy files, made from the code's own; `docs/policy.schema.json` holds its text and a test compares them.
import * as z from 'zod/mini';
import { policySchema } from './policy.ts';

/** The text of `docs/policy.schema.json`, with the line end. */
export function policyJsonSchemaText(): string {
  const schema = z.toJSONSchema(policySchema, { io: 'input', target: 'draft-2020-12' });
  return `${JSON.stringify({ title: 'Postkey policy, version 1', ...schema }, null, 2)}\n`;
}
