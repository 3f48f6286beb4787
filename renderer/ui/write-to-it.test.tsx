// A cause that IT must mend: what exactly is to be done can be seen and copied, the letter says it too, and after that one tries again.
import { cleanup, configure, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, expect, it } from 'vitest';
import { problemOf } from '../../shared/problem.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import type { FakeMain } from '../setup/fake-main.test-part.ts';
import { setupAt } from '../setup/fake-main.test-part.ts';
import { exampleSetup, showPage } from '../steps/pages.test-part.tsx';

configure({ asyncUtilTimeout: 8000 });
afterEach(cleanup);

const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));
const copied = (asked: FakeMain['asked']): readonly string[] =>
  asked.flatMap(([name, input]) => (name === 'clipboard.copy' ? [(input as { text: string }).text] : []));

const stopped = (code: Parameters<typeof problemOf>[0], change: Partial<SetupView> = {}): SetupView => ({
  ...setupAt('response', { response: { kind: 'failed', problem: problemOf(code) } }),
  ...exampleSetup,
  address: "o'brien@example.org",
  ...change,
});

it('shows setting, menus and command for this person, each to copy', async () => {
  const { asked } = await showPage(stopped('not-assigned'));
  expect(screen.queryByText('Users and groups')).toBeNull();
  await press('What exactly IT has to do');
  await screen.findByText(/Put this person on the list/u);
  await press('Copy: Setting');
  await press('Copy: Where');
  await press('Copy: Command');
  const [setting, path, command] = copied(asked);
  expect(setting).toBe('Users and groups');
  expect(path).toMatch(/^Entra ID > Enterprise apps > /u);
  expect(command).toContain("Get-MgUser -UserId 'o''brien@example.org'");
  expect(command).toContain('Connect-MgGraph -Scopes ');
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations).toEqual([]);
});

it('says the same in the letter', async () => {
  const { asked } = await showPage(stopped('account-disabled'));
  await press('Write to IT');
  await screen.findByRole('region', { name: 'A letter for your IT' });
  await press('Copy the letter');
  const letter = copied(asked)[0] ?? '';
  expect(letter).toContain("Update-MgUser -UserId 'o''brien@example.org' -AccountEnabled:$true");
  expect(letter).toContain('Where: Users > Active users > ');
  expect(letter).toContain('Please reply when it is done.');
  expect(letter).not.toMatch(/\{\{|undefined|it-request:|\n{3}/u);
});

it('once asked, says when, and offers to try again when done', async () => {
  const asked = { step: 'response', code: 'not-assigned', at: Date.UTC(2026, 10, 24, 9), by: 'mail' } as const;
  await showPage(stopped('not-assigned', { askedIt: asked }));
  expect(screen.getByText(/^You asked your IT on .*2026/u)).toBeDefined();
  expect(screen.getByRole('button', { name: 'Try again when done' }).className).toContain('button-primary');
});

it('does not say so about another cause', async () => {
  const asked = { step: 'response', code: 'not-assigned', at: 1, by: 'mail' } as const;
  await showPage(stopped('account-disabled', { askedIt: asked }));
  expect(screen.queryByText(/You asked your IT/u)).toBeNull();
});

it('writes to IT about a registration only where it came from there', async () => {
  const registration = { source: 'preset', clientId: 'c-1', hasSecret: true } as const;
  await showPage(stopped('secret-expired', { registration }));
  expect(screen.getByRole('button', { name: 'Write to IT' })).toBeDefined();
  cleanup();
  await showPage(stopped('secret-expired', { registration: { ...registration, source: 'own' } }));
  expect(screen.queryByRole('button', { name: 'Write to IT' })).toBeNull();
});
