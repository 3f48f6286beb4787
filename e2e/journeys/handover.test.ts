// `postkey handover` beside the open window: the list, a sheet, and a program's file whose command really prints a key.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { filesHolding } from '../parts/files-holding.ts';
import { test } from '../parts/journey.ts';
import { pat } from '../parts/provider-kinds.ts';
import { closeSetup, goOnToTheEnd, signIn, walkToSignIn } from '../parts/roads.ts';
import { runCommand } from '../parts/run-command.ts';
import { say } from '../parts/say.ts';

test('lists the programs, and writes a file that holds no secret and gets its key from Postkey', async ({ parts }) => {
  test.setTimeout(120_000);
  const { house, window, userData } = await walkToSignIn(parts, 'openid');
  await signIn(window, house, parts);
  await goOnToTheEnd(window);
  await closeSetup(window);
  const ask = (...words: readonly string[]) => runCommand(['handover', pat.address, ...words], { userData });

  const { programs } = JSON.parse((await ask('--json')).out);
  expect(programs).toContainEqual({ program: 'msmtp', best: 'command' });
  expect(programs).toContainEqual({ program: 'thunderbird', best: 'bridge' });

  const folder = join(parts.folder, 'handed over');
  const written = await ask('msmtp', '--out', folder);
  expect(written.code).toBe(0);
  expect(written.out).toContain(say('hand-over:msmtp.oauth'));
  expect(readdirSync(folder)).toContain('.msmtprc');
  const file = join(folder, '.msmtprc');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const [, command = ''] = /^passwordeval "(.*)"$/mu.exec(readFileSync(file, 'utf8')) ?? [];
  const key = execFileSync('/bin/sh', ['-c', `${command} --user-data-dir='${userData}'`], { encoding: 'utf8' }).trim();
  expect(house.provider.record.secrets).toContain(key);
  expect(filesHolding(folder, house.provider.record.secrets)).toEqual([]);

  const again = await ask('msmtp', '--out', folder);
  expect(again.code).toBe(1);
  expect(again.err).toContain(say('cli:handover.exists', { file }));
  expect(await ask('eudora')).toMatchObject({ code: 2, out: '' });
});
