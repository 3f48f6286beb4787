// The sheet of a mail program: what comes first, the way in, each field, files, and the password that is shown once.
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, expect, it, vi } from 'vitest';
import { pat } from '../accounts/account-page.test-part.tsx';
import { AccountRoom } from '../accounts/account-room.tsx';
import { fakeMain, stateWith } from '../setup/fake-main.test-part.ts';
import { bridge, sheet, showRoom, stateOf } from './programs.test-part.tsx';
import { leavePrograms } from './programs-door.ts';

// The window's own; jsdom has none, and the kit asks for it when it is loaded.
vi.hoisted(() =>
  Object.assign(window, {
    matchMedia: () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }),
  }),
);
afterEach(() => {
  cleanup();
  leavePrograms(false);
});

const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));
const title = (name: string) => screen.findByRole('heading', { level: 1, name });
const solid = (container: HTMLElement) =>
  [...container.querySelectorAll('.button-primary')].map((each) => each.textContent);

it('asks first for what must be there, one after the other, and moves the focus on', async () => {
  const main = await showRoom({ handOver: { ...sheet, needs: ['bridge-on', 'bridge-password'] } });
  await title('Thunderbird');
  expect(screen.getByText('SHEET')).toBeTruthy();
  const first = screen.getByRole('region', { name: 'First, here in Postkey' });
  expect(within(first).getAllByRole('listitem')).toHaveLength(2);
  expect(solid(main.container)).toEqual(['Switch it on']);
  await press('Switch it on');
  expect(main.asked.at(-1)).toEqual(['bridge.switch', { id: pat.id, on: true }]);
  act(() => main.push(stateOf({ handOver: { ...sheet, needs: ['bridge-password'] }, bridges: [bridge] })));
  await waitFor(() => expect(document.activeElement?.textContent).toBe('First, here in Postkey'));
  await press('Make the password');
  expect(main.asked.at(-1)).toEqual(['bridge.addProgram', { id: pat.id, program: 'thunderbird' }]);
});

it('shows the password once, and puts it away when it is typed', async () => {
  const bridgePassword = {
    accountId: pat.id,
    programId: 'p',
    program: 'thunderbird',
    password: 'made-up-for-it',
  } as const;
  const main = await showRoom({ handOver: sheet, bridges: [bridge], bridgePassword });
  const well = await screen.findByRole('region', { name: 'The password for Thunderbird' });
  expect(within(well).getByText('made-up-for-it')).toBeTruthy();
  expect(within(well).getByText(/on this computer only, and it is not shown again/u)).toBeTruthy();
  expect(solid(main.container)).toEqual(['I have typed it']);
  expect(screen.queryByRole('button', { name: 'Make a new one' })).toBeNull();
  await press('Copy: Password');
  expect(main.asked.at(-1)).toEqual(['clipboard.copy', { text: 'made-up-for-it' }]);
  await press('I have typed it');
  expect(main.asked.at(-1)).toEqual(['bridge.putAway', {}]);
  act(() => main.push(stateOf({ handOver: sheet, bridges: [bridge] })));
  expect(document.body.textContent).not.toContain('made-up-for-it');
  expect(solid(main.container)).toEqual(['Done']);
  await press('Make a new one');
  expect(main.asked.at(-1)).toEqual(['bridge.addProgram', { id: pat.id, program: 'thunderbird' }]);
});

it('does not show a password that is for another program or another account', async () => {
  const other = { accountId: pat.id, programId: 'p', program: 'geary', password: 'for-geary' } as const;
  const main = await showRoom({ handOver: sheet, bridges: [bridge], bridgePassword: other });
  await title('Thunderbird');
  expect(document.body.textContent).not.toContain('for-geary');
  act(() =>
    main.push(stateOf({ handOver: sheet, bridgePassword: { ...other, program: 'thunderbird', accountId: 'x' } })),
  );
  expect(document.body.textContent).not.toContain('for-geary');
});

