// Test only: an account, and its page as the room shows it.
import { configure, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { AccountView } from '../../shared/account-state.ts';
import type { HistoryEntry } from '../../shared/history.ts';
import { type FakeMain, fakeMain, stateWith } from '../setup/fake-main.test-part.ts';
import { exampleLadder } from '../steps/pages.test-part.tsx';
import { AccountRoom } from './account-room.tsx';

// Page and words are loaded late: on a busy computer, by more than the usual second.
configure({ asyncUtilTimeout: 8000 });

export const dayMs = 86_400_000;
export const now = Date.now();
export const server = { host: 'outlook.office365.com', port: 993, security: 'tls' } as const;

export const pat: AccountView = {
  id: 'account-pat',
  address: 'pat@example.org',
  providerName: 'Microsoft 365',
  practice: false,
  health: 'well',
  keeping: { store: 'gnome-keyring', kept: 'sealed' },
  servers: [{ service: 'imap', server, loginName: 'pat@example.org' }],
  leftOut: [],
  checking: false,
  days: [],
  endings: [],
  addedAt: now,
  watch: {
    lastCheckAt: now,
    nextCheckAt: now + 1,
    services: { imap: 'passed' },
    ladders: [exampleLadder('imap', { state: 'passed' })],
  },
};

/** Its own page. */
export async function show(
  account: AccountView,
  history: readonly HistoryEntry[] = [],
): Promise<FakeMain & { readonly container: HTMLElement }> {
  const main = await fakeMain(stateWith(undefined, { accounts: [account], opened: { id: account.id, history } }));
  const { container } = render(<AccountRoom />);
  await screen.findByRole('heading', { level: 1, name: account.address });
  return { ...main, container };
}

export const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));
