// The button that helps, for each kind of thing that helps and whoever has to act: on the account's page and on its card.
import { act, cleanup, configure, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AccountView, Health } from '../../shared/account-state.ts';
import { type ProblemCode, problemOf, problems } from '../../shared/problem.ts';
import { fakeMain, stateWith } from '../setup/fake-main.test-part.ts';
import { exampleLadder } from '../steps/pages.test-part.tsx';
import { now, pat, press, show } from './account-page.test-part.tsx';
import { AccountRoom } from './account-room.tsx';

// The window's own; jsdom has none, and the kit asks for it when it is loaded.
vi.hoisted(() =>
  Object.assign(window, {
    matchMedia: () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }),
  }),
);
configure({ asyncUtilTimeout: 8000 });
afterEach(cleanup);

function brokenBy(code: ProblemCode, health: Health, more: Partial<AccountView> = {}): AccountView {
  const isAtKey = code.startsWith('sign-in') || code.startsWith('secret') || code.startsWith('client');
  const problem = problemOf(code, { service: 'imap', provider: 'Microsoft' });
  const ladder = exampleLadder('imap', { state: 'broken', problem });
  const watch = isAtKey
    ? { lastCheckAt: now, nextCheckAt: now, services: {}, problem }
    : { lastCheckAt: now, nextCheckAt: now, services: { imap: 'broken' as const }, problem, ladders: [ladder] };
  return { ...pat, health, watch, ...more };
}

const again = ['account.signInAgain', { id: pat.id }];
const reopens = (step: string) => [again, ['setup.reopen', { step }]];
const checks = [['account.check', { id: pat.id }]];

/** One of each next action and actor that an account can meet. */
const helped: readonly (readonly [ProblemCode, Health, string, readonly unknown[]])[] = [
  ['sign-in-ended', 'needs-you', 'Sign in again', [again]],
  ['password-refused', 'needs-you', 'Type the password', [again]],
  ['certificate-wrong-name', 'needs-you', 'Change the server', reopens('understand')],
  ['no-route', 'needs-you', 'Try again', checks],
  ['server-busy', 'noted', 'Try again', checks],
  ['certificate-expired', 'stopped', 'Try again', checks],
  ['secret-expired', 'stopped', 'Change the registration', reopens('register')],
];

describe('on the page', () => {
  it.each(helped)('%s, %s: "%s"', async (code, health, button, requests) => {
    const account = brokenBy(code, health);
    const { asked } = await show(account);
    const cause = within(screen.getByRole('region', { name: 'The last look' }));
    expect(cause.getByText(actorOf(code), { selector: 'strong' })).toBeDefined();
    await userEvent.click(cause.getByRole('button', { name: button }));
    await waitFor(() => expect(asked.slice(-requests.length)).toEqual(requests));
  });

  it('offers nothing that an account cannot do', async () => {
    await show(brokenBy('account-kind-not-allowed', 'needs-you'));
    expect(problems['account-kind-not-allowed'].next).toBe('edit-address');
    expect(screen.queryByRole('button', { name: 'Change the address' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeDefined();
  });

  it('writes to IT where the registration is theirs, and not where it is one’s own', async () => {
    const { push } = await show(brokenBy('secret-expired', 'stopped', { organisationsApp: true }));
    expect(screen.getByRole('button', { name: 'Write to IT' })).toBeDefined();
    const own = brokenBy('secret-expired', 'stopped');
    act(() => push(stateWith(undefined, { accounts: [own], opened: { id: own.id, history: [] } })));
    expect(screen.queryByRole('button', { name: 'Write to IT' })).toBeNull();
  });
});

/** As the page calls who acts. */
function actorOf(code: ProblemCode): string {
  const names = {
    you: 'You can mend this',
    it: 'Your IT has to act',
    provider: 'Your provider has to act',
    app: 'The owner of the app’s registration has to act',
    wait: 'Nobody has to act',
  };
  return names[problems[code].actor];
}

describe('on the card', () => {
  async function list(account: AccountView) {
    const main = await fakeMain(stateWith(undefined, { accounts: [account] }));
    render(<AccountRoom />);
    return main;
  }

  it.each(helped.filter(([, health]) => health === 'needs-you'))(
    '%s, %s: "%s"',
    async (code, health, button, requests) => {
      const { asked } = await list(brokenBy(code, health));
      await press(button);
      await waitFor(() => expect(asked.slice(-requests.length)).toEqual(requests));
    },
  );

  it('“Write to IT” opens the letter itself, with the words of this account and the time of the look', async () => {
    const account = brokenBy('imap-off', 'stopped', { organisation: 'Harbour Schools' });
    const { asked, push } = await list(account);
    await press('Write to IT');
    expect(asked.at(-1)).toEqual(['account.open', { id: account.id }]);
    act(() => push(stateWith(undefined, { accounts: [account], opened: { id: account.id, history: [] } })));
    const letter = await screen.findByRole('region', { name: 'A letter for your IT' });
    expect(letter.textContent).toContain(account.address);
    expect(letter.textContent).toContain('Harbour Schools');
    expect(letter.textContent).toContain('10-IMAP-OFF');
    expect(document.activeElement?.contains(letter)).toBe(true);
    await press('Put the letter away');
    expect(screen.queryByRole('region', { name: 'A letter for your IT' })).toBeNull();
  });

  it('its name opens the page without the letter', async () => {
    const account = brokenBy('imap-off', 'stopped');
    const { push } = await list(account);
    await press('Write to IT');
    await press(account.address);
    act(() => push(stateWith(undefined, { accounts: [account], opened: { id: account.id, history: [] } })));
    const heading = await screen.findByRole('heading', { level: 1, name: account.address });
    expect(document.activeElement).toBe(heading);
    expect(screen.getByRole('button', { name: 'Write to IT' }).getAttribute('aria-expanded')).toBe('false');
  });
});
