// macOS, as far as it can be tried elsewhere: where managed preferences stand, and what of them is Postkey's.
import { userInfo } from 'node:os';
import { expect, test } from 'vitest';
import { appId } from '../../shared/app-id.ts';
import { managedPolicy, readManaged } from './mac-managed.ts';

const name = `/managed/${appId}.plist`;

test('the payload’s own keys are left out, and the version may be', () => {
  const text = JSON.stringify({ PayloadUUID: 'x', PfC_version: 1, bridge: 'off', startAtLogin: true });
  expect(managedPolicy(text)).toEqual({ postkeyPolicy: 1, bridge: 'off', startAtLogin: true });
  expect(managedPolicy('[]')).toBeNull();
  expect(managedPolicy('bplist00')).toBeNull();
});

test('the computer’s and the person’s are read; one that plutil does not understand is broken', async () => {
  const read = async () => ({ kind: 'text', text: 'bplist00' }) as const;
  const ask = async (_file: string, args: readonly string[]) =>
    args.at(-1) === name ? { code: 0, text: '{"logLevel":"warn"}' } : { code: 1, text: '' };
  expect(await readManaged(ask, read, '/x', '/managed')).toMatchObject([
    { source: { level: 'machine', place: name, policy: { logLevel: 'warn' } } },
    [{ place: `/managed/${userInfo().username}/${appId}.plist`, fault: 'unreadable' }],
  ]);
});

test('without any there is no source', async () => {
  const read = async () => ({ kind: 'absent' }) as const;
  expect(await readManaged(async () => ({ code: 0, text: '{}' }), read, '/x', '/managed')).toEqual([]);
});
