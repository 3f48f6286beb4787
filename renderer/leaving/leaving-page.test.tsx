// The page of an account on its way out: what each line says, the ways on, and a receipt that can be kept.
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type LeavingView, leavingParts, leavingResults } from '../../shared/leaving.ts';
import { problemOf } from '../../shared/problem.ts';
import { type FakeMain, fakeMain, stateWith } from '../setup/fake-main.test-part.ts';
import { loadWords } from '../setup/words.ts';
import { LeavingPage } from './leaving-page.tsx';

afterEach(cleanup);

const at = Date.UTC(2030, 0, 31, 10, 0, 0);
const leaving: LeavingView = {
  id: 'a',
  address: 'pat@harbour.example',
  providerName: 'Microsoft 365',
  provider: 'Microsoft',
  practice: false,
  kept: { store: 'gnome-keyring', kept: 'sealed' },
  startedAt: at,
  endedAt: at + 2000,
  lines: {
    revoke: { kind: 'noted', result: 'not-offered', at },
    delete: { kind: 'done', result: 'deleted', at: at + 1000 },
    prove: { kind: 'noted', result: 'opens', at: at + 2000, until: at + 3_600_000 },
  },
  byHand: [
    { code: 'programs', programs: ['thunderbird', 'ios-mail'] },
    { code: 'permission', page: 'https://myapps.microsoft.com/' },
  ],
  takenUp: false,
  canLookAgain: true,
  canRevokeAgain: false,
};

let main: FakeMain;
beforeEach(async () => {
  main = await fakeMain(stateWith(undefined));
  await loadWords('leaving');
});
const asked = () => main.asked.map(([name]) => name);

test('done: each line, what is left with its page, and the receipt that is copied as it is shown', async () => {
  render(<LeavingPage leaving={leaving} />);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('pat@harbour.example is removed');
  expect(screen.getByText(/takes no permission back from a program/u, { selector: 'p' })).toBeTruthy();
  const receipt = document.querySelector('pre')?.textContent ?? '';
  expect(receipt).toContain('Receipt: pat@harbour.example was removed from Postkey');
  expect(receipt).toContain('- Remove the account from Thunderbird and');
  expect(receipt).toContain('https://myapps.microsoft.com/');
  expect(receipt).not.toMatch(/\{\{|undefined/u);
  await userEvent.click(screen.getByRole('button', { name: /Copy: Receipt/u }));
  expect(main.asked.at(-1)).toEqual(['clipboard.copy', { text: receipt }]);
  await userEvent.click(screen.getByRole('button', { name: 'Save as text' }));
  expect(main.asked.at(-1)).toEqual(['letter.save', { name: 'Postkey receipt', text: `${receipt}\n` }]);
  await userEvent.click(screen.getByRole('button', { name: 'Open myapps.microsoft.com' }));
  await userEvent.click(screen.getByRole('button', { name: 'Try the old key again' }));
  await userEvent.click(screen.getByRole('button', { name: 'Put the receipt away' }));
  expect(asked().slice(-3)).toEqual(['link.open', 'leaving.retry', 'leaving.putAway']);
});

test('given up: the provider can be asked once more, and not while it is being asked', async () => {
  const revoke = { kind: 'noted', result: 'given-up', at, problem: problemOf('offline') } as const;
  const given: LeavingView = { ...leaving, canRevokeAgain: true, lines: { ...leaving.lines, revoke } };
  const { rerender } = render(<LeavingPage leaving={given} />);
  expect(screen.getByText(/keeps the key in memory for that/u)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Ask Microsoft again' }));
  expect(asked().at(-1)).toBe('leaving.revokeAgain');
  rerender(<LeavingPage leaving={{ ...given, lines: { ...given.lines, revoke: { kind: 'working' } } }} />);
  expect(screen.queryByRole('button', { name: /again$/u })).toBeNull();
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('pat@harbour.example is removed');
});

test('what was tried again stands at its time, and an organisation is named that may have given the permission', () => {
  const revoke = { kind: 'done', result: 'revoked', at: at + 9000 } as const;
  const byHand = [{ code: 'permission', page: 'https://myapps.microsoft.com/', organisation: 'Harbour' }] as const;
  render(<LeavingPage leaving={{ ...leaving, byHand, lines: { ...leaving.lines, revoke } }} />);
  const receipt = document.querySelector('pre')?.textContent ?? '';
  const lines = receipt.split('\n').filter((line) => /^\d\d:/u.test(line));
  expect(lines.map((line) => line.slice(10))).toEqual([
    'Delete the key from this computer',
    'Prove that the old key opens nothing',
    'Take the permission back',
  ]);
  expect(receipt).toContain('Harbour gave it for everybody');
});

test('a provider out of reach: why, and three ways on', async () => {
  const { endedAt: _ended, ...open } = leaving;
  render(
    <LeavingPage
      leaving={{
        ...open,
        byHand: [],
        lines: {
          revoke: { kind: 'asks', problem: problemOf('connection-refused', { host: 'id.example', port: 443 }), at },
          delete: { kind: 'waiting' },
          prove: { kind: 'waiting' },
        },
      }}
    />,
  );
  expect(screen.getByText(/Nothing is deleted yet/u)).toBeTruthy();
  const ways = within(screen.getByRole('region', { name: 'What did not work' }));
  await userEvent.click(ways.getByRole('button', { name: 'Try again' }));
  await userEvent.click(ways.getByRole('button', { name: 'Go on without it' }));
  await userEvent.click(ways.getByRole('button', { name: 'Keep the account' }));
  expect(asked().slice(-3)).toEqual(['leaving.retry', 'leaving.goOn', 'leaving.keep']);
  expect(screen.queryByText('Receipt')).toBeNull();
});

test.each(leavingParts.flatMap((part) => leavingResults[part].map((result) => [part, result] as const)))(
  '%s, %s: has its words',
  (part, result) => {
    const line = { kind: 'noted', result, at, until: at, values: { address: 'x@y.example', files: 'a.json' } };
    render(<LeavingPage leaving={{ ...leaving, lines: { ...leaving.lines, [part]: line } }} />);
    expect(document.querySelector('pre')?.textContent).not.toMatch(/results\.|\{\{/u);
    expect(document.querySelector(`[data-part=${part}]`)?.textContent).not.toMatch(/results\.|\{\{/u);
  },
);
