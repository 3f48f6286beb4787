import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { problemOf } from '../../shared/problem.ts';
import type { PersonView, SetupView } from '../../shared/setup-state.ts';
import type { StepId } from '../../shared/setup-steps.ts';
import type { StepStatus } from '../../shared/step-status.ts';
import { setupAt } from '../setup/fake-main.test-part.ts';
import { exampleLadder, exampleSetup, showPage } from './pages.test-part.tsx';

afterEach(cleanup);

const at = (step: StepId, status: StepStatus, more: Partial<SetupView> = {}): SetupView => ({
  ...setupAt(step, { [step]: status }),
  ...exampleSetup,
  ...more,
});
const failed = (...problem: Parameters<typeof problemOf>): StepStatus => ({
  kind: 'failed',
  problem: problemOf(...problem),
});
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));

const sam: PersonView = {
  typed: 'pat@example.org',
  expected: 'pat@example.org',
  signedInAs: 'sam@example.org',
  name: 'Sam Lee',
};

describe('someone else signed in', () => {
  const wrong = at('token', failed('wrong-person'), { person: sam });

  it('shows both people, and leaves each decision to the person', async () => {
    const { asked } = await showPage(wrong);
    expect(screen.getByText('pat@example.org')).toBeDefined();
    expect(screen.getByText('sam@example.org')).toBeDefined();
    await press('Sign in again');
    await press('It is shared');
    await press('Use this address');
    expect(asked.slice(1)).toEqual([
      ['token.decide', { decision: 'sign-in-again' }],
      ['token.decide', { decision: 'shared-mailbox' }],
      ['token.decide', { decision: 'use-signed-in-address' }],
    ]);
  });

  it('offers no other mailbox when an account signs in again', async () => {
    await showPage({ ...wrong, purpose: 'sign-in-again' });
    expect(screen.getByRole('button', { name: 'Sign in again' })).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Use this address' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'It is shared' })).toBeNull();
  });

  it('offers no other mailbox where an administrator may have signed in to approve', async () => {
    await showPage({ ...wrong, approval: { clientId: 'c-1', permissions: [], check: 'by-hand' } });
    expect(screen.getByRole('button', { name: 'Sign in again' })).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Use this address' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'It is shared' })).toBeNull();
  });
});

it('names each permission that is missing, and lets one go on without it', async () => {
  const scopes = [
    { service: 'imap' as const, scope: 'imap', granted: true },
    { service: 'smtp' as const, scope: 'smtp', granted: false },
  ];
  const { asked } = await showPage(
    at('token', failed('scope-missing'), { scopes, wanted: ['imap', 'smtp'], person: sam }),
  );
  expect(screen.getByText('Receiving with IMAP is allowed')).toBeDefined();
  expect(screen.getByText('“Send mail” was not allowed')).toBeDefined();
  await press('Go on with what was allowed');
  expect(asked.at(-1)).toEqual(['token.decide', { decision: 'go-on' }]);
});

it('does not let one go on past a key that failed its check', async () => {
  await showPage(at('token', failed('token-invalid')));
  expect(screen.queryByRole('button', { name: /go on/iu })).toBeNull();
});

it('offers two honest ways where there is no key store', async () => {
  const { asked } = await showPage(at('store', failed('no-key-store')));
  await press('Try again');
  await press('Use it until Postkey closes');
  expect(asked.slice(1)).toEqual([
    ['store.decide', { decision: 'try-again' }],
    ['store.decide', { decision: 'this-session' }],
  ]);
});

describe('the ladders', () => {
  const smtpOff = problemOf('smtp-off');
  const broken = (passes: readonly ('imap' | 'pop')[]): SetupView =>
    at('test', failed('smtp-off'), {
      ladders: (['imap', 'pop', 'smtp'] as const).map((service) =>
        service !== 'smtp' && passes.includes(service)
          ? exampleLadder(service, { state: 'passed' })
          : exampleLadder(service, { state: 'broken', problem: smtpOff }),
      ),
    });

  it('say what is well first, and let one finish with it', async () => {
    const { asked } = await showPage(broken(['imap', 'pop']));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Sending is switched off');
    expect(screen.getByText(/^Receiving works\./u)).toBeDefined();
    await press('Finish with receiving only');
    expect(asked.at(-1)).toEqual(['test.finishWithout', {}]);
  });

  it('offer no finish where nothing can be received', async () => {
    await showPage(broken([]));
    expect(screen.queryByRole('button', { name: /^Finish/u })).toBeNull();
  });

  it('show two causes apart, each with its own code', async () => {
    const ladders = [
      exampleLadder('imap', { state: 'passed' }),
      exampleLadder('pop', { state: 'broken', problem: problemOf('pop-off') }),
      exampleLadder('smtp', { state: 'broken', problem: smtpOff }),
    ];
    await showPage(at('test', failed('pop-off'), { ladders }));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('More than one thing is in the way');
    expect(screen.getByText('10-POP-OFF')).toBeDefined();
    expect(screen.getByText('10-SMTP-OFF')).toBeDefined();
    expect(screen.getAllByRole('button', { name: 'Try again' })).toHaveLength(1);
  });

  it('take another server for the one that broke, checked at the field', async () => {
    const ladders = [
      exampleLadder('imap', { state: 'passed' }),
      exampleLadder('smtp', { state: 'broken', problem: problemOf('name-not-found') }),
    ];
    const { asked } = await showPage(at('test', failed('name-not-found'), { ladders }));
    await press('Change the server');
    const host = screen.getByLabelText<HTMLInputElement>('Server');
    expect(host.value).toBe('smtp.example.org');
    fireEvent.change(host, { target: { value: 'pat@example.org' } });
    await press('Use this server');
    expect(screen.getByRole('alert').textContent).toContain('This is an e-mail address.');
    fireEvent.change(host, { target: { value: 'mail.example.org' } });
    await press('Use this server');
    await waitFor(() => expect(screen.queryByLabelText('Server')).toBeNull());
    expect(asked.at(-1)).toEqual([
      'test.editServer',
      { service: 'smtp', server: { host: 'mail.example.org', port: 587, security: 'starttls' } },
    ]);
  });
});

it('shows who signed a certificate that was refused', async () => {
  const problem = problemOf('certificate-unknown-signer', {
    signer: 'Harbour Inspection CA',
    names: 'imap.example.org',
    validFrom: '2026-01-02',
    validUntil: '2027-01-02',
  });
  const ladders = [exampleLadder('imap', { state: 'broken', problem })];
  await showPage(at('test', { kind: 'failed', problem }, { ladders }));
  expect(screen.getByText('The certificate was signed by Harbour Inspection CA.')).toBeDefined();
  expect(screen.getByText('It is good from January 2, 2026 until January 2, 2027.')).toBeDefined();
});
