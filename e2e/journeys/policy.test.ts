// What IT lays down for a computer, in the real window: it holds, it is shown where it holds, and what is broken closes and is told.
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { test } from '../parts/journey.ts';
import { canLayDown, layDown } from '../parts/machine-policy.ts';
import { pollUntil } from '../parts/poll-until.ts';
import { runCommand } from '../parts/run-command.ts';
import { say } from '../parts/say.ts';
import { addressField, expectProblem, expectStep, press } from '../parts/window-of-postkey.ts';

const organisation = 'Harbour Schools';
const place = '/etc/postkey/policy.json';
const preset = {
  postkeyPreset: 1,
  organisation,
  domains: ['harbour.example'],
  signIn: { kind: 'microsoft', clientId: '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0', tenant: 'harbour.example' },
};
const policy = {
  postkeyPolicy: 1,
  preset: 'harbour.json',
  allowedProviders: ['outlook'],
  services: ['imap', 'smtp'],
  bridge: 'off',
  updates: 'off',
  watchIntervalMinutes: 30,
};

const isLocked = (window: Page) => window.getByText(say('window:locked.machineNamed', { organisation }));

async function openHelp(window: Page): Promise<void> {
  await window.locator('.rail-foot-button').last().click();
}

test('what is laid down holds, and is shown where it holds and under Help', async ({ parts }, testInfo) => {
  testInfo.skip(!canLayDown(), 'takes root and a view of the disk of its own');
  const executable = layDown(parts.folder, { 'policy.json': policy, 'harbour.json': preset });
  const { window, userData } = await parts.start({ executable });
  await addressField(window).fill('pat@gmail.com');
  await expectProblem(window, 'understand', 'provider-not-allowed');

  await addressField(window).fill('pat@outlook.com');
  await expectStep(window, 'understand', 'needs-you');
  await press(window, say('pages-start:wanted.button'));
  await expect(window.getByText(say('pages-start:wanted.imap.title'), { exact: true }).first()).toBeVisible();
  await expect(window.getByText(say('pages-start:wanted.pop.title'), { exact: true })).toHaveCount(0);
  await expect(isLocked(window)).toBeVisible();

  await openHelp(window);
  await expect(window.getByRole('button', { name: say('window:help.preset'), exact: true })).toHaveCount(0);
  await press(window, say('window:locked.openNamed', { organisation }));
  await expect(window.getByText(say('policy:says.bridge.off'))).toBeVisible();
  await expect(window.getByText(say('policy:says.preset', { organisation }))).toBeVisible();
  await expect(window.getByText(say('policy:from.machine', { place }))).toBeVisible();

  const health = join(userData, 'health.json');
  const written = await pollUntil('the health file', async () => JSON.parse(readFileSync(health, 'utf8')));
  expect(written).toMatchObject({ postkeyHealth: 1, policy: 'in-force', accounts: [] });
  expect(statSync(health).mode & 0o777).toBe(0o600);
});

test('a policy that cannot be read closes, and says what and where', async ({ parts }, testInfo) => {
  testInfo.skip(!canLayDown(), 'takes root and a view of the disk of its own');
  const executable = layDown(parts.folder, {
    'policy.json': { ...policy, updates: 'http://updates.harbour.example/' },
  });
  const { window, userData } = await parts.start({ executable });
  const reason = say('policy:faults.not-https', { field: 'updates' });
  await expect(window.getByText(say('policy:broken.where', { place, reason }))).toBeVisible();
  await expect(window.getByText('RULES', { exact: true })).toBeVisible();
  await addressField(window).fill('pat@outlook.com');
  await expectProblem(window, 'understand', 'provider-not-allowed');

  const told = await runCommand(['policy', '--json'], { userData, executable });
  expect(told.code).toBe(1);
  expect(JSON.parse(told.out)).toMatchObject({
    settings: { bridge: 'off', tokenCommand: 'off', updates: 'off', allowedProviders: [] },
    troubles: [{ level: 'machine', place, fault: 'not-https', field: 'updates' }],
  });
  expect(told.out).not.toContain('http://');
});

test('a person’s own policy narrows, and the command line says so and checks files', async ({ parts }) => {
  const { userData, quit } = await parts.start();
  await quit();
  const own = join(userData, 'policy.json');
  writeFileSync(own, JSON.stringify({ postkeyPolicy: 1, bridge: 'off' }), { mode: 0o600 });
  const { window } = await parts.start();
  await openHelp(window);
  await press(window, say('window:locked.open'));
  await expect(window.getByText(say('policy:from.user', { place: own }))).toBeVisible();

  const told = await runCommand(['policy'], { userData });
  expect(told).toMatchObject({ code: 0, err: '' });
  expect(told.out).toContain(say('policy:says.bridge.off'));

  const wrong = join(parts.folder, 'wrong.json');
  writeFileSync(wrong, JSON.stringify({ postkeyPolicy: 1, bridge: 'no', allowedProviders: ['outlok'] }));
  const checked = await runCommand(['policy', '--check', wrong], { userData });
  expect(checked.code).toBe(1);
  expect(checked.out).toContain(say('policy:expects.bridge', { field: 'bridge' }));
  const right = await runCommand(['policy', `--check=${own}`, '--json'], { userData });
  expect(right.code).toBe(0);
  expect(JSON.parse(right.out)).toEqual({ ok: true, faults: [], unknownProviders: [] });
  expect(await runCommand(['policy', '--check'], { userData })).toMatchObject({ code: 2, out: '' });
  expect(await runCommand(['policy', '--check', join(parts.folder, 'none.json')], { userData })).toMatchObject({
    code: 2,
  });
});
