// The published JSON schema of presets, made from the code's own; `docs/preset.schema.json` holds its text and a test compares them.
import * as z from 'zod/mini';
import { presetSchema } from './preset.ts';

/** The text of `docs/preset.schema.json`, with the line end. */
export function presetJsonSchemaText(): string {
  const schema = z.toJSONSchema(presetSchema, { io: 'input', target: 'draft-2020-12' });
  return `${JSON.stringify({ title: 'Postkey preset, version 1', ...schema }, null, 2)}\n`;
}
