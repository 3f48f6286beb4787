import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Answer } from '../../shared/ipc-contract.ts';
import { problemOf } from '../../shared/problem.ts';
import type { SetupView, WaitView } from '../../shared/setup-state.ts';
import { setupAt, stateWith } from '../setup/fake-main.test-part.ts';
import { exampleProvider, exampleSetup, showPage } from './pages.test-part.tsx';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));
const google = {
  is: { ...exampleProvider, id: 'google', shortName: 'Google', signIn: 'google' as const },
  source: 'chosen' as const,
};
const withGoogle: SetupView = { ...setupAt('credentials'), ...exampleSetup, provider: google };

describe('the client ID', () => {
  it('is refused at its field when the secret was pasted there, and nothing is sent', async () => {
    const { asked } = await showPage(withGoogle);
    fireEvent.change(screen.getByLabelText('Client ID'), { target: { value: 'GOCSPX-abcdefghijklmnop' } });
    await press('Ask Google');
    expect(screen.getByRole('alert').textContent).toContain('This looks like the client secret.');
    expect(asked.map(([name]) => name)).toEqual(['window.ready']);
  });

  it('keeps what was typed when the provider says no', async () => {
    const { asked, push } = await showPage(withGoogle);
    const id = '1-a.apps.googleusercontent.com';
    fireEvent.change(screen.getByLabelText('Client ID'), { target: { value: id } });
    fireEvent.change(screen.getByLabelText('Client secret'), { target: { value: 'GOCSPX-one' } });
    await press('Ask Google');
    expect(asked.at(-1)).toEqual(['credentials.type', { clientId: id, clientSecret: 'GOCSPX-one' }]);
    const working = { kind: 'working' as const, activity: 'asking-about-client' as const };
    act(() => push(stateWith({ ...withGoogle, steps: { ...withGoogle.steps, credentials: working } })));
    expect(screen.queryByLabelText('Client ID')).toBeNull();
    const failed = { kind: 'failed' as const, problem: problemOf('client-unknown') };
    act(() => push(stateWith({ ...withGoogle, steps: { ...withGoogle.steps, credentials: failed } })));
    expect(screen.getByLabelText<HTMLInputElement>('Client ID').value).toBe(id);
    expect(screen.getByLabelText<HTMLInputElement>('Client secret').value).toBe('GOCSPX-one');
  });

  it('asks Microsoft for no secret', async () => {
    await showPage({ ...setupAt('credentials'), ...exampleSetup });
    expect(screen.queryByLabelText('Client secret')).toBeNull();
  });

  it('says that a secret is kept without showing one', async () => {
    const registration = { source: 'own' as const, clientId: '1-a.apps.googleusercontent.com', hasSecret: true };
    await showPage({ ...withGoogle, registration });
    expect(screen.getByLabelText<HTMLInputElement>('Client secret').value).toBe('');
    expect(screen.getByText(/A secret is kept already\./u)).toBeDefined();
  });

  it('comes from Google’s file by dropping it, and a file that does not fit is refused there', async () => {
    const { asked, answers } = await showPage(withGoogle);
    answers['credentials.googleFile'] = { accepted: false, refusal: 'google-file-web-client', field: 'googleFile' };
    const file = new File(['{"web":{}}'], 'client_secret.json', { type: 'application/json' });
    fireEvent.drop(screen.getByText('Drop Google’s file here'), { dataTransfer: { files: [file] } });
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('This file is for a web site.'));
    expect(asked.at(-1)).toEqual(['credentials.googleFile', { text: '{"web":{}}' }]);
  });
});

it('opens one browser for a double press', async () => {
  const { asked, answers } = await showPage({ ...setupAt('request'), ...exampleSetup });
  let answerNow: (answer: Answer) => void = () => undefined;
  answers['request.signIn'] = () =>
    new Promise<Answer>((resolve) => {
      answerNow = resolve;
    });
  await userEvent.dblClick(screen.getByRole('button', { name: 'Sign in with Microsoft' }));
  expect(asked.filter(([name]) => name === 'request.signIn')).toHaveLength(1);
  await act(async () => answerNow({ accepted: true }));
});

describe('the wait', () => {
  const waiting = (wait: Partial<WaitView> = {}): SetupView => ({
    ...setupAt('response', { response: { kind: 'working', activity: 'waiting-for-browser' } }),
    ...exampleSetup,
    wait: {
      startedAt: Date.now(),
      deadlineAt: Date.now() + 300_000,
      page: 'https://login.example.org/authorize',
      browser: 'Firefox',
      otherBrowsers: [{ id: 'chromium', name: 'Chromium' }],
      ...wait,
    },
  });
  const later = { startedAt: Date.now() - 10_000 };

  it('shows the ways out after a moment, and they stay', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    const shown = showPage(waiting());
    await act(() => vi.advanceTimersByTimeAsync(1499));
    await shown;
    expect(screen.queryByText('No page, or stuck?')).toBeNull();
    await act(() => vi.advanceTimersByTimeAsync(1500));
    expect(screen.getByText('No page, or stuck?')).toBeDefined();
  });

  it('refuses a pasted text at its field, keeps it, and the wait goes on', async () => {
    const { answers, asked } = await showPage(waiting(later));
    answers['response.paste'] = { accepted: false, refusal: 'paste-older-try', field: 'paste' };
    const field = screen.getByLabelText<HTMLInputElement>('Paste the address you ended on');
    fireEvent.change(field, { target: { value: 'http://localhost:1/?code=x' } });
    await press('Use it');
    expect(screen.getByRole('alert').textContent).toContain('This belongs to an earlier try.');
    expect(field.value).toBe('http://localhost:1/?code=x');
    expect(asked.at(-1)).toEqual(['response.paste', { text: 'http://localhost:1/?code=x' }]);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Your browser is waiting for you');
  });

  it('opens the page again, opens another browser, gives more time, goes to another device and cancels', async () => {
    const { asked } = await showPage(waiting(later));
    await press('Open it again');
    await press('Chromium');
    await press('More time');
    await press('Sign in on another device');
    await press('Cancel');
    expect(asked.slice(1)).toEqual([
      ['response.openIn', { browser: '' }],
      ['response.openIn', { browser: 'chromium' }],
      ['response.moreTime', {}],
      ['flow.choose', { way: 'device' }],
      ['response.cancel', {}],
    ]);
  });

  it('shows the code for another device and draws its QR code without taking over any markup', async () => {
    const qrSvg =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><script>x</script><path d="M0,0h10v10h-10z"/></svg>';
    const device = { userCode: 'F7XK-9QRT', page: 'https://login.example.org/device', qrSvg };
    const { container } = await showPage(waiting({ device }));
    expect(screen.getByText('F7XK-9QRT')).toBeDefined();
    const picture = screen.getByRole('img', { name: 'A QR code that opens https://login.example.org/device' });
    expect(picture.querySelector('path')?.getAttribute('d')).toBe('M0,0h10v10h-10z');
    expect(container.querySelector('script')).toBeNull();
  });
});
