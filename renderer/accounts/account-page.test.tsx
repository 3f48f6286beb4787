// An account's own page: what broke with who acts and the button that helps, what will end the sign-in, how it was, and the way back.
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { problemOf } from '../../shared/problem.ts';
import { fakeMain, stateWith } from '../setup/fake-main.test-part.ts';
import { exampleLadder } from '../steps/pages.test-part.tsx';
import { dayMs, now, pat, press, server, show } from './account-page.test-part.tsx';
import { AccountRoom } from './account-room.tsx';

// The window's own; jsdom has none, and the kit asks for it when it is loaded.
vi.hoisted(() =>
  Object.assign(window, {
    matchMedia: () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }),
  }),
);
afterEach(cleanup);

const said = 'BAD User is authenticated but not connected.';

function passed(service: 'imap' | 'pop' | 'smtp') {
  return exampleLadder(service, { state: 'passed' });
}

function broken(service: 'imap' | 'smtp', code: Parameters<typeof problemOf>[0], serverSaid?: string) {
  const rungs = { ...exampleLadder(service).rungs, login: { kind: 'broken' as const, ms: 3 } };
  return exampleLadder(service, { state: 'broken', rungs, problem: problemOf(code, { service }, serverSaid) });
}

const part = (name: string) => within(screen.getByRole('region', { name }));

describe('what the last look saw', () => {
  it('names cause and actor on the rung, and has the button that helps below', async () => {
    const { asked, container } = await show({
      ...pat,
      health: 'stopped',
      watch: {
        lastCheckAt: now,
        nextCheckAt: now,
        services: { imap: 'passed', smtp: 'broken' },
        problem: problemOf('smtp-off'),
        ladders: [passed('imap'), broken('smtp', 'smtp-off')],
      },
    });
    const rung = screen.getByRole('region', { name: 'SMTP' }).querySelector('.rung-broken');
    expect(rung?.textContent).toContain('Sending is switched off');
    expect(rung?.textContent).toContain('Your IT has to act');
    await press('Try again');
    expect(asked.at(-1)).toEqual(['account.check', { id: pat.id }]);
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map((each) => each.id)).toEqual([]);
  });

  it('says first what has to be mended first, and both codes', async () => {
    await show({
      ...pat,
      health: 'needs-you',
      watch: {
        lastCheckAt: now,
        nextCheckAt: now,
        services: { imap: 'broken', smtp: 'broken' },
        problem: problemOf('token-refused'),
        ladders: [broken('smtp', 'smtp-off'), broken('imap', 'token-refused')],
      },
    });
    const look = screen.getByRole('region', { name: 'The last look' }).textContent ?? '';
    const [first, second] = [
      'You are signed in, but the mail server did not accept the key.',
      'SMTP: Sending is switched off',
    ];
    expect(look.indexOf(first ?? '')).toBeGreaterThan(-1);
    expect(look.indexOf(first ?? '')).toBeLessThan(look.indexOf(second ?? ''));
    expect(look).toContain('10-SMTP-OFF');
  });

  it('walks through what a late error can mean, and crosses out what is known', async () => {
    const { asked } = await show({
      ...pat,
      health: 'stopped',
      personChecked: true,
      watch: {
        lastCheckAt: now,
        nextCheckAt: now,
        services: { imap: 'broken' },
        problem: problemOf('mailbox-unreachable'),
        ladders: [broken('imap', 'mailbox-unreachable', said)],
      },
    });
    const list = within(await screen.findByRole('region', { name: 'What it can be, the likeliest first' }));
    const lines = list.getAllByRole('listitem').map((each) => each.textContent ?? '');
    expect(lines[0]).toContain('Not this: Somebody else is signed in');
    expect(lines[0]).toContain('pat@example.org signed in, and that is right.');
    expect(lines[1]).toContain('pat@example.org is an alias');
    expect(lines[1]).not.toContain('Not this');
    expect(lines[2]).toContain('Your IT has to act');
    await userEvent.click(list.getAllByRole('button', { name: 'What exactly IT has to do' })[0] as HTMLElement);
    expect((await list.findAllByText(/CASMailbox/u)).length).toBeGreaterThan(0);
    await userEvent.click(list.getAllByRole('button', { name: 'Try again' })[0] as HTMLElement);
    expect(asked.at(-1)).toEqual(['account.check', { id: pat.id }]);
    await press('Explain these words');
    expect(asked.at(-1)).toEqual(['help.explain', { text: said }]);
  });

  it('opens without servers and without a key, with the button that mends it', async () => {
    const { asked } = await show({
      ...pat,
      health: 'needs-you',
      watch: {
        lastCheckAt: now,
        nextCheckAt: now,
        services: {},
        problem: problemOf('sign-in-ended', { provider: 'Microsoft' }),
      },
    });
    expect(screen.getByText('No server was asked: the key has to be renewed first.')).toBeDefined();
    await press('Sign in again');
    expect(asked.at(-1)).toEqual(['account.signInAgain', { id: pat.id }]);
  });

  it('leads to the servers of the set-up where one has to be changed', async () => {
    const { asked } = await show({
      ...pat,
      watch: {
        lastCheckAt: now,
        nextCheckAt: now,
        services: { imap: 'broken' },
        problem: problemOf('certificate-wrong-name'),
        ladders: [broken('imap', 'certificate-wrong-name')],
      },
    });
    await press('Change the server');
    expect(asked.slice(-2)).toEqual([
      ['account.signInAgain', { id: pat.id }],
      ['setup.reopen', { step: 'understand' }],
    ]);
  });
});

