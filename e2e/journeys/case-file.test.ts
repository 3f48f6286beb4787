// A set-up stops; a case file is looked at, saved and opened on another computer, where it shows the same code and words; and nothing in
// it, in the log or on the command line is a secret or an address.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { problemStamp } from '../../shared/problem.ts';
import { filesHolding } from '../parts/files-holding.ts';
import { test } from '../parts/journey.ts';
import type { RunningPostkey } from '../parts/postkey-app.ts';
import { pat } from '../parts/provider-kinds.ts';
import { signIn, walkToSignIn } from '../parts/roads.ts';
import { runCommand } from '../parts/run-command.ts';
import { say } from '../parts/say.ts';
import { expectProblem, expectStep, expectTitle, press } from '../parts/window-of-postkey.ts';
import { faultsOf } from '../window/faults-of.ts';

const stamp = problemStamp('test', { code: 'token-refused', facts: {} });

/** Answers every question of the system where to save. */
async function saveTo({ app }: RunningPostkey, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = (() =>
      Promise.resolve({ canceled: false, filePath })) as unknown as typeof dialog.showSaveDialog;
  }, path);
}

function preview(window: Page) {
  return window.getByRole('dialog', { name: say('case-file:preview.title') });
}

test('a case file from one computer to another', async ({ parts }) => {
  test.setTimeout(90_000);
  const postkey = await walkToSignIn(parts, 'openid');
  const { window, house, app, userData } = postkey;
  house.provider.stage.mailServersRefuse = true;
  await signIn(window, house, parts);
  await expectStep(window, 'test', 'failed', 30_000);
  await press(window, say('pages-mail:configure.without'));
  await expectProblem(window, 'test', 'token-refused');

  await press(window, say('window:help.caseMake'));
  await expect(preview(window).getByText(stamp, { exact: true })).toBeVisible();
  const shown = await preview(window).innerText();
  const mailbox = /mailbox-[0-9a-f]{10}/u.exec(shown)?.[0] ?? 'none';
  expect(shown).toContain(say('case-file:preview.mine', { address: pat.address, mailbox }));
  expect(shown).toContain(say('problems:token-refused.what'));
  // What is left out is struck out in the preview, and in no form in the file.
  await preview(window)
    .getByRole('checkbox', { name: say('case-file:preview.keep', { label: say('case-file:labels.system') }) })
    .click();
  await expect(preview(window).getByRole('deletion')).toContainText(process.platform);
  const leftOut = await preview(window).getByRole('deletion').innerText();
  const file = join(parts.folder, 'case.html');
  await saveTo(postkey, file);
  await press(window, say('case-file:preview.save'));
  await expect(preview(window).getByText(file)).toBeVisible();
  await press(window, say('case-file:preview.copy'));
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toContain(mailbox);
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText());
  await press(window, say('case-file:preview.close'));
  await expect(preview(window)).toHaveCount(0);

  const html = readFileSync(file, 'utf8');
  const { secrets } = house.provider.record;
  expect(secrets.length).toBeGreaterThanOrEqual(3);
  const [localPart = '', domain = ''] = pat.address.split('@');
  for (const text of [html, copied]) {
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    expect(text).not.toMatch(/\S@\S/u);
    expect(text).not.toContain(domain);
    expect(text.toLowerCase()).not.toMatch(new RegExp(`\\b${localPart}\\b`, 'u'));
    expect(text).toContain(stamp);
    expect(text).not.toContain(leftOut);
  }
  expect(filesHolding(userData, secrets)).toEqual([]);

  const log = readFileSync(join(userData, 'logs', 'postkey.log'), 'utf8');
  expect(log).toContain(`warn setup ${mailbox} step test stopped: ${stamp} token-refused`);
  expect(log).toMatch(/start Postkey \d/u);
  expect(log).not.toMatch(/\S@\S/u);
  expect(secrets.filter((secret) => log.includes(secret))).toEqual([]);

  // A page of its own in any browser.
  const page = await parts.systemBrowser.visit(`file://${file}`);
  await expect(page.getByRole('heading', { level: 1, name: say('case-file:file.title') })).toBeVisible();
  await expect(page.getByText(stamp, { exact: true }).first()).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await page.close();

  // The agent's computer: another profile, with nothing in it.
  const agent = await parts.start({ userData: join(parts.folder, 'agent'), args: ['--case', file] });
  const band = agent.window.getByRole('region', { name: say('case-file:opened.title') });
  await expect(band).toBeVisible();
  await expectTitle(agent.window, say('problems:token-refused.title'));
  await expect(agent.window.getByText(say('problems:token-refused.what'))).toBeVisible();
  await expect(
    agent.window.getByRole('button').filter({ has: agent.window.getByText(stamp, { exact: true }) }),
  ).toBeVisible();
  await press(agent.window, say('case-file:opened.close'));
  await expectTitle(agent.window, say('pages-start:understand.title'));
  expect(await faultsOf(agent.window)).toEqual([]);
  await agent.quit();

  // A file somebody changed opens nothing.
  const broken = join(parts.folder, 'broken.html');
  writeFileSync(broken, html.replace('"postkeyCase":1', '"postkeyCase":1,"more":1'));
  const again = await parts.start({ userData: join(parts.folder, 'agent'), args: ['--case', broken] });
  await expect(again.window.getByText(say('refusals:case-damaged'))).toBeVisible();
  await expect(again.window.getByRole('region', { name: say('case-file:opened.title') })).toHaveCount(0);
});

test('postkey report, and an unknown command', async ({ parts }) => {
  const { window, house, userData, quit } = await walkToSignIn(parts, 'openid');
  await expectStep(window, 'request', 'needs-you');
  await quit();
  const file = join(parts.folder, 'report.html');
  const made = await runCommand(['report', '--out', file], { userData });
  expect(made).toMatchObject({ code: 0, out: expect.stringContaining(file) });
  const html = readFileSync(file, 'utf8');
  const [mailbox] = /mailbox-[0-9a-f]{10}/u.exec(html) ?? [];
  expect(mailbox).toBeDefined();
  expect(html).not.toMatch(/\S@\S/u);
  const twice = await runCommand(['report', '--out', file], { userData });
  expect(twice).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringContaining(say('case-file:report.exists', { file })),
  });
  const json = await runCommand(['report', pat.address, '--out', '-'], { userData });
  expect(JSON.parse(json.out)).toMatchObject({ postkeyCase: 1, setup: { mailbox, current: 'request' } });
  expect(house.provider.record.signIns).toBe(0);
  expect(await runCommand(['report', 'sam@harbour.example', '--json'], { userData })).toMatchObject({
    code: 2,
    out: '',
  });
  expect(await runCommand(['report'], { userData })).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringContaining(say('cli:usage.report')),
  });

  const empty = join(parts.folder, 'empty');
  mkdirSync(empty);
  expect(await runCommand(['report', '--json'], { userData: empty })).toMatchObject({ code: 1, out: '' });
  const unknown = await runCommand(['foo'], { userData: empty });
  expect(unknown).toMatchObject({ code: 2, out: '' });
  expect(unknown.err).toContain(say('cli:wrongUse.unknown', { word: 'foo' }));
});
