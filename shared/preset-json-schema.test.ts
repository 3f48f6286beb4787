// The published schema is the code's. After a change of the preset: `npx vitest run shared/preset-json-schema --update`.
import { expect, test } from 'vitest';
import { readPreset } from './preset.ts';
import { presetJsonSchemaText } from './preset-json-schema.ts';

test('docs/preset.schema.json is made from the code', async () => {
  await expect(presetJsonSchemaText()).toMatchFileSnapshot('../docs/preset.schema.json');
});

test('it asks for exactly what the reader asks for', () => {
  const { required, additionalProperties } = JSON.parse(presetJsonSchemaText()) as {
    required: string[];
    additionalProperties: boolean;
  };
  expect(required).toEqual(['postkeyPreset', 'organisation', 'signIn']);
  expect(additionalProperties).toBe(false);
  expect(readPreset(JSON.stringify(Object.fromEntries(required.map((field) => [field, null])))).ok).toBe(false);
});
