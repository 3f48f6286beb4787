// Explaining a message somebody pasted: on the command line, from words and from a pipe, and in the window's help; nothing of the
// text is kept.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../parts/journey.ts';
import { electronOfThisRun, switchesFor } from '../parts/postkey-app.ts';
import { runCommand } from '../parts/run-command.ts';
import { say } from '../parts/say.ts';
import { press } from '../parts/window-of-postkey.ts';

const reply = '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.';
const root = join(import.meta.dirname, '..', '..');

interface PipeEnd {
  readonly code: number;
  readonly out: string;
}

/** `postkey explain --json` with a text on its standard input. */
function explainPiped(userData: string, text: string): Promise<PipeEnd> {
  return new Promise((done) => {
    const words = [...switchesFor({ userData }), '--log-level=3', root, 'explain', '--json'];
    const child = execFile(electronOfThisRun(), words, (error, out) => {
      done({ code: typeof error?.code === 'number' ? error.code : 0, out });
    });
    child.stdin?.end(text);
  });
}

test('postkey explain says cause, actor and steps, for people and for programs', async ({ parts }) => {
  const wish = { userData: join(parts.folder, 'command') };
  const text = await runCommand(['explain', reply], wish);
  expect(text.code).toBe(0);
  expect(text.out).toContain(say('problems:smtp-off.title'));
  expect(text.out).toContain('10-SMTP-OFF');
  expect(text.out).toContain(say('explain:actors.it'));

  const pop = await runCommand(['explain', '--json', '-ERR [IN-USE] Do you have another POP session running?'], wish);
  expect(JSON.parse(pop.out)).toMatchObject({
    cause: 'mailbox-in-use',
    certain: true,
    decisive: expect.stringContaining('-ERR'),
  });

  const general = await runCommand(['explain', 'something', 'odd'], wish);
  expect(general.code).toBe(1);
  expect(general.out).toContain(say('explain:general.general-unknown.title'));
});

test('postkey explain reads what is piped in', async ({ parts }) => {
  const userData = join(parts.folder, 'command');
  const page = 'サインイン\n> AADSTS50105: 管理者\n> token eyJ0eXAiOiJKV1QifQ.eyJhIjoxfQ.c2ln\n';
  const { code, out } = await explainPiped(userData, page);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    cause: 'not-assigned',
    actors: ['it'],
    retryHelps: false,
    provider: 'Microsoft',
  });
  expect(out).not.toContain('eyJ0');
  expect((await explainPiped(userData, ' ')).code).toBe(2);
});

test('the help explains a pasted message at any step, also after a reload, until it is put away', async ({ parts }) => {
  const { window } = await parts.start();
  await press(window, say('window:rail.help'));
  const panel = window.getByRole('region', { name: say('window:help.title') });
  await press(window, say('window:help.explain'));
  const field = panel.getByRole('textbox', { name: say('explain:box.field') });
  await press(window, say('explain:box.explain'));
  await expect(panel.getByText(say('refusals:message-empty'))).toBeVisible();

  await field.fill(`> ${reply}\n> token=eyJ0eXAiOiJKV1QifQ.eyJhIjoxfQ.c2ln`);
  await press(window, say('explain:box.explain'));
  const answer = panel.getByRole('region', { name: say('explain:box.result') });
  await expect(answer.getByRole('heading', { name: say('problems:smtp-off.title') })).toBeVisible();
  await expect(answer.getByText('10-SMTP-OFF')).toBeVisible();

  await field.fill('{"error":"invalid_grant","error_description":"Bad Request"} oauth2.googleapis.com');
  await press(window, say('explain:box.explain'));
  await expect(answer.getByRole('heading', { name: say('explain:questions.grant-at-google.ask') })).toBeVisible();
  await answer.getByText(say('explain:questions.grant-at-google.testing-seven-days')).click();
  await expect(answer.getByText('11-SEVEN-DAYS')).toBeVisible();

  await window.reload();
  await press(window, say('window:rail.help'));
  await expect(answer.getByRole('heading', { name: say('explain:questions.grant-at-google.ask') })).toBeVisible();
  await press(window, say('explain:box.forget'));
  await expect(answer).toHaveCount(0);
});
