// `postkey check` and `accounts`, beside the open window and without one: the same answer, no window, no browser, and never two that renew.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { filesHolding } from '../parts/files-holding.ts';
import { test } from '../parts/journey.ts';
import { pat } from '../parts/provider-kinds.ts';
import { closeSetup, expectVerdict, goOnToTheEnd, signIn, walkToSignIn } from '../parts/roads.ts';
import { runCommand } from '../parts/run-command.ts';
import { say } from '../parts/say.ts';

interface Told {
  readonly accounts: readonly { readonly id: string; readonly health: string; readonly lastCheckAt: number }[];
}

const healthIn = (userData: string): unknown => JSON.parse(readFileSync(join(userData, 'health.json'), 'utf8'));

test('check beside the window, without one, and what it wrote down', async ({ parts }) => {
  test.setTimeout(90_000);
  const { house, window, userData, quit } = await walkToSignIn(parts, 'openid');
  // Renewed at each look.
  house.provider.stage.accessTokenSeconds = 120;
  await signIn(window, house, parts);
  await goOnToTheEnd(window);
  await closeSetup(window);
  const { record } = house.provider;
  const check = (...words: readonly string[]) => runCommand(['check', ...words], { userData });
  const told = (out: string): Told => JSON.parse(out) as Told;

  const before = { tokens: record.tokens.length, logins: house.mail.countLogins() };
  const beside = await check('--json');
  expect(beside).toMatchObject({ code: 0 });
  expect(told(beside.out)).toEqual({
    accounts: [
      {
        id: expect.any(String),
        address: pat.address,
        provider: expect.any(String),
        practice: false,
        health: 'well',
        services: { imap: 'passed', pop: 'passed', smtp: 'passed' },
        lastCheckAt: expect.any(Number),
        validUntil: expect.any(Number),
      },
    ],
  });
  expect(house.mail.countLogins()).toBeGreaterThanOrEqual(before.logins + 3);
  expect(record.tokens.slice(before.tokens)).toContain('refresh_token');
  expect(readdirSync(join(userData, 'door'))).toEqual(['postkey.sock']);
  expect(await check(pat.address)).toMatchObject({ code: 0, out: expect.stringContaining(pat.address) });
  const unknown = await check('kim@harbour.example');
  expect(unknown).toMatchObject({ code: 2, out: '' });
  expect(unknown.err).toContain(say('cli:check.unknownAddress', { address: 'kim@harbour.example' }));
  // The open one tells of this moment, and what was shown is in it.
  const file = join(parts.folder, 'beside.html');
  const report = await runCommand(['report', '--out', file], { userData });
  expect(report).toMatchObject({ code: 0, err: expect.stringContaining(say('case-file:report.now')) });
  expect(readFileSync(file, 'utf8')).not.toMatch(/"stateOf"|\S@\S/u);
  await quit();
  expect(readdirSync(join(userData, 'door'))).toEqual([]);

  const renewed = record.tokens.length;
  // Two at once take turns: the provider ends a sign-in whose key is renewed twice.
  const [alone, other] = await Promise.all([check('--json'), check('--json')]);
  expect([alone.code, other.code]).toEqual([0, 0]);
  expect(told(alone.out).accounts[0]?.lastCheckAt).toBeGreaterThan(told(beside.out).accounts[0]?.lastCheckAt ?? 0);
  expect(record.tokens.length).toBe(renewed + 2);
  expect(filesHolding(userData, record.secrets)).toEqual([]);
  expect(healthIn(userData)).toMatchObject({ states: { well: 1 }, accounts: [{ health: 'well' }] });

  house.provider.endEverything();
  const ended = await check();
  expect(ended.code).toBe(1);
  const health = healthIn(userData);
  expect(health).toMatchObject({
    states: { well: 0 },
    accounts: [{ actor: 'you', code: expect.stringMatching(/^11-/u) }],
  });
  expect(JSON.stringify(health)).not.toMatch(/@|harbour/u);
  expect(ended.out).toContain('11-ENDED');
  expect(ended.out).toContain(say('problems:sign-in-ended.next'));
  const listed = await runCommand(['accounts', '--json'], { userData });
  expect(listed.code).toBe(0);
  expect(told(listed.out).accounts[0]).toMatchObject({ health: 'needs-you', code: '11-ENDED', actor: 'you' });
  expect(record.signIns).toBe(1);

  // The window shows what the command saw, before it has looked itself.
  const again = await parts.start();
  await expectVerdict(again.window, 'needs-you');
});

test('practice, asked for by name, and a window that opens while a command looks', async ({ parts }) => {
  const nobody = await runCommand(['check', '--json'], { userData: join(parts.folder, 'empty') });
  expect(nobody).toMatchObject({ code: 0 });
  expect(JSON.parse(nobody.out)).toEqual({ accounts: [] });

  const { house, window, userData, quit } = await walkToSignIn(parts, 'microsoft');
  await signIn(window, house, parts);
  await goOnToTheEnd(window);
  await closeSetup(window);
  await quit();
  // The command stands in the middle of a renewal when the window opens.
  house.provider.endAccessTokens();
  let go: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  let asked: () => void = () => undefined;
  const isAsked = new Promise<void>((resolve) => {
    asked = resolve;
  });
  house.provider.stage.onToken = (moment) => {
    if (moment !== 'asked') return undefined;
    asked();
    return held;
  };
  const checking = runCommand(['check', '--json'], { userData });
  await isAsked;
  const opening = parts.start();
  house.provider.stage.onToken = null;
  go();
  const [checked, again] = await Promise.all([checking, opening]);
  expect(checked).toMatchObject({ code: 0 });
  expect(JSON.parse(checked.out)).toMatchObject({ accounts: [{ health: 'well' }] });
  await expectVerdict(again.window, 'well');
});
