// The box that explains a message: it sends what was pasted, shows the answer of the snapshot, and puts it away.
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, expect, it } from 'vitest';
import type { Explanation } from '../../shared/explanation.ts';
import { fakeMain, setupAt, stateWith } from '../setup/fake-main.test-part.ts';
import { usePostkey } from '../setup/postkey-state.ts';
import { HelpPanel } from './help-panel.tsx';

const certain: Explanation = {
  cause: 'smtp-off',
  code: '10-SMTP-OFF',
  actors: ['it'],
  retryHelps: false,
  certain: true,
  decisive: '535 5.7.139 SmtpClientAuthentication is disabled',
  provider: 'Microsoft',
  candidates: [],
};
const ended = { cause: 'sign-in-ended', code: '11-ENDED', actors: ['you'], retryHelps: false } as const;
const stale = { cause: 'code-stale', code: '6-STALE', actors: ['you', 'app'], retryHelps: true } as const;
const unsure: Explanation = {
  ...ended,
  certain: false,
  decisive: 'invalid_grant',
  question: 'grant',
  candidates: [ended, stale],
};
const several: Explanation = {
  ...unsure,
  question: 'several',
  candidates: [
    { ...ended, because: 'invalid_grant' },
    { ...stale, because: 'AADSTS54005: used' },
  ],
};

function Panel() {
  const { setup } = usePostkey();
  return <HelpPanel id="help" setup={setup} onAbandon={undefined} onClose={() => undefined} />;
}

async function open(explained?: Explanation) {
  const main = await fakeMain(stateWith(setupAt('response'), explained === undefined ? {} : { explained }));
  const { container } = render(<Panel />);
  if (explained === undefined) await userEvent.click(screen.getByRole('button', { name: 'Explain a message' }));
  const field = await screen.findByRole('textbox', { name: 'The message' });
  return { main, container, field };
}

afterEach(cleanup);

it('sends the text and shows cause, actor, steps, the decisive part and the code', async () => {
  const { main, container, field } = await open();
  await userEvent.click(field);
  await userEvent.paste('535 5.7.139 SmtpClientAuthentication is disabled');
  await userEvent.click(screen.getByRole('button', { name: 'Explain it' }));
  expect(main.asked).toContainEqual(['help.explain', { text: '535 5.7.139 SmtpClientAuthentication is disabled' }]);
  main.push(stateWith(setupAt('response'), { explained: certain }));
  const answer = within(await screen.findByRole('region', { name: 'What this message means' }));
  expect(answer.getByRole('heading', { name: 'Sending is switched off' })).toBeTruthy();
  expect(answer.getByText('Your IT')).toBeTruthy();
  expect(answer.getAllByRole('listitem').map(({ textContent }) => textContent?.trim())).toEqual([
    'Your IT',
    'Ask your IT to switch on Authenticated SMTP for your mailbox.',
    'Try again when that is done; it can take an hour to work.',
    'Until then you can receive, and send on the web.',
  ]);
  expect(answer.getByText(certain.decisive)).toBeTruthy();
  expect(answer.getByText('10-SMTP-OFF')).toBeTruthy();
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map((each) => each.id)).toEqual([]);
});

it('asks what decides, and shows each meaning under its answer', async () => {
  const { container } = await open(unsure);
  const answer = within(await screen.findByRole('region', { name: 'What this message means' }));
  expect(answer.getByRole('heading', { name: 'When did it come?' })).toBeTruthy();
  const right = answer.getByText('Right after signing in, on the way back from the browser.');
  await userEvent.click(right);
  const meaning = within(right.closest('details') as HTMLElement);
  expect(meaning.getByRole('heading', { name: 'The answer was no longer fresh' })).toBeTruthy();
  expect(meaning.getByText('6-STALE')).toBeTruthy();
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map((each) => each.id)).toEqual([]);
});

it('names the parts of several messages as they are', async () => {
  await open(several);
  expect(await screen.findByRole('heading', { name: /More than one message/u })).toBeTruthy();
  expect(screen.getAllByText('invalid_grant').length).toBeGreaterThan(0);
  expect(screen.getByText('AADSTS54005: used')).toBeTruthy();
});

it('says at the field that nothing was pasted', async () => {
  const { main, field } = await open();
  main.answers['help.explain'] = { accepted: false, refusal: 'message-empty', field: 'text' };
  await userEvent.click(screen.getByRole('button', { name: 'Explain it' }));
  expect((await screen.findByRole('alert')).textContent).toBe('Paste the message here first.');
  expect(field.getAttribute('aria-invalid')).toBe('true');
});

it('puts the answer away with the text', async () => {
  const { main, field } = await open(certain);
  await userEvent.click(field);
  await userEvent.paste('invalid_grant');
  await userEvent.click(await screen.findByRole('button', { name: 'Put it away' }));
  expect(main.asked).toContainEqual(['help.forget', {}]);
  expect((field as HTMLTextAreaElement).value).toBe('');
  main.push(stateWith(setupAt('response')));
  await waitFor(() => expect(screen.queryByRole('region', { name: 'What this message means' })).toBeNull());
});

it('sends both ends of a text too long for one request', async () => {
  const { main, field } = await open();
  await userEvent.click(field);
  await userEvent.paste(`first ${'x'.repeat(150_000)} last`);
  await userEvent.click(screen.getByRole('button', { name: 'Explain it' }));
  const [, input] = main.asked.find(([name]) => name === 'help.explain') ?? [];
  const { text } = input as { text: string };
  expect([text.length <= 100_000, text.startsWith('first '), text.endsWith(' last')]).toEqual([true, true, true]);
});

it('offers IT’s setting and the letter where IT has to act, and neither where you act', async () => {
  const { main, container, field } = await open();
  main.push(stateWith(setupAt('response'), { explained: certain }));
  await userEvent.click(await screen.findByRole('button', { name: 'What exactly IT has to do' }, { timeout: 8000 }));
  await screen.findByText(/Set-CASMailbox -Identity 'MAILBOX' -SmtpClientAuthenticationDisabled/u);
  await userEvent.click(screen.getByRole('button', { name: 'Write to IT' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Copy the letter' }));
  const [name, input] = main.asked.at(-1) ?? [];
  expect(name).toBe('clipboard.copy');
  const { text } = input as { text: string };
  expect(text).toContain('The server said: 535 5.7.139 SmtpClientAuthentication is disabled');
  expect(text).toContain('Code: 10-SMTP-OFF');
  expect(text).not.toMatch(/\{\{|undefined|it-request:/u);
  expect((await axe.run(container)).violations).toEqual([]);
  main.push(stateWith(setupAt('response'), { explained: { ...certain, ...ended } }));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Write to IT' })).toBeNull());
  expect(field.isConnected).toBe(true);
});
