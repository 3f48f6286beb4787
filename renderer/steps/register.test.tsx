import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { MailProvider } from '../../shared/mail-provider.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import { setupAt } from '../setup/fake-main.test-part.ts';
import { exampleProvider, exampleSetup, showPage } from './pages.test-part.tsx';

afterEach(cleanup);

const at = (change: Partial<MailProvider> = {}, more: Partial<SetupView> = {}): SetupView => ({
  ...setupAt('register'),
  ...exampleSetup,
  provider: { is: { ...exampleProvider, ...change }, source: 'built-in' },
  scopes: [
    { service: 'imap', scope: 'https://outlook.office.com/IMAP.AccessAsUser.All' },
    { service: 'identity', scope: 'openid' },
    { service: 'identity', scope: 'email' },
    { service: 'renewal', scope: 'offline_access' },
  ],
  ...more,
});
const card = (name: string) => screen.getByRole('radio', { name });
const cards = () => screen.getAllByRole('radio').map((each) => (each as HTMLInputElement).value);
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));
const part = (title: RegExp) => screen.findByRole('button', { name: title });

describe('the roads', () => {
  it('goes straight on for whoever has a registration', async () => {
    const { asked } = await showPage(at());
    expect(cards()).toEqual(['have', 'make', 'ask-it']);
    await press('Continue to the client ID');
    expect(asked).toContainEqual(['register.own', { tenant: 'common' }]);
  });

  it('asks no IT about a personal mailbox', async () => {
    await showPage(at({ kind: 'personal' }));
    expect(cards()).not.toContain('ask-it');
  });

  it('says that nobody gets a registration, and offers the password first', async () => {
    const { asked } = await showPage(at({ registering: 'closed', password: { kind: 'app', first: [] } }));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Microsoft registers no new apps for mail');
    expect(cards()).toEqual(['password', 'have']);
    await press('Continue to the password');
    expect(asked).toContainEqual(['flow.choose', { way: 'password' }]);
  });

  it('has a letter for IT, with the values of this mailbox', async () => {
    await showPage(at());
    await userEvent.click(card('Ask IT to make one'));
    const letter = await screen.findByRole('region', { name: 'A letter for your IT' });
    expect(letter.textContent).toContain('http://localhost');
    expect(letter.textContent).toContain('IMAP.AccessAsUser.All');
    expect(screen.queryByRole('button', { name: 'Continue to the client ID' })).toBeNull();
  });
});

describe('the guide', () => {
  it('opens one part after the other, and folds what is done', async () => {
    await showPage(at());
    await userEvent.click(card('Make one, and be led'));
    const first = await part(/Part 1: Register the app/u);
    expect(first.getAttribute('aria-expanded')).toBe('true');
    const shown = first.closest('li') as HTMLElement;
    await userEvent.click(within(shown).getByRole('button', { name: 'This part is done' }));
    const second = await part(/Part 2/u);
    expect(second.getAttribute('aria-expanded')).toBe('true');
    expect(document.activeElement).toBe(second);
    const again = await part(/Part 1: Register the app, done/u);
    expect(again.getAttribute('aria-expanded')).toBe('false');
  });

  it('copies each value as the console wants it', async () => {
    const { asked } = await showPage(at());
    await userEvent.click(card('Make one, and be led'));
    await part(/Part 1/u);
    const lines = [...document.querySelectorAll('.guide-fields .copy-line')];
    const values = lines.map((line) => line.querySelector('.copy-line-value')?.textContent);
    expect(values).toEqual(
      expect.arrayContaining(['Postkey', 'http://localhost', 'IMAP.AccessAsUser.All', 'openid', 'email', 'Yes']),
    );
    for (const button of document.querySelectorAll<HTMLElement>('.guide-fields .copy-line button')) button.click();
    await vi.waitFor(() => expect(asked).toContainEqual(['guide.saveLogo', {}]));
    const copied = asked.filter(([name]) => name === 'clipboard.copy').map(([, input]) => input);
    expect(copied).toHaveLength(values.length - 1);
    expect(copied).toContainEqual({ text: 'http://localhost' });
  });

  it('opens the page of the part', async () => {
    const { asked } = await showPage(at({ cloud: 'china' }));
    await userEvent.click(card('Make one, and be led'));
    await part(/Part 1/u);
    await press('Open portal.azure.cn');
    const [, opened] = asked.find(([name]) => name === 'link.open') ?? [];
    expect(opened).toMatchObject({ url: expect.stringContaining('https://portal.azure.cn/') });
  });

  it('says why the logo was not saved, and nothing when the person closed the dialog', async () => {
    const { answers } = await showPage(at());
    await userEvent.click(card('Make one, and be led'));
    await part(/Part 1/u);
    const save = () => screen.getByRole('button', { name: 'Save the logo', hidden: true });
    answers['guide.saveLogo'] = { accepted: false, refusal: 'file-not-chosen' };
    await userEvent.click(save());
    expect(screen.queryByRole('alert')).toBeNull();
    answers['guide.saveLogo'] = { accepted: false, refusal: 'file-not-saved' };
    await userEvent.click(save());
    expect(await screen.findByText(/could not be saved there/u)).toBeDefined();
  });

  it('prints', async () => {
    const print = vi.spyOn(window, 'print').mockImplementation(() => undefined);
    await showPage(at({ signIn: 'google', deviceCode: false }));
    await userEvent.click(card('Make one, and be led'));
    await part(/Get out of “Testing”/u);
    await press('Print this guide');
    expect(print).toHaveBeenCalledOnce();
  });
});
