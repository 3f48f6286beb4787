// Whoever has no bridge can have Postkey go on without its window and start by itself, too, unless that is laid down.
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { noPolicy } from '../../shared/policy.ts';
import type { PostkeyState } from '../../shared/postkey-state.ts';
import { fakeMain, stateWith } from '../setup/fake-main.test-part.ts';
import { LifeFold } from './life-fold.tsx';

afterEach(cleanup);

const background = { startsAtLogin: false, canStartAtLogin: true, hasTray: true, stays: false, goesOn: false };
async function open(more: Partial<PostkeyState>) {
  const main = await fakeMain({ ...stateWith(undefined), ...more });
  render(<LifeFold />);
  const fold = screen.queryByRole('button', { name: 'Postkey without its window' });
  if (fold) await userEvent.click(fold);
  return main;
}

test('both can be switched on where there is no bridge', async () => {
  const main = await open({ background });
  await userEvent.click(await screen.findByRole('switch', { name: 'Stay in the background' }));
  expect(main.asked.at(-1)).toEqual(['desktop.stay', { on: true }]);
  expect(screen.queryByText(/the bridge is on/u)).toBeNull();
  await userEvent.click(screen.getByRole('switch', { name: 'Start when you log in to this computer' }));
  expect(main.asked.at(-1)).toEqual(['desktop.startAtLogin', { on: true }]);
});

test('what is laid down has no switch', async () => {
  const setBy = { startAtLogin: { level: 'machine', place: '/etc/postkey/policy.json' } } as const;
  await open({ background, policy: { ...noPolicy, settings: { startAtLogin: false }, setBy } });
  expect(await screen.findByText('Set by your organisation.')).toBeTruthy();
  expect(screen.queryByRole('switch', { name: 'Start when you log in to this computer' })).toBeNull();
});

test('nothing is said before main has said how it is', async () => {
  await open({});
  expect(document.body.textContent).toBe('');
});
