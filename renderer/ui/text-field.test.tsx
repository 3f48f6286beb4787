import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import { useState } from 'react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fakeMain, setupAt, stateWith } from '../setup/fake-main.test-part.ts';
import type { TextFieldProps } from './text-field.tsx';
import { TextField } from './text-field.tsx';

function Field(props: Partial<TextFieldProps>) {
  const [value, setValue] = useState('');
  return <TextField label="E-mail address" value={value} onChange={setValue} {...props} />;
}

beforeEach(() => fakeMain(stateWith(setupAt('understand'))).then(() => undefined));
afterEach(cleanup);

it('ties the refusal and the hint to the field and keeps what was typed', async () => {
  const { container, rerender } = render(<Field hint="As on your letters" />);
  await userEvent.type(screen.getByLabelText('E-mail address'), 'pat.example.org');
  rerender(<Field hint="As on your letters" refusal="address-no-at" />);
  const field = screen.getByLabelText('E-mail address') as HTMLInputElement;
  expect(field.value).toBe('pat.example.org');
  expect(field.getAttribute('aria-invalid')).toBe('true');
  const described = (field.getAttribute('aria-describedby') ?? '').split(' ');
  const words = described.map((id) => document.getElementById(id)?.textContent);
  expect(words).toEqual(['As on your letters', 'There is no @ in it yet.']);
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map((each) => each.id)).toEqual([]);
});

it('is not called wrong while nothing was refused', () => {
  render(<Field />);
  const field = screen.getByLabelText('E-mail address');
  expect(field.getAttribute('aria-invalid')).toBeNull();
  expect(field.getAttribute('aria-describedby')).toBeNull();
});

it('hides a secret until asked to show it', async () => {
  render(<Field secret />);
  const field = screen.getByLabelText('E-mail address');
  expect(field.getAttribute('type')).toBe('password');
  await userEvent.click(screen.getByRole('button', { name: 'Show what is typed' }));
  expect(field.getAttribute('type')).toBe('text');
});
