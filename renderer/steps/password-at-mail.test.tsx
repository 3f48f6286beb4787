// Steps 9 and 10 where a password opens the mailbox: nothing is said of a sign-in that nobody made.
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import type { Ladder } from '../../shared/ladder.ts';
import type { MailProvider } from '../../shared/mail-provider.ts';
import { problemOf } from '../../shared/problem.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import { setupAt } from '../setup/fake-main.test-part.ts';
import { exampleLadder, exampleProvider, exampleSetup, showPage } from './pages.test-part.tsx';

afterEach(cleanup);

const at = (step: 'configure' | 'test', ladders: readonly Ladder[], change: Partial<MailProvider> = {}): SetupView => ({
  ...setupAt(step),
  ...exampleSetup,
  provider: { is: { ...exampleProvider, ...change }, source: 'built-in' },
  ladders,
});
const by = 'password' as const;

/** Step 9 is closed, and what programs ask for is unfolded. */
async function showSettings(setup: SetupView): Promise<void> {
  const configure = { kind: 'done', fact: { code: 'no-program-chosen' }, ms: 1 } as const;
  await showPage({ ...setup, steps: { ...setup.steps, configure } });
  await userEvent.click(screen.getByRole('button', { name: 'Servers and user names' }));
}
const byPassword = [exampleLadder('imap', { by }), exampleLadder('smtp', { by })];

it.each([
  ['app', /one more app password/u],
  ['mail', /the one for mail that you typed here/u],
  ['account', /the mailbox’s, the one you typed here/u],
] as const)('tells mail programs of a password of kind %s', async (kind, words) => {
  await showSettings(at('configure', byPassword, { password: { kind, first: [] } }));
  expect(screen.getByText(words)).toBeDefined();
  expect(document.body.textContent).not.toContain('OAuth');
});

it('tells mail programs which service wants the password beside the sign-in', async () => {
  await showSettings(at('configure', [exampleLadder('imap'), exampleLadder('smtp', { by })]));
  expect(screen.getByText(/Choose OAuth 2\.0 .* Only for SMTP it is a password/u)).toBeDefined();
});

it('praises no sign-in when a password was refused', async () => {
  const problem = problemOf('password-refused');
  const broken = { by, state: 'broken' as const, problem };
  const setup = at('test', [exampleLadder('imap', broken), exampleLadder('smtp', { by, state: 'passed' })]);
  await showPage({ ...setup, steps: { ...setup.steps, test: { kind: 'failed', problem } } });
  expect(screen.getByText('Sending works.')).toBeDefined();
  expect(screen.getByRole('button', { name: 'Type the password' })).toBeDefined();
});
