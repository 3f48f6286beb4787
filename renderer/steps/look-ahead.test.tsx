import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import type { ForecastView, ProviderView, SourceView } from '../../shared/look-up.ts';
import type { MailProvider } from '../../shared/mail-provider.ts';
import { problemOf } from '../../shared/problem.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import { setupAt } from '../setup/fake-main.test-part.ts';
import { exampleProvider, exampleSetup, showPage } from './pages.test-part.tsx';

afterEach(cleanup);

const verdicts: readonly SourceView[] = [
  { source: 'built-in', state: 'nothing', sent: 'nothing' },
  { source: 'autoconfig', state: 'failed', sent: 'domain', fault: 'portal' },
  { source: 'mx', state: 'asking', sent: 'domain' },
];
const lookUp = { startedAt: 1, deadlineAt: 6_001, sources: verdicts };
const at = (more: Partial<SetupView> = {}): SetupView => ({
  ...setupAt('understand'),
  ...exampleSetup,
  lookUp,
  ...more,
});
const view = (is: Partial<MailProvider> = {}, more: Partial<ProviderView> = {}): ProviderView => ({
  is: { ...exampleProvider, ...is },
  source: 'mx',
  ...more,
});
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const goOn = () => press('Continue to sign-in');

describe('while it is looked up', () => {
  const working = { kind: 'working', activity: 'looking-up-provider' } as const;

  it('shows each source with its verdict and what was sent', async () => {
    await showPage(at({ steps: { ...setupAt('understand').steps, understand: working } }));
    const lines = within(screen.getByRole('list', { name: 'Where Postkey asked' })).getAllByRole('listitem');
    expect(lines.map((line) => line.textContent)).toEqual([
      'Postkey’s own listKnows nothing of itnothing was sent',
      'Asking example.orgThis network’s own sign-in page answered insteadonly example.org was sent',
      'Asking where its mail is deliveredNo answer yetonly example.org was sent',
    ]);
  });

  it('keeps a quick look-up quiet', async () => {
    const now = { ...lookUp, startedAt: Date.now() + 60_000 };
    await showPage(at({ lookUp: now, steps: { ...setupAt('understand').steps, understand: working } }));
    expect(screen.queryByRole('list', { name: 'Where Postkey asked' })).toBeNull();
  });
});

describe('what was found', () => {
  it('folds away how it was found, and lets another be picked', async () => {
    const { asked } = await showPage(at({ candidates: [view(), view({ name: 'Listed Mail' })], picked: 0 }));
    expect(screen.queryByRole('list', { name: 'Where Postkey asked' })).toBeNull();
    await press('How Postkey found this');
    expect(screen.getByRole('list', { name: 'Where Postkey asked' })).toBeDefined();
    await userEvent.click(screen.getByRole('radio', { name: 'Listed Mail' }));
    expect(asked.at(-1)).toEqual(['understand.pick', { candidate: 1 }]);
  });

  it('lets a person choose by hand, and go back', async () => {
    await showPage(at());
    await press('How Postkey found this');
    await press('Choose the provider by hand');
    expect(screen.getByRole('radio', { name: 'Another provider, with a password' })).toBeDefined();
    await press('Back to what was found');
    expect(screen.getByText('Microsoft 365')).toBeDefined();
  });

  it('names services, kind and cloud', async () => {
    await showPage(at({ provider: view({ kind: 'work', cloud: 'us-gov' }) }));
    expect(screen.getByText('IMAP, POP and SMTP')).toBeDefined();
    expect(screen.getByText('Work mail of example.org')).toBeDefined();
    expect(screen.getByText(/cloud for US authorities/u)).toBeDefined();
  });

  const forecasts: readonly (readonly [ForecastView, RegExp])[] = [
    [{ approval: 'likely', reason: 'microsoft-default-rule' }, /will probably have to approve/u],
    [{ approval: 'perhaps', reason: 'microsoft-default-rule' }, /If this is a mailbox at work/u],
    [{ approval: 'perhaps', reason: 'google-may-restrict' }, /let in only the apps they know/u],
    [{ approval: 'not-needed', reason: 'personal-mailbox' }, /Nobody has to approve/u],
  ];
  for (const [forecast, words] of forecasts) {
    it(`foretells approval: ${forecast.approval}, ${forecast.reason}`, async () => {
      await showPage(at({ provider: view({}, { forecast }) }));
      expect(screen.getByText(words)).toBeDefined();
    });
  }

  it('shows unsure servers whole, and goes on only when they are confirmed', async () => {
    const serverDomains = { 'imap.example.org': 'example.org' };
    const { asked } = await showPage(at({ provider: view({}, { unsure: 'dns', serverDomains }) }));
    const well = screen.getByRole('region', { name: 'Are these the right servers?' });
    expect(well.textContent).toContain('imap.example.org');
    expect(within(well).getByText('example.org').tagName).toBe('STRONG');
    await goOn();
    expect(screen.getByRole('alert').textContent).toContain('say that they are right');
    await userEvent.click(screen.getByRole('checkbox', { name: 'These servers are right' }));
    await goOn();
    expect(asked.at(-1)).toEqual(['understand.confirm', { wanted: ['imap', 'pop', 'smtp'], serversAreRight: true }]);
  });
});

