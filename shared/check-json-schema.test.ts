// The published schema is the code's. After a change: `npx vitest run shared/check-json-schema --update`.
import { expect, test } from 'vitest';
import { checkJsonSchemaText } from './check-json-schema.ts';

test('docs/check.schema.json is made from the code', async () => {
  await expect(checkJsonSchemaText()).toMatchFileSnapshot('../docs/check.schema.json');
});

test('the fields that scripts rest on are promised', () => {
  const { properties } = JSON.parse(checkJsonSchemaText()) as {
    properties: { accounts: { items: { required: string[]; properties: Record<string, unknown> } } };
  };
  const { required, properties: fields } = properties.accounts.items;
  expect(required).toEqual(['id', 'address', 'provider', 'practice', 'health', 'services', 'lastCheckAt']);
  expect(Object.keys(fields)).toEqual([
    ...['id', 'address', 'provider', 'practice', 'health', 'code', 'cause', 'actor', 'retryHelps', 'services'],
    ...['lastCheckAt', 'validUntil', 'busy'],
  ]);
});
