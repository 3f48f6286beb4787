// The published JSON schema of the health file, made from the code's own; `docs/health.schema.json` holds its text and a test compares them.
import * as z from 'zod/mini';
import { healthSchema } from './health-file.ts';

/** The text of `docs/health.schema.json`, with the line end. A field may come, so that a reader has to let others pass. */
export function healthJsonSchemaText(): string {
  const schema = z.toJSONSchema(healthSchema, {
    target: 'draft-2020-12',
    override: ({ jsonSchema }) => {
      delete jsonSchema.additionalProperties;
    },
  });
  return `${JSON.stringify({ title: 'Postkey health file, version 1', ...schema }, null, 2)}\n`;
}
