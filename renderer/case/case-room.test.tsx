// Somebody else's case file: the caller's code and words, every step to look at, no button that would change anything. And the preview of one's own: every line, and what can be left out.
import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, expect, it } from 'vitest';
import type { CaseDraft } from '../../shared/case-draft.ts';
import type { CaseFile } from '../../shared/case-file.ts';
import { fakeMain, setupAt, stateWith } from '../setup/fake-main.test-part.ts';
import { loadWords } from '../setup/words.ts';
import { CaseDraftDialog } from './case-draft-dialog.tsx';
import { CaseRoom } from './case-room.tsx';

afterEach(cleanup);

const mailbox = 'mailbox-3f9a0c1d2e';
const {
  id: _id,
  provider: _provider,
  lookUp: _lookUp,
  ...setup
} = setupAt('test', {
  test: {
    kind: 'failed',
    problem: { code: 'smtp-off', facts: { level: 'mailbox' }, serverSaid: '535 5.7.139 <b>no</b>' },
  },
});
const file: CaseFile = {
  postkeyCase: 1,
  madeAt: Date.UTC(2026, 10, 24),
  by: { postkey: '0.1.0', electron: '45', system: 'linux', language: 'en' },
  page: '10-SMTP-OFF',
  setup: { ...setup, mailbox },
  accounts: [
    {
      mailbox,
      domain: 'gmail.com',
      registration: { source: 'own', clientId: 'c', hasSecret: false },
      scopes: [],
      history: [
        {
          state: 'broken',
          cause: 'imap-off',
          services: {},
          from: Date.UTC(2026, 10, 23),
          until: Date.UTC(2026, 10, 24),
        },
      ],
      providerName: 'Harbour Mail',
      practice: false,
      health: 'stopped',
      keeping: { store: 'kwallet', kept: 'sealed' },
      servers: [],
      leftOut: [],
      addedAt: 1,
      days: [],
      endings: [],
    },
  ],
};
const groups = [
  {
    title: 'This case file',
    lines: [
      { label: 'Made', value: 'today' },
      { label: 'System', value: 'linux', part: 'by.system' },
      { value: 'a line of the log', part: 'log.0' },
    ],
  },
];

async function open() {
  const main = await fakeMain(stateWith(undefined));
  await Promise.all([loadWords('case-file'), loadWords('account')]);
  const { container } = render(<CaseRoom opened={{ file, groups }} />);
  return { main, container, person: userEvent.setup() };
}

it('shows the caller’s code, words and every step, and asks main for nothing', async () => {
  const { main, container, person } = await open();
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Sending is switched off');
  expect(screen.getByText('535 5.7.139 <b>no</b>')).toBeTruthy();
  expect(screen.getAllByText('10-SMTP-OFF').length).toBeGreaterThan(1);
  expect(screen.queryByRole('button', { name: /Try again|Sign in again|Write to IT/u })).toBeNull();
  await person.click(screen.getByRole('button', { name: /Keeping watch/u }));
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Keeping watch');
  await person.click(screen.getByRole('button', { name: mailbox }));
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(mailbox);
  await person.click(screen.getByRole('button', { name: 'Everything in this file' }));
  expect(screen.getByText('a line of the log')).toBeTruthy();
  expect(main.asked.map(([name]) => name)).toEqual(['window.ready']);
  expect((await axe.run(container, { rules: { 'color-contrast': { enabled: false } } })).violations).toEqual([]);
  await person.click(screen.getByRole('button', { name: 'Close the case file' }));
  expect(main.asked.at(-1)).toEqual(['case.close', {}]);
});

it('previews every line, with what can be left out, and says where it went or why it did not', async () => {
  const main = await fakeMain(stateWith(undefined));
  await loadWords('case-file');
  const showModal = HTMLDialogElement.prototype.showModal;
  HTMLDialogElement.prototype.showModal = function show(this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close ??= () => undefined;
  const draft: CaseDraft = {
    groups,
    wish: { withLog: true, keepOrganisation: false, leaveOut: [] },
    hasLog: true,
    hasOrganisation: true,
    mine: [{ address: 'pat@harbour.example', mailbox }],
    finding: { what: 'secret', group: 'Technical details', line: 7 },
  };
  const { rerender } = render(<CaseDraftDialog draft={draft} />);
  const person = userEvent.setup();
  const dialog = screen.getByRole('dialog', { name: 'A case file for whoever helps you' });
  for (const text of ['today', 'a line of the log', /pat@harbour\.example is called mailbox-/u]) {
    expect(within(dialog).getByText(text)).toBeTruthy();
  }
  expect(within(dialog).getByText(/“Technical details”, line 7/u)).toBeTruthy();
  await person.click(within(dialog).getByRole('checkbox', { name: 'My organisation’s names' }));
  expect(main.asked.at(-1)).toEqual(['case.choose', { withLog: true, keepOrganisation: true, leaveOut: [] }]);
  const wish = { withLog: true, keepOrganisation: false };
  expect(within(dialog).queryByRole('checkbox', { name: 'Made is in the file' })).toBeNull();
  await person.click(within(dialog).getByRole('checkbox', { name: 'System is in the file' }));
  expect(main.asked.at(-1)).toEqual(['case.choose', { ...wish, leaveOut: ['by.system'] }]);
  await person.click(within(dialog).getByRole('button', { name: 'Untick all of “This case file”' }));
  expect(main.asked.at(-1)).toEqual(['case.choose', { ...wish, leaveOut: ['by.system', 'log.0'] }]);
  const out = groups.map((group) => ({
    ...group,
    lines: group.lines.map((line) => ('part' in line ? { ...line, leftOut: true as const } : line)),
  }));
  rerender(
    <CaseDraftDialog draft={{ ...draft, groups: out, wish: { ...wish, leaveOut: ['by.system', 'log.0', 'page'] } }} />,
  );
  expect(within(dialog).getByText('linux').closest('del')).toBeTruthy();
  expect(within(dialog).getByText('3 lines, 2 left out')).toBeTruthy();
  await person.click(within(dialog).getByRole('checkbox', { name: 'Line 3 is in the file' }));
  expect(main.asked.at(-1)).toEqual(['case.choose', { ...wish, leaveOut: ['by.system', 'page'] }]);
  await person.click(within(dialog).getByRole('button', { name: 'Tick all of “This case file”' }));
  expect(main.asked.at(-1)).toEqual(['case.choose', { ...wish, leaveOut: ['page'] }]);
  expect((await axe.run(dialog, { rules: { 'color-contrast': { enabled: false } } })).violations).toEqual([]);
  await person.click(within(dialog).getByRole('button', { name: 'Save the file' }));
  expect(main.asked.at(-1)).toEqual(['case.save', {}]);
  const { finding: _finding, ...fine } = draft;
  rerender(<CaseDraftDialog draft={{ ...fine, hasOrganisation: false, saved: '/home/pat/case.html' }} />);
  expect(within(dialog).getByText('/home/pat/case.html')).toBeTruthy();
  expect(within(dialog).queryByRole('checkbox', { name: 'My organisation’s names' })).toBeNull();
  HTMLDialogElement.prototype.showModal = showModal;
});
