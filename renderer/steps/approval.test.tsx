// The pages about an organisation's approval: what is sent, what is recorded, and how the wait goes on.
import { act, cleanup, configure, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import i18next from 'i18next';
import { afterEach, describe, expect, it } from 'vitest';
import type { ApprovalView } from '../../shared/approval.ts';
import { problemOf } from '../../shared/problem.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import type { FakeMain } from '../setup/fake-main.test-part.ts';
import { setupAt, stateWith } from '../setup/fake-main.test-part.ts';
import { exampleProvider, exampleSetup, showPage } from './pages.test-part.tsx';

// What is drawn late is loaded late: on a busy computer, by more than the usual second.
configure({ asyncUtilTimeout: 8000 });
afterEach(cleanup);

const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));
const title = (name: string) => screen.findByRole('heading', { level: 1, name });
const textOf = (asked: FakeMain['asked'], at: number): string => {
  const [, input] = asked.at(at) ?? [];
  return typeof input === 'object' && input !== null && 'text' in input ? String(input.text) : '';
};
const adminLink = 'https://login.example.org/t-1/v2.0/adminconsent?client_id=c-1';
const approval: ApprovalView = {
  adminLink,
  tenant: 't-1',
  clientId: 'c-1',
  permissions: [{ service: 'imap', official: 'https://outlook.office.com/IMAP.AccessAsUser.All' }],
  check: 'after-sign-in',
};

const stopped = (change: Partial<SetupView> = {}): SetupView => ({
  ...setupAt('response', { response: { kind: 'failed', problem: problemOf('approval-needed') } }),
  ...exampleSetup,
  approval,
  ...change,
});
const waiting = (change: Partial<ApprovalView> = {}): SetupView => {
  const since = Date.now() - 3 * 86_400_000;
  return {
    ...setupAt('response', { response: { kind: 'working', activity: 'waiting-for-approval', values: { since } } }),
    ...exampleSetup,
    approval: { ...approval, since, sentBy: 'mail', ...change },
  };
};

describe('an organisation that wants to approve first', () => {
  it('opens the letter in the mail program, and records that it left', async () => {
    const { asked } = await showPage(stopped());
    await title('Your organisation has to approve first');
    await press('Open in my mail program');
    const [name, input] = asked.at(-2) ?? [];
    expect(name).toBe('letter.mail');
    expect(input).toMatchObject({ subject: 'Please approve Postkey for pat@example.org' });
    expect((input as { body: string }).body).toContain(adminLink);
    expect(asked.at(-1)).toEqual(['approval.sent', { by: 'mail' }]);
  });

  it('records nothing when no mail program opened, and says so', async () => {
    const { asked, answers } = await showPage(stopped());
    await title('Your organisation has to approve first');
    answers['letter.mail'] = { accepted: false, refusal: 'mail-program-not-found' };
    await press('Open in my mail program');
    expect((await screen.findByRole('alert')).textContent).toContain('No mail program opened.');
    expect(asked.map(([name]) => name)).not.toContain('approval.sent');
  });

  it('copies and saves what is read, word for word', async () => {
    const { asked } = await showPage(stopped());
    await title('Your organisation has to approve first');
    await press('Copy the letter');
    await press('Save as a file');
    const sent = asked.slice(1);
    expect(sent.map(([name]) => name)).toEqual(['clipboard.copy', 'approval.sent', 'letter.save', 'approval.sent']);
    expect(sent[1]).toEqual(['approval.sent', { by: 'copy' }]);
    expect(sent[3]).toEqual(['approval.sent', { by: 'file' }]);
    const copied = textOf(sent, 0);
    const letter = within(screen.getByRole('region', { name: 'A letter for your IT' }));
    for (const paragraph of copied.split('\n\n')) {
      expect(letter.getAllByText((_text, element) => element?.textContent === paragraph).length).toBeGreaterThan(0);
    }
    expect(textOf(sent, 2)).toContain(copied);
  });

  it('takes a request that was made another way, and opens the page for whoever is the administrator', async () => {
    const { asked } = await showPage(stopped());
    await title('Your organisation has to approve first');
    await press('I have asked already');
    await press('Open the approval page');
    await press('Sign in again');
    expect(asked.slice(1)).toEqual([
      ['approval.sent', { by: 'copy' }],
      ['link.open', { url: adminLink }],
      ['setup.retry', { step: 'response' }],
    ]);
  });

  it('goes to the helpdesk’s address where the preset names one, and nowhere where it is a telephone', async () => {
    const helpdesk = { name: 'Harbour IT', contact: 'it@harbour.example' };
    const { push, asked } = await showPage(stopped());
    await title('Your organisation has to approve first');
    const preset = { organisation: 'Harbour', domains: [], helpdesk };
    act(() => push(stateWith(stopped(), { preset })));
    await press('Open in my mail program');
    expect(asked.at(-2)?.[1]).toMatchObject({ to: 'it@harbour.example' });
    act(() => push(stateWith(stopped(), { preset: { ...preset, helpdesk: { ...helpdesk, contact: '4410' } } })));
    await press('Open in my mail program');
    expect(asked.at(-2)?.[1]).not.toHaveProperty('to');
  });

  it('unfolds', async () => {
    await showPage(stopped());
    await title('Your organisation has to approve first');
    expect(screen.getByRole('button', { name: 'Unfold the letter' }).getAttribute('aria-expanded')).toBe('false');
    await press('Unfold the letter');
    expect(screen.getByRole('button', { name: 'Fold it again' }).getAttribute('aria-expanded')).toBe('true');
  });

  it('is written in the person’s language or in English', async () => {
    const { asked } = await showPage(stopped());
    await title('Your organisation has to approve first');
    expect(screen.queryByRole('radio')).toBeNull();
    i18next.addResourceBundle('de', 'approval', { letters: { hello: 'Guten Tag,' } }, true);
    await act(() => i18next.changeLanguage('de'));
    await press('Copy the letter');
    expect(textOf(asked, -2)).toMatch(/^Guten Tag,/u);
    await userEvent.click(screen.getByRole('radio', { name: 'English' }));
    await press('Copy the letter');
    expect(textOf(asked, -2)).toMatch(/^Hello,/u);
    await act(() => i18next.changeLanguage('en'));
  });

  it('stays the usual page, with a letter of its own, for a rule that has nothing to do with approval', async () => {
    const { approval: _none, ...setup } = stopped();
    const { asked } = await showPage({
      ...setup,
      steps: { ...setup.steps, response: { kind: 'failed', problem: problemOf('policy-blocks') } },
    });
    await press('Write to IT');
    await screen.findByRole('region', { name: 'A letter for your IT' });
    await press('Copy the letter');
    expect(textOf(asked, -2)).toMatch(/^Hello,\n\nPostkey stopped while setting up pat@example\.org\./u);
    expect(textOf(asked, -2)).toContain('Code: 6-POLICY');
    expect(asked.at(-1)).toEqual(['it.asked', { step: 'response', code: 'policy-blocks', by: 'copy' }]);
    expect(asked.map(([name]) => name)).not.toContain('approval.sent');
  });
});

