// The agent's page as an agent uses it: by its key over a page of a set-up, with a code typed badly, along an answer and back, and away
// again with the focus where it was.
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { fakeMain, setupAt, stateWith } from '../setup/fake-main.test-part.ts';
import { AgentButton } from './agent-button.tsx';
import { closeAgent } from './agent-door.ts';
import { AgentPlace } from './agent-place.tsx';

beforeAll(() => {
  // jsdom draws no top layer.
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
    this.open = false;
  };
});

afterEach(() => {
  closeAgent();
  cleanup();
});

async function open() {
  const main = await fakeMain(stateWith(setupAt('response')));
  const { container } = render(
    <>
      <button type="button">Where I was</button>
      <AgentButton onPress={() => undefined} />
      <AgentPlace />
    </>,
  );
  const before = screen.getByRole('button', { name: 'Where I was' });
  before.focus();
  await userEvent.keyboard('{Control>}k{/Control}');
  const dialog = within(await screen.findByRole('dialog', { name: 'Help by code' }));
  return { main, container, before, dialog, field: dialog.getByRole('textbox', { name: 'The code' }) };
}

it('answers while one types, and asks main for nothing', async () => {
  const { main, dialog, field, container } = await open();
  const asked = main.asked.length;
  expect(document.activeElement).toBe(field);
  await userEvent.type(field, '10 smtp off');
  const answer = within(dialog.getByRole('article', { name: 'What this code means' }));
  expect(answer.getByRole('heading', { name: 'Sending is switched off' })).toBeTruthy();
  expect(answer.getByText('The caller’s IT')).toBeTruthy();
  expect(answer.getByText(/Finish with receiving only/u)).toBeTruthy();
  expect(answer.getByText(/Please switch on Authenticated SMTP/u)).toBeTruthy();
  expect(dialog.getByRole('status').textContent).toBe('10-SMTP-OFF: Sending is switched off');
  expect(main.asked.length).toBe(asked);
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map((each) => each.id)).toEqual([]);
});

it('offers what a mistaken code may be', async () => {
  const { dialog, field } = await open();
  await userEvent.type(field, '6 wating');
  await userEvent.click(dialog.getByRole('button', { name: /6-WAITING/u }));
  expect((field as HTMLInputElement).value).toBe('6-WAITING');
  const title = dialog.getByRole('heading', { name: 'Your browser is waiting for you' });
  expect(document.activeElement).toBe(title);
});

it('follows an answer of the caller and comes back', async () => {
  const { dialog, field } = await open();
  await userEvent.type(field, 'waiting');
  await userEvent.click(dialog.getByRole('button', { name: /localhost cannot be reached.*6-LATE/u }));
  expect(dialog.getByRole('heading', { name: 'Postkey was no longer waiting' })).toBeTruthy();
  await userEvent.click(dialog.getByRole('button', { name: 'Back to 6-WAITING' }));
  expect(dialog.getByRole('heading', { name: 'Your browser is waiting for you' })).toBeTruthy();
  expect(dialog.queryByRole('button', { name: /^Back to 6/u })).toBeNull();
});

it('says that a code is none', async () => {
  const { dialog, field } = await open();
  await userEvent.type(field, 'the printer burns again');
  expect(dialog.getAllByText(/No page has this code/u).length).toBe(2);
});

it('goes away and gives the focus back', async () => {
  const { dialog, before } = await open();
  await userEvent.click(dialog.getByRole('button', { name: 'Back to where you were' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(document.activeElement).toBe(before);
  await userEvent.click(screen.getByRole('button', { name: 'A code was read to me' }));
  expect(await screen.findByRole('dialog')).toBeTruthy();
});
