// The published schema is the code's. After a change of the policy: `npx vitest run shared/policy-json-schema --update`.
import { expect, test } from 'vitest';
import { policyKeys } from './policy.ts';
import { policyJsonSchemaText } from './policy-json-schema.ts';

test('docs/policy.schema.json is made from the code', async () => {
  await expect(policyJsonSchemaText()).toMatchFileSnapshot('../docs/policy.schema.json');
});

test('it names every key that can be laid down, and lets no other pass', () => {
  const { required, additionalProperties, properties } = JSON.parse(policyJsonSchemaText()) as {
    required: string[];
    additionalProperties: boolean;
    properties: Record<string, unknown>;
  };
  expect(required).toEqual(['postkeyPolicy']);
  expect(additionalProperties).toBe(false);
  const others = ['$schema', 'postkeyPolicy', 'organisation', 'caFile', 'caPem'];
  expect(Object.keys(properties).sort()).toEqual([...others, ...policyKeys.filter((key) => key !== 'ca')].sort());
});
