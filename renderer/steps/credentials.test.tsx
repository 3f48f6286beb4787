// Step 3: what was asked and what was not is said line by line, and the secret's last day goes with the secret it belongs to.
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import type { SetupView } from '../../shared/setup-state.ts';
import type { StepStatus } from '../../shared/step-status.ts';
import { setupAt } from '../setup/fake-main.test-part.ts';
import { exampleProvider, exampleSetup, showPage } from './pages.test-part.tsx';

afterEach(cleanup);

const provider = {
  is: { ...exampleProvider, shortName: 'Harbour', signIn: 'openid' as const },
  source: 'chosen' as const,
};
const own = { source: 'own' as const, clientId: 'own-client', hasSecret: true, secretEndsOn: '2027-05-31' };
const open: SetupView = { ...setupAt('credentials'), ...exampleSetup, provider };
const done = (code: 'client-known' | 'client-not-askable'): StepStatus => ({ kind: 'done', fact: { code }, ms: 1 });
const closed = (change: Partial<SetupView>, code: 'client-known' | 'client-not-askable' = 'client-known') =>
  showPage({
    ...setupAt('credentials', { credentials: done(code) }),
    ...exampleSetup,
    provider,
    registration: own,
    ...change,
  });
const day = () => screen.getByLabelText<HTMLInputElement>('Last day of the secret');
const secret = () => screen.getByLabelText<HTMLInputElement>('Client secret');
const send = () => userEvent.click(screen.getByRole('button', { name: 'Ask Harbour' }));

describe('what was asked', () => {
  it('is one line each, beside what the sign-in will show', async () => {
    await closed({ rehearsal: { checked: ['client', 'secret'], open: ['redirect'] } });
    const lists = screen
      .getAllByRole('list')
      .map((list) => [...list.querySelectorAll('.fact-title')].map((each) => each.textContent));
    expect(lists).toContainEqual(['Harbour knows this client ID', 'The client secret fits', 'A client secret is kept']);
    expect(lists).toContainEqual(['Whether Harbour leads back to Postkey']);
  });

  it('is not claimed where nothing could be asked', async () => {
    await closed({ rehearsal: { checked: [], open: ['client', 'redirect', 'secret'] } }, 'client-not-askable');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('The client ID is noted');
    expect(screen.queryByText('Harbour knows this client ID')).toBeNull();
    expect(screen.getByText('Whether the client secret fits')).toBeDefined();
  });

  it('leaves nothing open where all was asked, and names the secret’s last day', async () => {
    const registration = { ...own, hasSecret: false };
    await closed({ rehearsal: { checked: ['client', 'redirect', 'secret'], open: [] }, registration });
    expect(screen.queryByText('What the sign-in will show')).toBeNull();
    expect(screen.getByText('The app needs no client secret')).toBeDefined();
    cleanup();
    await closed({});
    expect(screen.getByText(/Its last day is .*2027/u)).toBeDefined();
  });

  it('can be asked anew with another secret for an account one has, but not for IT’s', async () => {
    await closed({ purpose: 'sign-in-again' });
    expect(screen.getByRole('button', { name: 'Type a new secret' })).toBeDefined();
    cleanup();
    await closed({ purpose: 'sign-in-again', registration: { ...own, source: 'preset' } });
    expect(screen.queryByRole('button', { name: 'Type a new secret' })).toBeNull();
  });
});

describe('the secret’s last day', () => {
  it('is asked for once a secret is typed, and sent as a day', async () => {
    const { asked } = await showPage(open);
    expect(screen.queryByLabelText('Last day of the secret')).toBeNull();
    fireEvent.change(screen.getByLabelText('Client ID'), { target: { value: 'own-client' } });
    fireEvent.change(secret(), { target: { value: 'a-secret' } });
    fireEvent.change(day(), { target: { value: '2027-05-31' } });
    expect(screen.getByText(/It ends on .*2027/u)).toBeDefined();
    await send();
    expect(asked.at(-1)).toEqual([
      'credentials.type',
      { clientId: 'own-client', clientSecret: 'a-secret', secretEndsOn: '2027-05-31' },
    ]);
  });

  it('is the kept secret’s, and not that of a new one', async () => {
    await showPage({ ...open, purpose: 'sign-in-again', registration: own });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Type the app’s new secret');
    expect(day().value).toBe('2027-05-31');
    fireEvent.change(secret(), { target: { value: 'n' } });
    expect(day().value).toBe('');
    fireEvent.change(secret(), { target: { value: '' } });
    expect(day().value).toBe('2027-05-31');
  });

  it('is not dropped when it stands there half, and says what main says', async () => {
    const { asked, answers } = await showPage({ ...open, registration: own });
    Object.defineProperty(day(), 'validity', { value: { badInput: true }, configurable: true });
    await send();
    expect(screen.getByRole('alert').textContent).toContain('Write the day');
    expect(asked.map(([name]) => name)).toEqual(['window.ready']);
    Object.defineProperty(day(), 'validity', { value: { badInput: false }, configurable: true });
    answers['credentials.type'] = { accepted: false, refusal: 'date-past', field: 'secretEndsOn' };
    fireEvent.change(day(), { target: { value: '2020-01-01' } });
    await send();
    expect(screen.getByRole('alert').textContent).toContain('This day is past.');
  });
});
