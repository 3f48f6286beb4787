import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { SetupView } from '../../shared/setup-state.ts';
import { setupAt, stateWith } from '../setup/fake-main.test-part.ts';
import { exampleSetup, showPage } from './pages.test-part.tsx';
import { restMs } from './use-address-look-up.ts';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const empty = setupAt('understand');
const found: SetupView = { ...empty, ...exampleSetup };
const lookUp = { startedAt: 0, deadlineAt: 6_000, sources: [] };
const unknown: SetupView = { ...empty, address: 'pat@harbour.example', wanted: [], lookUp };

const addressField = (): HTMLInputElement => screen.getByLabelText('Your e-mail address');
/** All at once, as a paste does: how fast keys follow each other must not matter here. */
const fill = (field: HTMLElement, text: string) => fireEvent.change(field, { target: { value: text } });
const lookUps = (asked: readonly (readonly [string, unknown])[]): unknown[] =>
  asked.filter(([name]) => name === 'understand.address').map(([, input]) => input);

describe('looking up', () => {
  it('waits until the typing rests, and then asks once', async () => {
    const { asked } = await showPage(empty);
    vi.useFakeTimers();
    for (const text of ['pat@example.o', 'pat@example.or', 'pat@example.org']) {
      fill(addressField(), text);
      await act(() => vi.advanceTimersByTimeAsync(restMs - 1));
    }
    expect(lookUps(asked)).toEqual([]);
    await act(() => vi.advanceTimersByTimeAsync(1));
    expect(lookUps(asked)).toEqual([{ address: 'pat@example.org' }]);
  });

  it('asks at once when the field is left, and not again when the rest is over', async () => {
    const { asked } = await showPage(empty);
    vi.useFakeTimers();
    fill(addressField(), 'pat@example.org');
    fireEvent.blur(addressField());
    expect(lookUps(asked)).toEqual([{ address: 'pat@example.org' }]);
    await act(() => vi.advanceTimersByTimeAsync(restMs * 2));
    fireEvent.blur(addressField());
    expect(lookUps(asked)).toHaveLength(1);
  });

  it('says what is missing only when the field is left, keeps the text, and is quiet again while typing', async () => {
    const { asked } = await showPage(empty);
    await userEvent.type(addressField(), 'pat');
    expect(screen.queryByRole('alert')).toBeNull();
    await userEvent.tab();
    expect(screen.getByRole('alert').textContent).toBe('There is no @ in it yet.');
    expect(addressField().value).toBe('pat');
    await userEvent.type(addressField(), '@');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(lookUps(asked)).toEqual([]);
  });

  it('says so when nothing was typed and the person goes on', async () => {
    const { asked } = await showPage(empty);
    await userEvent.type(addressField(), '{Enter}');
    expect(screen.getByRole('alert').textContent).toBe('Type an e-mail address here.');
    expect(lookUps(asked)).toEqual([]);
  });

  it('shows main’s refusal at the field it names', async () => {
    const { answers } = await showPage(empty);
    answers['understand.address'] = { accepted: false, refusal: 'account-exists', field: 'address' };
    fill(addressField(), 'pat@example.org');
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('This account is set up already.'));
    expect(addressField().getAttribute('aria-invalid')).toBe('true');
  });
});

describe('a shared mailbox', () => {
  it('asks who signs in, and refuses the mailbox itself', async () => {
    const { asked } = await showPage(empty);
    await userEvent.click(screen.getByRole('button', { name: 'Shared mailbox?' }));
    fill(screen.getByLabelText('Address of the shared mailbox'), 'office@example.org');
    await userEvent.click(screen.getByLabelText('Who signs in?'));
    fill(screen.getByLabelText('Who signs in?'), 'Office@example.org');
    await userEvent.tab();
    expect(screen.getByRole('alert').textContent).toContain('This is the shared mailbox itself.');
    fill(screen.getByLabelText('Who signs in?'), 'pat@example.org');
    await userEvent.type(screen.getByLabelText('Who signs in?'), '{Enter}');
    await waitFor(() =>
      expect(lookUps(asked)).toEqual([{ address: 'office@example.org', signsInAs: 'pat@example.org' }]),
    );
  });
});

