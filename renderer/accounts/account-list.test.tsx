// The account list with set-ups that wait for approval between the accounts, or alone.
import { act, cleanup, configure, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AccountView } from '../../shared/account-state.ts';
import type { AsideView, NoticeView, PostkeyState } from '../../shared/postkey-state.ts';
import { writeShortDay } from '../letters/write-dates.ts';
import { type FakeMain, fakeMain, setupAt, stateWith } from '../setup/fake-main.test-part.ts';
import { RailFoot } from '../wizard/rail-foot.tsx';
import { AccountList } from './account-list.tsx';

// The window's own; jsdom has none, and the kit asks for it when it is loaded.
vi.hoisted(() =>
  Object.assign(window, {
    matchMedia: () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }),
  }),
);
// The dialog is loaded late: on a busy computer, by more than the usual second.
configure({ asyncUtilTimeout: 8000 });
afterEach(cleanup);

const now = Date.now();
const kim: AsideView = {
  id: 'setup-kim',
  purpose: 'new-account',
  address: 'kim@harbour.example',
  organisation: 'Harbour Schools',
  providerName: 'Microsoft 365',
  since: new Date(2020, 10, 21, 12).getTime(),
  state: 'waiting',
  check: 'by-itself',
  lastCheckAt: now - 60_000,
  nextCheckAt: now + 600_000,
};
/** As this computer writes it. */
const day = writeShortDay('en', kim.since, now);
const pat: AccountView = {
  id: 'account-pat',
  address: 'pat@example.org',
  providerName: 'Example Mail',
  practice: false,
  health: 'well',
  keeping: { store: 'gnome-keyring', kept: 'sealed' },
  servers: [],
  leftOut: [],
  checking: false,
  days: [],
  endings: [],
  addedAt: now,
  watch: { lastCheckAt: now, nextCheckAt: now + 1, services: { imap: 'passed', smtp: 'passed' } },
};
const approvedNotice: NoticeView = {
  id: 'approved-setup-kim',
  code: 'approved',
  values: { address: kim.address, setup: kim.id },
};

async function show(more: Partial<PostkeyState>): Promise<FakeMain & { readonly container: HTMLElement }> {
  const main = await fakeMain(stateWith(undefined, more));
  const { container } = render(<AccountList />);
  return { ...main, container };
}

const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));
const title = () => screen.getByRole('heading', { level: 1 }).textContent;
const card = (address: string) => within(screen.getByRole('article', { name: new RegExp(address, 'u') }));

