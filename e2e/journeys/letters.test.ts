// Letters leave the window: through the system's own opener into a mail program, or into a file; and nowhere else.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Answer } from '../../shared/ipc-contract.ts';
import { test } from '../parts/journey.ts';
import { makeMailProgram } from '../parts/mail-program.ts';

/** As the window asks, and as a window gone astray could ask. */
function ask(window: Page, name: string, input: unknown): Promise<Answer> {
  return window.evaluate(
    ([request, given]) => {
      const { postkey } = globalThis as unknown as {
        postkey: { request(name: string, input: unknown): Promise<Answer> };
      };
      return postkey.request(request, given);
    },
    [name, input] as const,
  );
}

const letter = {
  to: 'it@harbour.example',
  subject: 'Please approve “Postkey” & more',
  body: 'Hello,\n\n100 % = “ok”?',
};

test('a letter opens in the mail program as it was written', async ({ folder, start }) => {
  const program = makeMailProgram(join(folder, 'mail'));
  const { window } = await start({ env: program.env });
  expect(await ask(window, 'letter.mail', letter)).toEqual({ accepted: true });
  await expect.poll(program.mails).toEqual([{ ...letter, body: 'Hello,\r\n\r\n100 % = “ok”?' }]);
});

test('one that is too long waits on the clipboard', async ({ folder, start }) => {
  const program = makeMailProgram(join(folder, 'mail'));
  const { window, app } = await start({ env: program.env });
  const body = 'A long letter. '.repeat(800);
  expect(await ask(window, 'letter.mail', { ...letter, body, whenTooLong: 'Paste it here.' })).toEqual({
    accepted: true,
  });
  await expect.poll(program.mails).toEqual([{ ...letter, body: 'Paste it here.' }]);
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe(body);
});

test('without a mail program it is said, and nothing that is no letter is opened', async ({ folder, start }) => {
  const { window } = await start();
  expect(await ask(window, 'letter.mail', letter)).toEqual({ accepted: false, refusal: 'mail-program-not-found' });
  const program = makeMailProgram(join(folder, 'mail'));
  const withProgram = await start({ env: program.env, userData: join(folder, 'other') });
  for (const to of [
    'it@harbour.example?bcc=a@b.example',
    'file:///etc/passwd',
    'it@harbour.example\r\nBcc: a@b.example',
  ]) {
    expect(await ask(withProgram.window, 'letter.mail', { ...letter, to })).toMatchObject({
      accepted: false,
      field: 'to',
    });
  }
  expect(await ask(withProgram.window, 'letter.mail', { ...letter, body: 'x'.repeat(20_001) })).toEqual({
    accepted: false,
    refusal: 'input-malformed',
  });
  expect(program.mails()).toEqual([]);
});

test('a letter is saved where the person says, under the name proposed', async ({ folder, start }) => {
  const { window, app } = await start();
  const path = join(folder, 'letter.txt');
  await app.evaluate(({ dialog }, chosen) => {
    const held = globalThis as unknown as { proposed: unknown };
    dialog.showSaveDialog = ((_window: unknown, options: unknown) => {
      held.proposed = options;
      return Promise.resolve({ canceled: chosen === '', filePath: chosen });
    }) as unknown as typeof dialog.showSaveDialog;
  }, path);
  const text = 'Grüße,\n“IT”\n';
  expect(await ask(window, 'letter.save', { name: '../Letter about Postkey', text })).toEqual({ accepted: true });
  expect(readFileSync(path, 'utf8')).toBe(text);
  const proposed = await app.evaluate(
    () => (globalThis as unknown as { proposed: { defaultPath: string; properties: string[] } }).proposed,
  );
  expect(proposed.defaultPath).toMatch(/[\\/]Letter about Postkey\.txt$/u);
  expect(proposed.properties).toContain('showOverwriteConfirmation');
});
