// `postkey handover` over kept accounts and a real folder: what it prints, what it writes, and that it writes over nothing.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import cli from '../shared/words/en/cli.json' with { type: 'json' };
import handOver from '../shared/words/en/hand-over.json' with { type: 'json' };
import window from '../shared/words/en/window.json' with { type: 'json' };
import { type HandoverParts, handoverCommand } from './cli/handover-command.ts';
import type { HandoverWish } from './cli/read-handover.ts';
import { makeSheets } from './mail-apps/make-sheet.ts';
import { bridgeOn, subjects } from './mail-apps/subjects.test-part.ts';
import { writeNew } from './write-new-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'postkey-handover-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const words: Readonly<Record<string, unknown>> = { cli, 'hand-over': handOver, window };

/** As i18next finds and fills them; throws where there is none. */
const find: HandoverParts['find'] = (namespace, key, values = {}) => {
  const found = key
    .split('.')
    .reduce<unknown>((inner, part) => (inner as Record<string, unknown> | undefined)?.[part], words[namespace]);
  if (typeof found !== 'string') throw new Error(`No words: ${namespace}:${key}`);
  return found.replace(/\{\{(\w+)\}\}/gu, (_all, name: string) => String(values[name]));
};

const make = makeSheets({ tokenCommand: ['/opt/postkey', 'token'], system: 'linux' });

async function run(change: Partial<HandoverWish>, subject: string | null = 'google', bridge = bridgeOn) {
  const heard = { out: '', err: '' };
  const about = subject === null ? null : subjects[subject];
  const code = await handoverCommand(
    { address: 'pat@harbour.example', program: null, way: null, json: false, out: null, ...change },
    {
      sheet: about ? (program, way) => make({ ...about, bridge }, program, way) : null,
      write: writeNew,
      find,
      out: (text) => {
        heard.out += text;
      },
      err: (text) => {
        heard.err += text;
      },
    },
  );
  return { code, ...heard };
}

test('without a program: a line for each, with its best way', async () => {
  const { code, out } = await run({});
  expect(code).toBe(0);
  expect(out).toMatch(/^thunderbird +Thunderbird: It signs in by itself$/mu);
  expect(out).toMatch(/^mpop +mpop: no way is open/mu);
  const { programs } = JSON.parse((await run({ json: true })).out);
  expect(programs).toContainEqual({ program: 'mutt', best: 'command' });
  expect(programs).toContainEqual({ program: 'mpop', best: null });
});

test('a sheet: the screens in turn, the file itself, what comes later, and the ways', async () => {
  const { code, out } = await run({ program: 'msmtp' });
  expect(code).toBe(0);
  expect(out).toContain('msmtp: It asks Postkey for a key');
  expect(out).toContain('passwordeval "/opt/postkey token pat@harbour.example"');
  expect(out).toContain('bridge, works too:');
  expect(out).not.toContain('{{');
});

test('as JSON: sentences, and the file whole', async () => {
  const sheet = JSON.parse((await run({ program: 'msmtp', json: true })).out);
  expect(sheet).toMatchObject({ program: 'msmtp', way: 'command', files: [{ name: '.msmtprc', place: '~/.msmtprc' }] });
});

test('files go where they are asked to, for their owner alone, and never over one that is there', async () => {
  const out = join(folder, 'new', 'place');
  const first = await run({ program: 'msmtp', out });
  expect(first.code).toBe(0);
  expect(readdirSync(out)).toEqual(['.msmtprc']);
  expect(statSync(join(out, '.msmtprc')).mode & 0o777).toBe(0o600);
  // What is shown where they are written is not printed again.
  expect(first.out).not.toContain('passwordeval');
  writeFileSync(join(out, '.msmtprc'), 'mine');
  const again = await run({ program: 'msmtp', out });
  expect(again.code).toBe(1);
  expect(again.err).toContain('is there already');
  expect(readFileSync(join(out, '.msmtprc'), 'utf8')).toBe('mine');
});

test('of several files none is written when one of them is there', async () => {
  writeFileSync(join(folder, 'postkey-organisation-ca.pem'), 'mine');
  const { code } = await run({ program: 'mbsync', way: 'command', out: folder }, 'own-with-ca');
  expect(code).toBe(1);
  expect(readdirSync(folder)).toEqual(['postkey-organisation-ca.pem']);
});

test('a folder that cannot be written to is said', async () => {
  writeFileSync(join(folder, 'file'), '');
  const { code, err } = await run({ program: 'msmtp', out: join(folder, 'file', 'below') });
  expect([code, err.trim()]).toEqual([1, `${join(folder, 'file', 'below')} could not be written.`]);
});

test('a way that is not open: why, and nothing else', async () => {
  const { code, out, err } = await run({ program: 'fairemail', way: 'bridge' });
  expect([code, out]).toEqual([1, '']);
  expect(err).toContain('A phone or tablet cannot reach it.');
});

test('an address that Postkey does not know', async () => {
  expect(await run({ program: 'mutt' }, null)).toMatchObject({ code: 2, out: '' });
});