describe('going on', () => {
  it('does not confirm what was not shown yet', async () => {
    const { asked, push } = await showPage(empty);
    fill(addressField(), 'pat@example.org');
    await userEvent.keyboard('{Enter}');
    expect(asked.map(([name]) => name)).not.toContain('understand.confirm');
    act(() => push(stateWith(found)));
    await userEvent.click(await screen.findByRole('button', { name: 'Continue to sign-in' }));
    expect(asked.at(-1)).toEqual(['understand.confirm', { wanted: ['imap', 'pop', 'smtp'] }]);
  });

  it('forgets what was found as soon as another address is typed', async () => {
    await showPage(found);
    expect(screen.getByText('Microsoft 365')).toBeDefined();
    await userEvent.type(addressField(), 'x');
    expect(screen.queryByText('Microsoft 365')).toBeNull();
  });

  it('sends the services that were left ticked, and wants at least one', async () => {
    const { asked } = await showPage(found);
    await userEvent.click(screen.getByRole('button', { name: 'What to set up' }));
    for (const name of [/^Receiving with IMAP/u, /^Receiving with POP/u, /^Sending with SMTP/u]) {
      await userEvent.click(screen.getByRole('checkbox', { name }));
    }
    await userEvent.click(screen.getByRole('button', { name: 'Continue to sign-in' }));
    expect(screen.getByRole('alert').textContent).toBe('Choose at least one of them.');
    await userEvent.click(screen.getByRole('checkbox', { name: /^Receiving with POP/u }));
    await userEvent.click(screen.getByRole('button', { name: 'Continue to sign-in' }));
    expect(asked.at(-1)).toEqual(['understand.confirm', { wanted: ['pop'] }]);
  });

  it('says that IT has approved only where the preset says so', async () => {
    await showPage(found);
    expect(screen.queryByText(/already approved/u)).toBeNull();
    cleanup();
    await showPage({
      ...found,
      provider: { is: exampleSetup.provider?.is as never, source: 'preset', approved: true },
    });
    expect(screen.getByText(/already approved/u)).toBeDefined();
  });
});

describe('a provider nobody published', () => {
  it('wants a choice, then sends it', async () => {
    const { asked } = await showPage(unknown);
    await userEvent.click(screen.getByRole('button', { name: 'Continue' }));
    expect(screen.getByRole('alert').textContent).toBe('Choose one of them.');
    await userEvent.click(screen.getByRole('radio', { name: /^Google/u }));
    await userEvent.click(screen.getByRole('button', { name: 'Continue' }));
    expect(asked.at(-1)).toEqual(['understand.choose', { signIn: 'google' }]);
  });

  it('shows what is wrong with another provider’s servers at the field, and loses nothing', async () => {
    const { asked } = await showPage(unknown);
    await userEvent.click(screen.getByRole('radio', { name: 'Another provider' }));
    await userEvent.click(screen.getByRole('button', { name: 'Continue' }));
    expect(screen.getAllByRole('alert').map((each) => each.textContent)).toEqual([
      'Type the address of the provider’s sign-in service.',
      'Give at least one server.',
    ]);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Address of the sign-in service')));
    await userEvent.type(screen.getByLabelText('Address of the sign-in service'), 'https://login.harbour.example');
    const [imapHost] = screen.getAllByLabelText('Server');
    if (imapHost === undefined) throw new Error('No field for the server');
    await userEvent.type(imapHost, 'imap.harbour.example:993');
    await userEvent.click(screen.getByRole('button', { name: 'Continue' }));
    expect(screen.getByRole('alert').textContent).toContain('The port has a field of its own.');
    await userEvent.type(imapHost, '{Backspace>4/}{Enter}');
    expect(asked.at(-1)).toEqual([
      'understand.choose',
      {
        signIn: 'openid',
        issuer: 'https://login.harbour.example',
        servers: { imap: { host: 'imap.harbour.example', port: 993, security: 'tls' } },
      },
    ]);
  });
});
