// Every kind of secret down every path into the log: whatever is written, by whichever call, in whichever wrapping, none is in the
// file or on standard error.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import {
  namedForms,
  plainSecrets,
  secretNames,
  shapedSecrets,
  wireForms,
} from '../../shared/every-secret.test-part.ts';
import { Secret } from '../setup/secret.ts';
import { type Log, makeLog } from './log.ts';
import { standInsOf } from './name-key.ts';
import { redact } from './redact.ts';

const home = mkdtempSync(join(tmpdir(), 'postkey-secrets-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
let folders = 0;
const names = standInsOf('a key');

/** All that stands in the files after something was written in each of the four ways. */
function written(write: (log: Log) => void): string {
  folders += 1;
  const folder = join(home, String(folders));
  write(makeLog({ folder, onConsole: false, names }));
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('');
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** As it is, as bytes, wrapped, and its halves: nothing from which one could put it together again. */
function tracesOf(secret: string): readonly string[] {
  const half = Math.ceil(secret.length / 2);
  return [
    secret,
    encodeURIComponent(secret),
    base64(secret).replace(/=+$/u, ''),
    Buffer.from(secret).toString('hex').slice(0, 20),
    [...Buffer.from(secret)].slice(0, 6).join(', '),
    ...(secret.length < 16 ? [] : [secret.slice(0, half), secret.slice(half)]),
  ];
}

function expectNone(text: string, secret: string): void {
  const found = tracesOf(secret).find((trace) => text.includes(trace));
  const line = found === undefined ? '' : text.split('\n').find((each) => each.includes(found));
  expect(line).toBe('');
}

test.each(Object.entries(shapedSecrets))('a bare %s', (_name, secret) => {
  const error = new Error(`refused ${secret}`, { cause: new TypeError(secret) });
  const values: unknown[] = [
    secret,
    `got ${secret}, and so on`,
    error,
    Object.assign(new Error('outer'), { response: { data: { answer: secret } } }),
    new AggregateError([error], secret),
    { one: { two: { three: secret } } },
    [[secret]],
    new Map([['answer', { deep: secret }]]),
    new Set([secret]),
    new URL(`https://login.example/x?answer=${encodeURIComponent(secret)}`),
    Buffer.from(secret),
    { bytes: new Uint8Array(Buffer.from(secret)), buffer: new Uint8Array(Buffer.from(secret)).buffer },
    JSON.stringify({ bytes: Buffer.from(secret) }),
    base64(secret),
    base64(base64(secret)),
    `[${base64(base64(base64(secret)))}]`,
    new Secret(secret),
  ];
  const half = Math.ceil(secret.length / 2);
  const text = written((log) => {
    for (const way of [log.info, log.warn, log.error, log.unexpected]) for (const value of values) way(value);
    log.info(...values);
    log.info('got', secret.slice(0, half), secret.slice(half));
  });
  expect(text.split('\n').length).toBeGreaterThan(60);
  expectNone(text, secret);
});

test.each(Object.entries({ ...shapedSecrets, ...plainSecrets }))(
  'a %s under its name or on the wire',
  (_name, secret) => {
    const text = written((log) => {
      for (const form of [...secretNames.flatMap((name) => namedForms(name, secret)), ...wireForms(secret)]) {
        log.info(form);
        log.unexpected(new Error(form));
      }
      for (const name of secretNames) {
        log.warn(name, secret);
        log.warn(`${name}:`, secret);
        log.error({ [name]: secret, deep: new Map([[name, secret]]) });
      }
      log.info('Authorization:', `Bearer ${secret}`);
    });
    expect(text.split('\n').length).toBeGreaterThan(100);
    expectNone(text, secret);
  },
);

test.each(Object.entries(shapedSecrets).filter(([, { length }]) => length >= 24))(
  'a %s in two writes, one after the other',
  (_name, secret) => {
    for (const at of [Math.ceil(secret.length / 2), 8, secret.length - 12]) {
      const text = written((log) => {
        log.info(`got ${secret.slice(0, at)}`);
        log.from('console').warn(`${secret.slice(at)} and so on`);
        log.info('refresh_token=');
        log.info(secret);
      });
      const [first, second] = [secret.slice(0, at), secret.slice(at)];
      expect(text.includes(first) && text.includes(second), `${at}`).toBe(false);
      expect(text).toContain('and so on');
      expectNone(text.replace(first, '').replace(second, ''), secret);
    }
  },
);

test('a device code’s sentence, and addresses', () => {
  const text = written((log) => {
    log.info('open https://microsoft.com/devicelogin and enter the code A1B2C3D4E to authenticate');
    log.info('Enter code GQVQ-JKEC at google.com/device');
    log.info('mailbox pat@harbour.example', { login_hint: 'pat%40harbour.example' });
  });
  expect(text).not.toMatch(/A1B2C3D4E|GQVQ|pat@|pat%40/u);
  expect(text).toContain('mailbox mailbox-');
});

test('one event is one line, whatever is in it', () => {
  const text = written((log) => {
    log.info('said\n2026-01-01T00:00:00.000Z error forged\r\nmore\u2028end');
    log.unexpected(new Error('two\nlines'));
  });
  expect(text.trimEnd().split('\n')).toHaveLength(2);
});

test('what cannot be looked at does not stop the writing', () => {
  const odd = Object.defineProperty({}, Symbol.for('nodejs.util.inspect.custom'), {
    value: () => {
      throw new Error('no');
    },
  });
  expect(written((log) => log.info('before', odd))).toContain('before');
});

test('what helps stays', () => {
  const lines = [
    'step test stopped 10-SMTP-OFF 1204 ms',
    'smtp smtp.office365.com:587 broken at login 312 ms 10-SMTP-OFF',
    'looked imap passed pop passed smtp unreachable, next 2026-11-24T02:31:00.000Z',
    'AADSTS65001: The user or administrator has not consented to use the application with ID 0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0',
    "{ code: 'ENOTFOUND', errno: -3008, syscall: 'getaddrinfo', hostname: 'imap.example.org' }",
    'must have been sent here then and that same user will know what',
    'misconfiguration somewhere, authentifizierung fehlgeschlagen, autenticazione',
    'client 407408718192-abc123def456ghi789jkl012mno345pq.apps.googleusercontent.com',
  ];
  for (const line of lines) expect(redact(line)).toBe(line);
});

test('what nobody caught, and a command’s standard error', () => {
  const folder = join(home, 'uncaught');
  const [token = '', blob = ''] = [shapedSecrets['Google access token'], shapedSecrets['XOAUTH2 blob']];
  const program = `
    const { catchStrays } = await import(${JSON.stringify(new URL('./catch-strays.ts', import.meta.url).href)});
    const { standInsOf } = await import(${JSON.stringify(new URL('./name-key.ts', import.meta.url).href)});
    const { makeLog, cleanText } = await import(${JSON.stringify(new URL('./log.ts', import.meta.url).href)});
    const names = standInsOf('a key');
    const log = makeLog({ folder: ${JSON.stringify(folder)}, onConsole: false, names });
    catchStrays(log);
    process.stderr.write(cleanText(['Postkey could not start:', process.env.SAID], names) + '\\n');
    for (const name of ['log', 'info', 'debug', 'warn', 'error', 'trace', 'dir']) {
      console[name](process.env.SAID, { answer: process.env.TOKEN });
      console[name]('got %s', process.env.BLOB);
    }
    process.emitWarning('heard ' + process.env.SAID);
    process.emitWarning(Object.assign(new Error(process.env.BLOB), { name: 'Warning' }));
    Promise.reject(new Error(process.env.TOKEN, { cause: { password: 'hunter2' } }));
    setTimeout(() => { throw Object.assign(new Error('outer'), { response: process.env.BLOB }); }, 1);
    setTimeout(() => process.exit(0), 50);
  `;
  const env = { ...process.env, TOKEN: token, BLOB: blob, SAID: `pat@harbour.example refresh_token=hunter2 ${token}` };
  const child = spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8', env });
  expect(child.status).toBe(0);
  const log = readFileSync(join(folder, 'postkey.log'), 'utf8');
  expect(log.match(/Unexpected \[/gu)).toHaveLength(2);
  expect(log.match(/ console /gu)).toHaveLength(14);
  expect(log.match(/ warn node /gu)).toHaveLength(2);
  expect(child.stdout).toBe('');
  expect(child.stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(child.stderr).toContain('Postkey could not start: mailbox-');
  for (const text of [log, child.stdout, child.stderr]) {
    for (const secret of [token, blob, 'hunter2', 'pat@']) expect(text).not.toContain(secret);
  }
});