it('says what it was set up without and what that means, and tries it again without a sign-in', async () => {
  const { asked, push } = await show({
    ...pat,
    leftOut: ['smtp'],
    leftOutWhy: { smtp: { problem: problemOf('smtp-off'), at: now - 2 * dayMs } },
  });
  const without = part('Set up without sending');
  expect(without.getByText(/receive mail for this address and cannot send/u)).toBeDefined();
  expect(without.getByText(/Sending is switched off\. Last tried 2 days ago\./u)).toBeDefined();
  await press('Try sending again');
  expect(asked.at(-1)).toEqual(['account.tryLeftOut', { id: pat.id }]);
  // Not allowed in the browser: only a sign-in can change that.
  const unticked = { ...pat, leftOut: ['smtp' as const] };
  act(() => push(stateWith(undefined, { accounts: [unticked], opened: { id: pat.id, history: [] } })));
  expect(screen.queryByRole('button', { name: 'Try sending again' })).toBeNull();
  expect(part('Set up without sending').getByText(/The permission for it was not given/u)).toBeDefined();
});

it('says what will end the sign-in, when and how sure, and the name the server took', async () => {
  const { asked } = await show({
    ...pat,
    servers: [{ service: 'imap', server, loginName: 'pmoreno', insteadOf: 'pat@example.org' }],
    endings: [
      { cause: 'testing-seven-days', at: now + 2 * dayMs, sure: 'certain', values: {} },
      { cause: 'password-change', sure: 'possible', values: {} },
    ],
  });
  const [first, second] = part('What can end this sign-in').getAllByRole('listitem');
  expect(first?.textContent).toContain('in 2 days');
  expect(first?.textContent).toContain('The app is in Testing at Google');
  expect(first?.textContent).toContain('Certain: the date is known.');
  expect(second?.textContent).toContain('No date');
  await press('Save as a calendar file');
  const [name, input] = asked.at(-1) ?? [];
  expect(name).toBe('letter.save');
  expect(JSON.stringify(input).match(/BEGIN:VEVENT/gu)).toHaveLength(1);
  expect(JSON.stringify(input)).toContain('SUMMARY;LANGUAGE=en:pat@example.org: The app is in Testing at Google');
  expect(screen.getByText('Your mail server knows you as pmoreno. It did not take pat@example.org.')).toBeDefined();
});

describe('the way back', () => {
  it('is a button, Escape and Alt with the left arrow, but not from a menu', async () => {
    const { asked } = await show(pat);
    const closes = () => asked.filter(([name]) => name === 'account.close').length;
    await press('All accounts');
    fireEvent.keyDown(document.body, { key: 'Escape' });
    fireEvent.keyDown(document.body, { key: 'ArrowLeft', altKey: true });
    expect(closes()).toBe(3);
    await press('More for pat@example.org');
    await screen.findByRole('menu');
    await userEvent.keyboard('{Escape}');
    expect(closes()).toBe(3);
  });

  it('leads to where the list was left, with the focus on the account', async () => {
    const sam = { ...pat, id: 'account-sam', address: 'sam@example.org' };
    const { asked, push } = await fakeMain(stateWith(undefined, { accounts: [pat, sam] }));
    render(<AccountRoom />);
    const list = document.querySelector('main');
    if (list) list.scrollTop = 120;
    await press('sam@example.org');
    expect(asked.at(-1)).toEqual(['account.open', { id: sam.id }]);
    act(() => push(stateWith(undefined, { accounts: [pat, sam], opened: { id: sam.id, history: [] } })));
    const heading = await screen.findByRole('heading', { level: 1, name: sam.address });
    expect(document.activeElement).toBe(heading);
    act(() => push(stateWith(undefined, { accounts: [pat, sam] })));
    expect(document.activeElement).toBe(await screen.findByRole('button', { name: 'sam@example.org' }));
    expect(document.querySelector('main')?.scrollTop).toBe(120);
  });
});
