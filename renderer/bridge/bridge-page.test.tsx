// The bridge's page: off until it is switched on, its doors with their ports, its programs, and what goes wrong at it.
import { act, cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, expect, it, vi } from 'vitest';
import { noPolicy } from '../../shared/policy.ts';
import type { PostkeyState } from '../../shared/postkey-state.ts';
import { problemOf } from '../../shared/problem.ts';
import { pat } from '../accounts/account-page.test-part.tsx';
import { bridge, showRoom, stateOf } from '../programs/programs.test-part.tsx';
import { leavePrograms } from '../programs/programs-door.ts';

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
const turn = (name: string) => userEvent.click(screen.getByRole('switch', { name }));

async function showBridge(more: Partial<PostkeyState>) {
  const main = await showRoom(more);
  await userEvent.click(await screen.findByRole('button', { name: 'Open the bridge’s page' }));
  await screen.findByRole('heading', { level: 1, name: 'The bridge' });
  return main;
}
const background = { startsAtLogin: false, canStartAtLogin: true, hasTray: true, stays: false, goesOn: true };

it('is off for an account that never had one, and says what it is', async () => {
  const main = await showBridge({ background });
  const one = screen.getByRole('switch', { name: 'The bridge for this account' });
  expect(one.getAttribute('aria-checked')).toBe('false');
  expect(screen.queryByRole('heading', { name: 'The doors' })).toBeNull();
  await turn('The bridge for this account');
  expect(main.asked.at(-1)).toEqual(['bridge.switch', { id: pat.id, on: true }]);
  act(() => main.push(stateOf({ bridges: [bridge], background })));
  expect(screen.getByText('Open while Postkey runs. 2 connections at this moment.')).toBeTruthy();
  await turn('Start when you log in to this computer');
  expect(main.asked.at(-1)).toEqual(['desktop.startAtLogin', { on: true }]);
  await turn('Stay in the background');
  expect(main.asked.at(-1)).toEqual(['desktop.stay', { on: true }]);
});

it('has no switch for what the organisation set', async () => {
  const setBy = { level: 'machine', place: '/etc/postkey/policy.json' } as const;
  await showBridge({
    bridges: [bridge],
    background,
    policy: { ...noPolicy, settings: { startAtLogin: false }, setBy: { startAtLogin: setBy } },
  });
  expect(screen.queryByRole('switch', { name: 'Start when you log in to this computer' })).toBeNull();
  expect(screen.getByText('Set by your organisation.')).toBeTruthy();
});

it('says so where the organisation does not allow it', async () => {
  await showBridge({ policy: { ...noPolicy, settings: { bridge: 'off' } } });
  expect(screen.getByText(/Your organisation has switched the bridge off/u)).toBeTruthy();
  expect(screen.queryByRole('switch')).toBeNull();
});

it('changes a port: nonsense is said before anything is asked, a taken one by main', async () => {
  const main = await showBridge({ bridges: [bridge] });
  await press('Change the port of Receiving, IMAP');
  const field = screen.getByRole('textbox', { name: 'Port' });
  for (const typed of ['80', '70000', 'x', '11.5']) {
    await userEvent.clear(field);
    await userEvent.type(field, `${typed}{Enter}`);
    expect(screen.getByRole('alert').textContent).toBe('A port of the bridge is a whole number from 1024 to 65535.');
  }
  expect(main.asked.map(([name]) => name)).not.toContain('bridge.port');
  const values = { port: 1145, holder: 'postfix' };
  main.answers['bridge.port'] = { accepted: false, refusal: 'bridge-port-taken-by', field: 'port', values };
  await userEvent.clear(field);
  await userEvent.type(field, '1145{Enter}');
  expect((await screen.findByRole('alert')).textContent).toContain('postfix');
  expect(main.asked.at(-1)).toEqual(['bridge.port', { id: pat.id, service: 'imap', security: 'plain', port: 1145 }]);
});

it('names who has a port, and offers one that is no door of Postkey’s own', async () => {
  const [imap, smtp] = bridge.doors;
  if (imap === undefined || smtp === undefined) throw new Error('two doors are expected');
  const main = await showBridge({
    bridges: [{ ...bridge, doors: [{ ...imap, state: 'taken', holder: 'postfix' }, smtp] }],
  });
  expect(screen.getByText('postfix has this port')).toBeTruthy();
  await press('Use port 1145');
  expect(main.asked.at(-1)).toEqual(['bridge.port', { id: pat.id, service: 'imap', security: 'plain', port: 1145 }]);
});

it('takes a password back after asking', async () => {
  const main = await showBridge({ bridges: [bridge] });
  await press('Take back the password of Outlook (classic)');
  const question = await screen.findByRole('alertdialog');
  await userEvent.click(within(question).getByRole('button', { name: 'Take it back' }));
  expect(main.asked.at(-1)).toEqual(['bridge.revoke', { id: pat.id, programId: 'program-1' }]);
});

it('tells a refusal with its code and who must act, and a program at the wrong door', async () => {
  const refusal = { service: 'smtp', at: Date.now(), problem: problemOf('smtp-off') } as const;
  const wrongDoor = { service: 'imap', security: 'plain', spoke: 'tls', at: Date.now() } as const;
  const { container } = await showBridge({ bridges: [{ ...bridge, refusal, wrongDoor }] });
  expect(screen.getByText('10-SMTP-OFF')).toBeTruthy();
  expect(
    within(screen.getByRole('region', { name: 'The provider refused' })).getByText('Your IT has to act'),
  ).toBeTruthy();
  expect(screen.getByText(/spoke encrypted at the plain door for IMAP .* choose no encryption/u)).toBeTruthy();
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map((each) => each.id)).toEqual([]);
});

it('shows the certificate to compare, and saves it', async () => {
  const main = await showBridge({
    bridges: [{ ...bridge, certificate: { sha256: 'AB:CD', validUntil: 1_900_000_000_000 } }],
  });
  expect(screen.getByText('AB:CD')).toBeTruthy();
  await press('Save the certificate…');
  expect(main.asked.at(-1)).toEqual(['bridge.saveCertificate', {}]);
  await turn('Open encrypted doors beside the plain ones');
  expect(main.asked.at(-1)).toEqual(['bridge.encrypt', { id: pat.id, on: false }]);
});
