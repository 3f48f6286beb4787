// The pages about an offered preset: whose it says it is, warnings first, what changes, and both answers by keyboard. Names are text.
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type PresetOffer as Offer, type PresetFacts, presetParts, presetWarnings } from '../../shared/preset-offer.ts';
import { type FakeMain, fakeMain, stateWith } from '../setup/fake-main.test-part.ts';
import { loadWords } from '../setup/words.ts';
import { PresetOffer } from './preset-offer.tsx';

afterEach(cleanup);

const host = (before: string, domain: string, after = '') => ({ before, domain, after });
const facts: PresetFacts = {
  organisation: '<img src=x onerror=alert(1)>Harbour',
  domains: [host('', 'harbour.example')],
  signIn: 'microsoft',
  signInHost: host('login.', 'microsoftonline.com'),
  keyHosts: [],
  tenant: 'harbour.example',
  clientId: 'client-of-harbour',
  hasSecret: false,
  servers: [{ service: 'imap', host: host('outlook.', 'office365.com'), port: 993, security: 'tls' }],
  authorities: [],
  approved: false,
};
type Shown = Extract<Offer, { stage: 'preset' }>;
const offer = (more: Partial<Shown> = {}): Shown => ({
  stage: 'preset',
  id: 'o1',
  origin: { kind: 'file', name: 'harbour.postkey' },
  facts,
  warnings: [],
  accounts: 0,
  ...more,
});

let main: FakeMain;
beforeEach(async () => {
  main = await fakeMain(stateWith(undefined));
  await loadWords('preset');
});

const rowOf = (label: string): HTMLElement => screen.getByText(label).closest('.offer-fact') as HTMLElement;

test('says what it says, with names as text, the registered part in bold, and one solid button', () => {
  render(<PresetOffer offer={offer()} />);
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
  expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('<img src=x onerror=alert(1)>Harbour');
  expect(document.querySelector('img')).toBeNull();
  expect(within(rowOf('Asks for your password')).getByText('microsoftonline.com').tagName).toBe('STRONG');
  expect(rowOf('Gets your mail').textContent).toContain('outlook.office365.com for receiving (IMAP)');
  expect(screen.queryByText('Until now')).toBeNull();
  expect(screen.queryByText('Helpdesk')).toBeNull();
  expect(document.querySelectorAll('.button-primary')).toHaveLength(1);
});

test('both answers go to main with the id, by keyboard alone', async () => {
  render(<PresetOffer offer={offer()} />);
  const person = userEvent.setup();
  screen.getByRole('button', { name: 'Do not use them' }).focus();
  await person.keyboard('{Enter}');
  await person.tab();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Use them' }));
  await person.keyboard('{Enter}');
  const answers = main.asked.filter(([name]) => name.startsWith('preset.'));
  expect(answers).toEqual([
    ['preset.decline', { id: 'o1' }],
    ['preset.accept', { id: 'o1' }],
  ]);
});

test('what would change stands beside what holds now; what stays is said once', () => {
  const before = { ...facts, clientId: 'client-of-before', helpdesk: { name: 'Old desk', contact: '1' } };
  render(<PresetOffer offer={offer({ before, changed: ['client-id', 'helpdesk'], accounts: 2 })} />);
  expect(rowOf('Client ID').textContent).toContain('client-of-harbourUntil nowclient-of-before');
  expect(rowOf('Helpdesk').textContent).toContain('NothingUntil nowOld desk');
  expect(rowOf('Asks for your password').textContent).not.toContain('Until now');
  expect(screen.getByText(/Your 2 accounts keep their sign-in/u)).toBeTruthy();
});

test('one that says nothing new says so', () => {
  render(<PresetOffer offer={offer({ before: facts, changed: [] })} />);
  expect(screen.getByText(/Postkey has these settings already/u)).toBeTruthy();
});

