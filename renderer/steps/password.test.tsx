import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import type { MailProvider } from '../../shared/mail-provider.ts';
import { problemOf } from '../../shared/problem.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import { setupSteps } from '../../shared/setup-steps.ts';
import { setupAt } from '../setup/fake-main.test-part.ts';
import { exampleLadder, exampleProvider, exampleSetup, showPage } from './pages.test-part.tsx';

afterEach(cleanup);

const page = 'https://account.example.org/app-passwords';
const password: NonNullable<MailProvider['password']> = { kind: 'app', page, first: ['two-step'] };

const at = (change: Partial<MailProvider>, more: Partial<SetupView> = {}): SetupView => ({
  ...setupAt('flow'),
  ...exampleSetup,
  provider: { is: { ...exampleProvider, shortName: 'Example', password, ...change }, source: 'built-in' },
  ...more,
});
const onlyPassword = (more: Partial<SetupView> = {}) => at({ signIn: 'password' }, more);
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));
const field = (name: string | RegExp = 'App password') => screen.getByLabelText(name);
const title = () => screen.getByRole('heading', { level: 1 }).textContent;

describe('the password', () => {
  it('tells how to come by it, and opens the provider’s page', async () => {
    const { asked } = await showPage(onlyPassword());
    expect(title()).toBe('Make an app password for Postkey');
    const steps = await screen.findAllByRole('listitem');
    expect(steps[0]?.textContent).toBe('Switch on two-step verification at Example, if it is off.');
    expect(steps.length).toBeGreaterThan(2);
    await press('Open account.example.org');
    expect(asked).toContainEqual(['link.open', { url: page }]);
  });

  it('hides what is typed, sends it once, and says what main refuses at the field', async () => {
    const { asked, answers } = await showPage(onlyPassword());
    answers['flow.password'] = { accepted: false, refusal: 'password-is-address', field: 'password' };
    expect(field().getAttribute('type')).toBe('password');
    expect(field().getAttribute('autocomplete')).toBe('off');
    await userEvent.type(field(), 'abcd efgh');
    await press('Use this password');
    expect(asked.filter(([name]) => name === 'flow.password')).toEqual([['flow.password', { password: 'abcd efgh' }]]);
    expect(await screen.findByText('This is the address. The password goes here.')).toBeDefined();
    await press('Show what is typed');
    expect(field().getAttribute('type')).toBe('text');
  });

  it('asks for one before it sends anything', async () => {
    const { asked } = await showPage(onlyPassword());
    await press('Use this password');
    expect(screen.getByRole('alert').textContent).toContain('Type the password.');
    expect(asked.map(([name]) => name)).not.toContain('flow.password');
  });

  it('reads back why it is asked for again', async () => {
    const ladders = [exampleLadder('imap', { state: 'broken', problem: problemOf('password-refused') })];
    await showPage(onlyPassword({ ladders }));
    expect(title()).toBe('The password was not accepted');
    expect(screen.getByText('The mail server refused the password.')).toBeDefined();
    expect(document.activeElement).toBe(field());
  });

  it('says which server wants it beside the sign-in', async () => {
    await showPage(at({ deviceCode: false }, { password: { services: ['pop'], given: false } }));
    expect(screen.getByText(/opens POP only with a password/u)).toBeDefined();
  });

  it('says truly why: nobody chose it where the provider is closed, or where the chosen servers take nothing else', async () => {
    await showPage(at({ registering: 'closed' }, { way: 'password' }));
    expect(screen.getByText(/^Example lets only programs sign in that it has agreed with\./u)).toBeDefined();
    cleanup();
    await showPage(at({}, { wanted: ['pop'], password: { services: ['pop'], given: false } }));
    expect(screen.getByText('The servers you chose take only a password at Example.')).toBeDefined();
    expect(screen.queryByText(/no sign-in page/u)).toBeNull();
  });

  it('lets whoever chose it sign in after all', async () => {
    const { asked } = await showPage(at({}, { way: 'password' }));
    await press('Sign in in the browser instead');
    expect(asked).toContainEqual(['flow.choose', { way: 'browser' }]);
  });
});

it('is the third card of step 4', async () => {
  const { asked } = await showPage(at({}, { way: 'browser' }));
  expect(screen.getAllByRole('radio').map((each) => (each as HTMLInputElement).value)).toEqual([
    'browser',
    'device',
    'password',
  ]);
  await userEvent.click(screen.getByRole('radio', { name: 'With an app password' }));
  await press('Continue');
  expect(asked).toContainEqual(['flow.choose', { way: 'password' }]);
});

describe('steps that are not needed', () => {
  const skippable = ['register', 'credentials', 'request', 'response', 'token'] as const;
  const reasons = ['no-sign-in-page', 'no-token-there', 'password-chosen'] as const;
  it.each([
    ...skippable.flatMap((step) => reasons.map((reason) => [step, reason] as const)),
    ['refresh', 'password-lasts'] as const,
  ])('%s says why: %s', async (step, reason) => {
    const steps = { ...setupAt('monitor').steps, [step]: { kind: 'skipped', reason } } as SetupView['steps'];
    await showPage({ ...onlyPassword(), steps, current: step });
    expect(title()).not.toMatch(/skipped/u);
    expect(document.body.textContent).not.toMatch(/skipped\.|\{\{/u);
    expect(screen.getByText('Step 4: the password')).toBeDefined();
  });

  it('offers the other way only to whoever chose the password', async () => {
    const skipped = (reason: 'no-sign-in-page' | 'password-chosen') => ({
      ...onlyPassword({ way: 'password' }),
      steps: { ...setupAt('flow').steps, register: { kind: 'skipped' as const, reason } },
      current: setupSteps[1],
    });
    await showPage(skipped('no-sign-in-page'));
    expect(screen.queryByRole('button', { name: 'Sign in in the browser instead' })).toBeNull();
    cleanup();
    const { asked } = await showPage(skipped('password-chosen'));
    await press('Sign in in the browser instead');
    expect(asked).toContainEqual(['flow.choose', { way: 'browser' }]);
  });
});
