import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../shared/ipc-contract.ts';
import { fakeMain, setupAt, stateWith } from '../setup/fake-main.test-part.ts';
import { ask } from '../setup/postkey-state.ts';
import { PrimaryButton } from './buttons.tsx';
import { Form } from './form.tsx';

afterEach(cleanup);

describe('a button that runs a request', () => {
  it('shows why it was refused, and puts that away when the next try is accepted', async () => {
    const main = await fakeMain(stateWith(setupAt('request')));
    main.answers['request.signIn'] = { accepted: false, refusal: 'not-now' };
    render(<PrimaryButton onPress={() => ask('request.signIn', {})}>Sign in</PrimaryButton>);
    const button = screen.getByRole('button', { name: 'Sign in' });
    await userEvent.click(button);
    const refusal = await screen.findByRole('alert');
    expect(refusal.textContent).toBe('That is not possible at this moment.');
    expect(button.getAttribute('aria-describedby')).toBe(refusal.id);
    main.answers['request.signIn'] = { accepted: true };
    await userEvent.click(button);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('sends once for a double click', async () => {
    const main = await fakeMain(stateWith(setupAt('request')));
    let answer: (given: Answer) => void = () => undefined;
    main.answers['request.signIn'] = () => new Promise((resolve) => (answer = resolve));
    render(<PrimaryButton onPress={() => ask('request.signIn', {})}>Sign in</PrimaryButton>);
    const button = screen.getByRole('button', { name: 'Sign in' });
    await userEvent.dblClick(button);
    expect(button.getAttribute('aria-busy')).toBe('true');
    expect(main.asked.filter(([name]) => name === 'request.signIn')).toHaveLength(1);
    answer({ accepted: true });
    await expect.poll(() => button.getAttribute('aria-busy')).toBeNull();
  });
});

describe('a form', () => {
  const form = (onSubmit: () => unknown) => (
    <Form onSubmit={onSubmit}>
      <input aria-label="Field" />
      <PrimaryButton submit>Continue</PrimaryButton>
    </Form>
  );

  it('shows a refusal that belongs to no field at its button', async () => {
    await fakeMain(stateWith(setupAt('register')));
    render(form(async () => ({ accepted: false, refusal: 'not-now' })));
    await userEvent.type(screen.getByLabelText('Field'), 'x{Enter}');
    expect((await screen.findByRole('alert')).textContent).toBe('That is not possible at this moment.');
  });

  it('leaves a field’s own refusal to the field', async () => {
    await fakeMain(stateWith(setupAt('register')));
    let tries = 0;
    render(
      form(async () => {
        tries += 1;
        return { accepted: false, refusal: 'tenant-odd', field: 'tenant' };
      }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Continue' }));
    await expect.poll(() => tries).toBe(1);
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