test('every warning has words, whole and with its values; grave ones look grave', () => {
  const values = {
    host: 'h.example',
    known: 'k.example',
    domains: 'd.example',
    scopes: 's',
    provider: 'P',
    page: 'p.example',
    organisation: 'O',
    written: 'w',
  };
  const codes = Object.keys(presetWarnings) as (keyof typeof presetWarnings)[];
  render(<PresetOffer offer={offer({ warnings: codes.map((code) => ({ code, values })) })} />);
  const notices = [
    ...within(screen.getByRole('region', { name: 'Before you say yes' })).getAllByText(/./u, {
      selector: '.notice-words',
    }),
  ];
  expect(notices).toHaveLength(codes.length);
  for (const notice of notices) expect(notice.textContent).not.toMatch(/\{\{|warnings\./u);
  const grave = codes.filter((code) => presetWarnings[code] === 'grave');
  expect(document.querySelectorAll('.notice-stopped')).toHaveLength(grave.length);
});

test('the solid button is the safe answer where there is a grave warning, and only there', () => {
  const solid = () => [...document.querySelectorAll('.button-primary')].map((button) => button.textContent);
  const looksLike = { code: 'looks-like' as const, values: { host: 'a.example', known: 'b.example' } };
  const ofEverybody = { code: 'provider-domain' as const, values: { domains: 'd.example' } };
  const { rerender } = render(<PresetOffer offer={offer({ warnings: [looksLike] })} />);
  expect(solid()).toEqual(['Do not use them']);
  rerender(<PresetOffer offer={offer({ warnings: [ofEverybody] })} />);
  expect(solid()).toEqual(['Use them']);
});

test('two hundred domains are counted, every address is said', () => {
  const domains = Array.from({ length: 200 }, (_, at) => host('', `d${at}.example`));
  const { rerender } = render(<PresetOffer offer={offer({ facts: { ...facts, domains } })} />);
  expect(rowOf('For addresses at').textContent).toContain('and 192 more');
  rerender(<PresetOffer offer={offer({ facts: { ...facts, domains: [] } })} />);
  expect(rowOf('For addresses at').textContent).toContain('Every address');
});

test('a link: whose host would be asked, that nothing was fetched, and why nothing came', async () => {
  const link = { stage: 'link' as const, id: 'o2', host: host('it.', 'harbour.example'), fetching: false };
  const { rerender } = render(<PresetOffer offer={{ ...link, address: 'pat@harbour.example' }} />);
  expect(screen.getByText('harbour.example').tagName).toBe('STRONG');
  expect(screen.getByText('pat@harbour.example')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Fetch the settings' }));
  expect(main.asked).toContainEqual(['preset.fetch', { id: 'o2' }]);
  rerender(<PresetOffer offer={{ ...link, fetching: true }} />);
  expect(screen.getByRole('status').textContent).toContain('Asking it.harbour.example');
  const refused = { refusal: 'link-not-there' as const, values: { host: 'it.harbour.example', status: 404 } };
  rerender(<PresetOffer offer={{ ...link, refused }} />);
  expect(screen.getByRole('status').textContent).toContain('it.harbour.example has nothing at this address');
  const said = (reason: string): string | null => {
    const values = { host: 'it.harbour.example', context: reason };
    rerender(<PresetOffer offer={{ ...link, refused: { refusal: 'link-not-reached', values } }} />);
    return screen.getByRole('status').textContent;
  };
  expect(said('certificate')).toContain('shows a certificate that this computer does not trust');
  expect(said('offline')).toContain('You are not connected');
  expect(said('timeout')).toContain('did not answer in time');
  expect(said('no-such-name')).toContain('There is no it.harbour.example');
  expect(said('unreachable')).toContain('it.harbour.example did not answer.');
});

test('every part of a preset has a name', () => {
  const said = offer({
    facts: { ...facts, helpdesk: { name: 'Desk', contact: '2' }, authorities: [{ name: '', fingerprint: 'AA' }] },
  });
  render(<PresetOffer offer={said} />);
  expect([...document.querySelectorAll('dt.offer-label')].map((name) => name.textContent)).toHaveLength(
    presetParts.length,
  );
  expect(rowOf('Brings a certificate authority').textContent).toContain('One without a name');
});
