// `postkey forget`: nothing without a yes, nothing beside an open Postkey, and the truth about what stays.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type ForgetParts, forgetCommand } from './forget-command.ts';

const words = JSON.parse(readFileSync(join(import.meta.dirname, '../../shared/words/en/cli.json'), 'utf8'));

function say(key: string, values: Readonly<Record<string, string>> = {}): string {
  const sentence = key.split('.').reduce<unknown>((part, name) => (part as Record<string, unknown>)?.[name], words);
  if (typeof sentence !== 'string') throw new Error(`There are no words for ${key}`);
  return sentence.replace(/\{\{(\w+)\}\}/gu, (_place, name: string) => values[name] ?? `(${name}?)`);
}

async function forget(yes: boolean, change: Partial<ForgetParts> = {}) {
  const said = { out: '', err: '' };
  let deleted = 0;
  const code = await forgetCommand(
    { yes },
    {
      folder: '/home/pat/.config/Postkey',
      platform: 'linux',
      list: async () => ['vault', 'settings.json'],
      deleteAll: async () => {
        deleted += 1;
        return [];
      },
      stopStartingAtLogin: () => true,
      say,
      out: (text) => {
        said.out += text;
      },
      err: (text) => {
        said.err += text;
      },
      ...change,
    },
  );
  return { code, deleted, ...said };
}

test('without a yes it says what it would delete, and deletes nothing', async () => {
  const { code, deleted, err } = await forget(false);
  expect([code, deleted]).toEqual([2, 0]);
  expect(err).toContain('/home/pat/.config/Postkey');
  expect(err).toContain('--yes');
});

test('with one it deletes, and names what stays in the key store', async () => {
  const { code, deleted, out } = await forget(true);
  expect([code, deleted]).toEqual([0, 1]);
  expect(out).toContain('secret-tool clear application Postkey');
  expect((await forget(true, { platform: 'darwin' })).out).toContain('security delete-generic-password');
  expect((await forget(true, { platform: 'win32' })).out.trim().split('\n')).toHaveLength(1);
});

test('beside an open Postkey it deletes nothing', async () => {
  const { code, err, out } = await forget(true, { deleteAll: async () => 'open' });
  expect([code, out]).toEqual([3, '']);
  expect(err).toContain('open');
});

test('what cannot be deleted is named, and the end says so', async () => {
  expect(await forget(true, { deleteAll: async () => ['vault'] })).toMatchObject({
    code: 1,
    err: expect.stringContaining('vault'),
  });
  expect(await forget(true, { stopStartingAtLogin: () => false })).toMatchObject({ code: 1 });
});

test('where nothing is kept, it is well', async () => {
  expect(await forget(true, { list: async () => [] })).toMatchObject({ code: 0, deleted: 0, err: '' });
});
