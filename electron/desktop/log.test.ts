import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { Secret } from '../setup/secret.ts';
import { makeLog } from './log.ts';
import { standInsOf } from './name-key.ts';

const names = standInsOf('a key');

const homes: string[] = [];
afterEach(() => {
  for (const home of homes.splice(0)) rmSync(home, { recursive: true, force: true });
});
function newFolder(): string {
  const home = mkdtempSync(join(tmpdir(), 'postkey-log-'));
  homes.push(home);
  return join(home, 'logs');
}
const written = (folder: string): string =>
  readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('');

test('no secret reaches the file by any path', () => {
  const folder = newFolder();
  const log = makeLog({ folder, onConsole: false, names });
  const cause = Object.assign(new Error('refused: Bearer hunter2token'), { response: { access_token: 'hunter2' } });
  const values: unknown[] = [
    'refresh_token=hunter2',
    '%s and %j',
    { password: 'hunter2', nested: { deep: { client_secret: 'hunter2' } } },
    [{ accessToken: 'hunter2' }],
    new Map([['token', 'hunter2']]),
    new Error('code=hunter2&state=hunter2'),
    new Error('outer', { cause }),
    new Secret('hunter2'),
    new URL('http://127.0.0.1:1/signed-in?code=hunter2'),
    new URLSearchParams({ code_verifier: 'hunter2' }),
    Buffer.from('hunter2'),
  ];
  for (const write of [log.info, log.warn, log.error, log.unexpected]) {
    for (const value of values) write(value);
  }
  log.info(...values);
  log.info('%s', 'password: hunter2', '%o', { token: 'hunter2' });
  expect(written(folder)).not.toContain('hunter2');
  expect(written(folder).split('\n').length).toBeGreaterThan(40);
});

test('no secret reaches the console either', async () => {
  const program = `
    const { makeLog } = await import(${JSON.stringify(new URL('./log.ts', import.meta.url).href)});
    const names = { inText: (text) => text };
    const log = makeLog({ folder: ${JSON.stringify(newFolder())}, onConsole: true, names });
    log.info({ access_token: 'hunter2' }, 'and so on');
    log.warn('refresh_token=hunter2');
    log.unexpected(new Error('password=hunter2'));
  `;
  const child = spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
  expect(child.stdout).toContain('and so on');
  expect(child.stderr).toContain('Unexpected [');
  expect(child.stdout + child.stderr).not.toContain('hunter2');
});

test('a bug is written with the reference that is answered', () => {
  const folder = newFolder();
  const reference = makeLog({ folder, onConsole: false, names }).unexpected(new TypeError('it broke'));
  expect(reference).toMatch(/^[A-Z3-9]{5}$/u);
  expect(written(folder)).toContain(`Unexpected [${reference}]`);
  expect(written(folder)).toContain('TypeError: it broke');
});

test('folder and file are for their owner, and the file is turned over when it is full', () => {
  const folder = newFolder();
  const log = makeLog({ folder, onConsole: false, names });
  log.info('first');
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, 'postkey.log')).mode & 0o777).toBe(0o600);
  for (let line = 0; line < 1200; line += 1) log.info(`line ${line} ${'word '.repeat(200)}`);
  expect(readdirSync(folder).sort()).toEqual(['postkey.log', 'postkey.old.log']);
  expect(statSync(join(folder, 'postkey.log')).size).toBeLessThan(1_100_000);
});

test('nothing below the level that is laid down is written', () => {
  const folder = newFolder();
  const log = makeLog({ folder, onConsole: false, names, level: 'warn' });
  log.info('told in passing');
  log.from('settings').warn('worth a look');
  log.unexpected(new Error('a bug'));
  expect(written(folder)).not.toContain('told in passing');
  expect(written(folder)).toMatch(/worth a look[\s\S]*a bug/u);
});
