// Step 9: the likely programs first, the rare ones folded, any found by name; and afterwards each chosen one leads to its sheet.
import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import type { SetupView } from '../../shared/setup-state.ts';
import { setupAt } from '../setup/fake-main.test-part.ts';
import { exampleSetup, showPage } from '../steps/pages.test-part.tsx';
import './programs.test-part.tsx';
import { leavePrograms } from './programs-door.ts';

// The window's own; jsdom has none, and the kit asks for it when it is loaded.
vi.hoisted(() =>
  Object.assign(window, {
    matchMedia: () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }),
  }),
);
afterEach(() => {
  cleanup();
  leavePrograms(false);
});

const choosing: SetupView = { ...setupAt('configure'), ...exampleSetup };
const boxes = () => screen.getAllByRole('checkbox').map((box) => box.getAttribute('value'));
const field = () => screen.findByRole('textbox', { name: 'Find your program by its name' });

it('is no wall: what runs elsewhere and in terminals is folded', async () => {
  await showPage(choosing);
  await field();
  expect(boxes()).toContain('thunderbird');
  expect(boxes()).not.toContain('mutt');
  expect(boxes().at(-1)).toBe('other');
  await userEvent.click(screen.getByRole('button', { name: 'In a terminal' }));
  expect(boxes()).toContain('mutt');
});

it('finds by any name, and Enter ticks the only one without sending the page', async () => {
  const main = await showPage(choosing);
  await userEvent.type(await field(), 'k-9{Enter}');
  expect(boxes()).toEqual(['thunderbird-android', 'other']);
  expect(screen.getByRole('checkbox', { name: /K-9/u })).toHaveProperty('checked', true);
  expect(main.asked.map(([name]) => name)).not.toContain('configure.choose');
  await userEvent.keyboard('{Escape}');
  expect(boxes()).toContain('thunderbird');
  await userEvent.click(screen.getByRole('button', { name: 'Continue' }));
  expect(main.asked.at(-1)).toEqual(['configure.choose', { programs: ['thunderbird-android'] }]);
});

it('leads to “My program is not here” when nothing is found, and none is an answer', async () => {
  const main = await showPage(choosing);
  await userEvent.type(await field(), 'eudora');
  expect(screen.getByRole('status').textContent).toContain('My program is not here');
  expect(boxes()).toEqual(['other']);
  await userEvent.click(screen.getByRole('button', { name: 'Continue without a program' }));
  expect(main.asked.at(-1)).toEqual(['configure.choose', { programs: [] }]);
});

it('has a line for each chosen program, and gives the focus back to it', async () => {
  const configure = { kind: 'done', fact: { code: 'programs-chosen', values: { count: 2 } }, ms: 1 } as const;
  const done: SetupView = { ...choosing, programs: ['thunderbird', 'other'], steps: { ...choosing.steps, configure } };
  const main = await showPage(done);
  await userEvent.click(await screen.findByRole('button', { name: 'Set up My program is not here' }));
  expect(main.asked.at(-1)).toEqual(['handOver.open', { id: done.id, program: 'other' }]);
  cleanup();
  await showPage(done);
  const lines = await screen.findAllByRole('listitem');
  expect(lines.map((line) => within(line).getByRole('button').textContent)).toEqual(['Set up', 'Set up']);
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Set up My program is not here' }));
});