describe('a set-up that waits for approval', () => {
  it('stands alone where there is no account yet, beside the way to another one', async () => {
    const { asked, container } = await show({ aside: [kim] });
    expect(title()).toBe('One waits for approval');
    expect(screen.getByText('You can add another account meanwhile.')).toBeDefined();
    expect(card(kim.address).getByText(`Waiting for approval by Harbour Schools since ${day}.`)).toBeDefined();
    expect(card(kim.address).getByText(/^Last answer: not yet, .* Next question: /u)).toBeDefined();
    await press('Add an account');
    await press('Open the set-up of kim@harbour.example');
    expect(asked.slice(1)).toEqual([
      ['setup.start', { practice: false }],
      ['setup.takeUp', { id: kim.id }],
    ]);
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map((each) => each.id)).toEqual([]);
  });

  it('says what helps where Postkey cannot ask by itself', async () => {
    const { organisation: _none, lastCheckAt: _never, nextCheckAt: _nor, ...bare } = kim;
    const { push } = await show({ aside: [{ ...bare, check: 'by-hand' }] });
    expect(card(kim.address).getByText(`Waiting for approval since ${day}.`)).toBeDefined();
    expect(card(kim.address).getByText('When your IT says yes, open it and sign in.')).toBeDefined();
    act(() => push(stateWith(undefined, { aside: [{ ...bare, check: 'after-sign-in' }] })));
    expect(card(kim.address).getByText(/after one small sign-in/u)).toBeDefined();
  });

  it('is cancelled only after a question', async () => {
    const { asked, answers } = await show({ aside: [kim] });
    await press('Cancel the request for kim@harbour.example');
    await userEvent.click(await screen.findByRole('button', { name: 'Go on waiting' }));
    expect(asked.slice(1)).toEqual([]);
    await press('Cancel the request for kim@harbour.example');
    answers['setup.cancelAside'] = { accepted: false, refusal: 'not-now' };
    const dialog = within(
      await screen.findByRole('alertdialog', { name: 'Cancel the request for kim@harbour.example?' }),
    );
    await userEvent.click(dialog.getByRole('button', { name: 'Cancel the request' }));
    expect(asked.at(-1)).toEqual(['setup.cancelAside', { id: kim.id }]);
    expect((await dialog.findByRole('alert')).textContent).toContain('not possible');
  });

  it('promises that an account stays as it was', async () => {
    await show({ aside: [{ ...kim, purpose: 'sign-in-again' }] });
    await press('Cancel the request for kim@harbour.example');
    expect(await screen.findByText(/the account stays as it was before/u)).toBeDefined();
  });

  it('comes first and has the solid button once approved, with the notice leading to the same', async () => {
    const { asked } = await show({
      accounts: [pat],
      aside: [{ ...kim, state: 'approved' }],
      notices: [approvedNotice],
    });
    expect(title()).toBe('One needs you');
    expect(
      screen.getByText('The set-up of kim@harbour.example went on by itself as far as it could without you.'),
    ).toBeDefined();
    expect(screen.getAllByRole('article')[0]?.textContent).toContain('Approved: go on.');
    const [inNotice, onCard] = screen.getAllByRole('button', { name: 'Go on with the set-up of kim@harbour.example' });
    if (!inNotice || !onCard) throw new Error('a button is missing');
    expect(inNotice.className).toContain('button-secondary');
    expect(onCard.className).toContain('button-primary');
    await userEvent.click(inNotice);
    expect(asked.at(-1)).toEqual(['setup.takeUp', { id: kim.id }]);
    await press('Cancel the set-up of kim@harbour.example');
    expect(await screen.findByText('Cancel this set-up?')).toBeDefined();
  });

  it('says that it waits no more where something was lost', async () => {
    await show({ accounts: [pat], aside: [{ ...kim, state: 'stopped' }] });
    expect(title()).toBe('One needs you');
    expect(card(kim.address).getByText('Not waiting any more.')).toBeDefined();
  });

  it('stands behind those who need the person, and before those that are well', async () => {
    const sam: AccountView = { ...pat, id: 'account-sam', address: 'sam@example.org', health: 'needs-you' };
    await show({ accounts: [pat, sam], aside: [kim] });
    const order = screen.getAllByRole('article').map((article) => /\w+@/u.exec(article.textContent ?? '')?.[0]);
    expect(order).toEqual(['sam@', 'kim@', 'pat@']);
    expect(title()).toBe('One needs you, one waits for approval');
  });
});

it('a notice about a set-up that is open has nothing to open', async () => {
  await show({ accounts: [pat], notices: [approvedNotice] });
  expect(screen.getByText('The set-up of kim@harbour.example goes on by itself.')).toBeDefined();
  expect(screen.queryByRole('button', { name: /^Go on/u })).toBeNull();
});

it('another set-up can be cancelled back to the list, also where nothing but a wait is in it', async () => {
  const setup = setupAt('understand');
  const { push } = await fakeMain(stateWith(setup));
  render(<RailFoot setup={setup} />);
  expect(screen.queryByRole('button', { name: /^Cancel/u })).toBeNull();
  act(() => push(stateWith(setup, { aside: [kim] })));
  expect(screen.getByRole('button', { name: /^Cancel/u })).toBeDefined();
});