it('names each field as the program does, with what to type, to pick, or to have', async () => {
  const main = await showRoom({ handOver: sheet });
  await title('Thunderbird');
  const screens = screen.getAllByRole('listitem').filter((each) => each.matches('.sheet-screen'));
  expect(screens.map((each) => within(each).getByRole('heading', { level: 2 }).textContent)).toEqual([
    expect.stringContaining('Screen 1: Incoming server settings'),
  ]);
  await press('Copy: Hostname');
  expect(main.asked.at(-1)).toEqual(['clipboard.copy', { text: '127.0.0.1' }]);
  expect(screen.queryByRole('button', { name: 'Copy: Connection security' })).toBeNull();
  expect(screen.getByText('None')).toBeTruthy();
  expect(screen.getByText('The password that Postkey made for it')).toBeTruthy();
  expect(document.body.textContent).not.toMatch(/\{\{|thunderbird\.[a-z]/u);
  const { violations } = await axe.run(main.container, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map((each) => each.id)).toEqual([]);
});

it('offers the other ways with their why, and says of the shut ones why they are', async () => {
  const main = await showRoom({ handOver: sheet });
  await title('Thunderbird');
  expect(screen.queryByRole('radio')).toBeNull();
  await press('Another way');
  expect(screen.getAllByRole('radio')).toHaveLength(2);
  expect(screen.getByText('Not here: It asks Postkey for a key')).toBeTruthy();
  await userEvent.click(screen.getByRole('radio', { name: 'It signs in by itself (the best way)' }));
  expect(main.asked.at(-1)).toEqual(['handOver.open', { id: pat.id, program: 'thunderbird', way: 'own' }]);
});

it('saves a file where the person says, and does not scold who closes the dialog', async () => {
  const main = await showRoom({ handOver: sheet });
  await title('Thunderbird');
  main.answers['handOver.save'] = { accepted: false, refusal: 'file-not-chosen' };
  await press(/^Save as… postkey-pat\.conf/u);
  expect(main.asked.at(-1)).toEqual(['handOver.save', { file: 'settings' }]);
  expect(screen.queryByRole('alert')).toBeNull();
  main.answers['handOver.save'] = { accepted: false, refusal: 'file-not-saved' };
  await press(/^Save as… postkey-pat\.conf/u);
  expect(await screen.findByRole('alert')).toBeTruthy();
  await press('Look into it');
  expect(screen.getByText(/host = 127\.0\.0\.1/u)).toBeTruthy();
});

it('opens the bridge’s page over it, comes back, and closes by Escape', async () => {
  const main = await showRoom({ handOver: { ...sheet, needs: ['bridge-on'] } });
  await title('Thunderbird');
  await press('About the bridge');
  await title('The bridge');
  await userEvent.keyboard('{Escape}');
  await title('Thunderbird');
  await userEvent.keyboard('{Escape}');
  expect(main.asked.at(-1)).toEqual(['handOver.close', {}]);
});

it('leads from an account’s menu in the list to all programs, and from one of them to its sheet', async () => {
  const main = await fakeMain(stateWith(undefined, { accounts: [pat] }));
  render(<AccountRoom />);
  await userEvent.click(await screen.findByRole('button', { name: `More for ${pat.address}` }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Set up a mail program' }));
  expect(main.asked.at(-1)).toEqual(['account.open', { id: pat.id }]);
  act(() => main.push(stateOf({})));
  await title('Set up a mail program');
  await press('Set up Thunderbird');
  expect(main.asked.at(-1)).toEqual(['handOver.open', { id: pat.id, program: 'thunderbird' }]);
  act(() => main.push(stateOf({ handOver: sheet })));
  await title('Thunderbird');
  act(() => main.push(stateOf({})));
  await title('Set up a mail program');
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Set up Thunderbird' }));
  act(() => main.push(stateWith(undefined, { accounts: [pat] })));
  act(() => main.push(stateOf({})));
  await title(pat.address);
});

it('is no dead end where no way is open: says each why, and leads to other programs', async () => {
  const choices = sheet.choices.map((choice) => ({ ...choice, verdict: 'not-here' as const }));
  await showRoom({ handOver: { ...sheet, program: 'ios-mail', choices, screens: [], files: [], later: [] } });
  await title('Mail on iPhone and iPad');
  expect(screen.getByText('It cannot get into this mailbox')).toBeTruthy();
  expect(screen.getAllByText(/^Not here: /u)).toHaveLength(3);
  await press('Set up another program');
  await title('Set up a mail program');
});
