// Step 5 where an organisation will probably have to approve: the letter is offered before anybody signs in.
import { act, cleanup, configure, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import type { SetupView } from '../../shared/setup-state.ts';
import { setupAt } from '../setup/fake-main.test-part.ts';
import { exampleProvider, exampleSetup, showPage } from './pages.test-part.tsx';

// What is drawn late is loaded late: on a busy computer, by more than the usual second.
configure({ asyncUtilTimeout: 8000 });
afterEach(cleanup);

const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));

describe('before the first sign-in', () => {
  const ready = (approvalForecast: 'likely' | 'perhaps'): SetupView => ({
    ...setupAt('request'),
    ...exampleSetup,
    registration: { source: 'own', clientId: 'c-1', hasSecret: false },
    provider: {
      is: { ...exampleProvider, authority: 'https://login.example.org' },
      source: 'microsoft',
      forecast: { approval: approvalForecast, reason: 'microsoft-default-rule' },
    },
    scopes: [{ service: 'imap', scope: 'https://outlook.office.com/IMAP.AccessAsUser.All' }],
  });

  it('offers the letter where approval is likely, with the page to approve on', async () => {
    const { asked } = await showPage(ready('likely'));
    await userEvent.click(await screen.findByRole('button', { name: 'Ask IT first' }));
    await press('Copy the letter');
    const [name, input] = asked.at(-1) ?? [];
    expect(name).toBe('clipboard.copy');
    expect(asked).toHaveLength(2);
    expect(JSON.stringify(input)).toContain('https://login.example.org/example.org/v2.0/adminconsent?client_id=c-1');
  });

  it('says nothing where it is only possible', async () => {
    await showPage(ready('perhaps'));
    await act(() => new Promise((resolve) => setTimeout(resolve)));
    expect(screen.queryByRole('button', { name: 'Ask IT first' })).toBeNull();
  });
});