describe('without a sign-in page', () => {
  const password: NonNullable<MailProvider['password']> = { kind: 'app', first: [] };

  it('foretells the app password', async () => {
    await showPage(at({ provider: view({ signIn: 'password', shortName: 'iCloud', password }) }));
    expect(screen.getByText('iCloud has no sign-in page for mail programs')).toBeDefined();
    expect(screen.getByText('An app password takes its place')).toBeDefined();
    expect(screen.queryByRole('button', { name: 'I have a registration of my own' })).toBeNull();
  });

  it('foretells the password where the chosen servers take nothing else, though there is a sign-in', async () => {
    const provider = view({ shortName: 'Example', passwordFor: ['pop'], password });
    await showPage(at({ provider, wanted: ['pop'] }));
    expect(screen.getByText('You log in at Example with a password')).toBeDefined();
    expect(screen.getByRole('button', { name: 'Continue to the password' })).toBeDefined();
  });

  it('takes a registration of one’s own where the provider gives none', async () => {
    const closed = view({ signIn: 'openid', registering: 'closed', password });
    const { asked } = await showPage(at({ provider: closed, way: 'password' }));
    await press('I have a registration of my own');
    await goOn();
    expect(asked.at(-1)?.[1]).toEqual({ wanted: ['imap', 'pop', 'smtp'], ownRegistration: true });
    await press('Use an app password instead');
    await press('Continue to the password');
    expect(asked.at(-1)?.[1]).toEqual({ wanted: ['imap', 'pop', 'smtp'] });
  });
});

describe('whose mailbox it is', () => {
  it('is asked where mailboxes are shared; who signs in is sent before going on', async () => {
    const { asked } = await showPage(at({ provider: view({ kind: 'work', sharing: 'delegate-signs-in' }) }));
    expect(screen.queryByRole('button', { name: 'Shared mailbox?' })).toBeNull();
    await userEvent.click(screen.getByRole('radio', { name: 'No, several of us use it' }));
    await goOn();
    expect(asked.map(([name]) => name)).not.toContain('understand.confirm');
    fireEvent.change(screen.getByLabelText('Who signs in?'), { target: { value: 'sam@example.org' } });
    await goOn();
    await waitFor(() => expect(asked.at(-1)?.[0]).toBe('understand.confirm'));
    expect(asked).toContainEqual(['understand.address', { address: 'pat@example.org', signsInAs: 'sam@example.org' }]);
  });

  it('says where a shared mailbox signs in as itself', async () => {
    await showPage(at({ provider: view({ sharing: 'own-sign-in', shortName: 'Google' }) }));
    await userEvent.click(screen.getByRole('radio', { name: 'No, several of us use it' }));
    expect(screen.getByText(/At Google a shared mailbox signs in as itself/u)).toBeDefined();
    expect(screen.queryByLabelText('Who signs in?')).toBeNull();
  });

  it('is not asked of a personal mailbox', async () => {
    await showPage(at({ provider: view({ kind: 'personal', sharing: 'own-sign-in' }) }));
    expect(screen.queryByRole('radio', { name: 'Yes' })).toBeNull();
  });
});

describe('typing over what was found', () => {
  const imap = { host: 'mail.example.org', port: 143, security: 'starttls' } as const;

  it('sends what is typed, with its refusal at the field', async () => {
    const { asked } = await showPage(at({ candidates: [view()], picked: 0 }));
    await press('What to set up');
    await press('Change: Receiving with IMAP');
    expect(screen.getByText('Found: imap.example.org, port 993, encrypted from the start')).toBeDefined();
    fireEvent.change(screen.getByLabelText('Server'), { target: { value: 'imap://x' } });
    await press('Use this');
    expect(screen.getByLabelText('Server').getAttribute('aria-invalid')).toBe('true');
    fireEvent.change(screen.getByLabelText('Server'), { target: { value: 'mail.example.org' } });
    fireEvent.change(screen.getByLabelText('Login name'), { target: { value: 'pat' } });
    await press('Use this');
    const server = { host: 'mail.example.org', port: 993, security: 'tls' };
    expect(asked.at(-1)).toEqual(['understand.overrule', { service: 'imap', server, loginName: 'pat' }]);
  });

  it('shows both, and goes back to what was found', async () => {
    const servers = { ...exampleProvider.servers, imap };
    const { asked } = await showPage(
      at({
        candidates: [view()],
        picked: 0,
        provider: view({ servers }),
        typed: { servers: { imap }, loginNames: {} },
      }),
    );
    await press('What to set up');
    const section = screen.getByRole('region', { name: 'Servers and login names' });
    expect(section.textContent).toContain('mail.example.org, port 143');
    expect(section.textContent).toContain('Found: imap.example.org, port 993');
    await press('Back to what was found');
    expect(asked.at(-1)).toEqual(['understand.overrule', { service: 'imap', server: null }]);
  });

  it('does not go on past text that was not sent yet', async () => {
    const { asked } = await showPage(at({ candidates: [view()], picked: 0 }));
    await press('What to set up');
    await press('Change: Sending with SMTP');
    fireEvent.change(screen.getByLabelText('Server'), { target: { value: 'out.example.org' } });
    await goOn();
    expect(asked.at(-1)?.[0]).toBe('understand.overrule');
  });
});

it('takes the domain that was meant', async () => {
  const understand = { kind: 'failed', problem: problemOf('domain-unknown', { suggestion: 'gmail.com' }) } as const;
  const { asked } = await showPage({
    ...setupAt('understand', { understand }),
    address: 'pat@gmial.com',
    lookUp,
  });
  expect(screen.getByText('Did you mean gmail.com?')).toBeDefined();
  await press('Use pat@gmail.com');
  expect(asked.at(-1)).toEqual(['understand.address', { address: 'pat@gmail.com' }]);
});