describe('the wait', () => {
  it('says since when, and offers the one small sign-in', async () => {
    const { asked } = await showPage(waiting());
    await title('Waiting for your organisation’s approval');
    expect(screen.getByText('3 days ago')).toBeDefined();
    await press('Let Postkey ask by itself');
    await press('Sign in now');
    await press('Put it aside');
    await press('Cancel');
    expect(asked.slice(1)).toEqual([
      ['approval.watch', {}],
      ['setup.retry', { step: 'response' }],
      ['setup.setAside', {}],
      ['response.cancel', {}],
    ]);
  });

  it('asks at once where Postkey can ask, and says the answer', async () => {
    const lastCheckAt = Date.now() - 60_000;
    const nextCheckAt = Date.now() + 600_000;
    const { asked, push } = await showPage(waiting({ check: 'by-itself', lastCheckAt, nextCheckAt }));
    await title('Waiting for your organisation’s approval');
    expect(screen.getByText(/^Last answer: not yet/u)).toBeDefined();
    expect(screen.getByText(/^Next question/u)).toBeDefined();
    await press('Ask now');
    expect(asked.at(-1)).toEqual(['approval.checkNow', {}]);
    act(() => push(stateWith(waiting({ check: 'by-itself', lastCheckAt, checking: true }))));
    expect(screen.getByText('Asking Microsoft now')).toBeDefined();
    act(() => push(stateWith(waiting({ check: 'by-itself', lastCheckAt: Date.now(), nextCheckAt }))));
    expect(screen.queryByText('Asking Microsoft now')).toBeNull();
  });

  it('leaves the sign-in to the person where nobody can be asked', async () => {
    const google = {
      is: { ...exampleProvider, shortName: 'Google', signIn: 'google' as const },
      source: 'mx' as const,
    };
    const { asked } = await showPage({ ...waiting({ check: 'by-hand' }), provider: google });
    await title('Waiting for your organisation’s approval');
    expect(screen.getByText(/^Postkey cannot ask Google/u)).toBeDefined();
    await press('Sign in now');
    expect(asked.at(-1)).toEqual(['setup.retry', { step: 'response' }]);
  });

  it('sends the letter again', async () => {
    const { asked } = await showPage(waiting());
    await title('Waiting for your organisation’s approval');
    expect(screen.queryByRole('button', { name: 'Copy the letter' })).toBeNull();
    await press('Send the letter again');
    await press('Copy the letter');
    expect(asked.at(-1)?.[0]).toBe('clipboard.copy');
    await waitFor(() => expect(screen.getByText(/^The letter is copied\./u)).toBeDefined());
  });

  it('says what stood in the way, and goes on', async () => {
    await showPage(waiting({ trouble: problemOf('offline') }));
    await title('Waiting for your organisation’s approval');
    expect(screen.getByText(/The wait goes on\./u)).toBeDefined();
  });

  it('is over when approval came', async () => {
    await showPage({
      ...setupAt('token', { response: { kind: 'done', fact: { code: 'approved-after', values: { days: 2 } }, ms: 1 } }),
      ...exampleSetup,
      current: 'response',
    });
    await title('Your organisation has approved Postkey');
    expect(screen.getByText('Approved after 2 days')).toBeDefined();
  });
});

it.each([
  ['stopped', stopped()],
  ['waiting', waiting({ check: 'by-itself', checking: true, trouble: problemOf('offline') })],
])('is built for everyone, and has one solid button: %s', async (_which, setup) => {
  const { container } = await showPage(setup);
  await screen.findByRole('heading', { level: 1 });
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map((each) => each.id)).toEqual([]);
  expect(container.querySelectorAll('.button-primary')).toHaveLength(1);
});
