// An account's history on its page: a picture that answers keys, the same as a table, and what the card says of it.
import { act, cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { HistoryEntry } from '../../shared/history.ts';
import { stateWith } from '../setup/fake-main.test-part.ts';
import { dayMs, now, pat, press, show } from './account-page.test-part.tsx';

// The window's own; jsdom has none, and the kit asks for it when it is loaded.
vi.hoisted(() =>
  Object.assign(window, {
    matchMedia: () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }),
  }),
);
afterEach(cleanup);

describe('how it was', () => {
  const noon = new Date(now).setHours(12, 0, 0, 0);
  const entry = (back: number, change: Partial<HistoryEntry>): HistoryEntry => ({
    state: 'well',
    services: {},
    from: noon - back * dayMs,
    until: noon - back * dayMs + 7_200_000,
    ...change,
  });
  const history = [entry(2, {}), entry(1, { state: 'needed-you', cause: 'sign-in-ended' }), entry(0, {})];
  const key = (back: number): string => {
    const date = new Date(new Date(now).setDate(new Date(now).getDate() - back));
    return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
      .map((each) => String(each).padStart(2, '0'))
      .join('-');
  };
  const days = [
    { day: key(2), state: 'well' as const },
    { day: key(1), state: 'needed-you' as const },
    { day: key(0), state: 'well' as const },
  ];

  it('answers arrow keys with day, state, cause and code', async () => {
    await show({ ...pat, days }, history);
    expect(screen.getByText('2 days well and 1 day that needed you')).toBeDefined();
    const slider = screen.getByRole('slider', { name: 'The last 90 days, day by day' });
    slider.focus();
    expect(slider.getAttribute('aria-valuetext')).toMatch(/: well$/u);
    await userEvent.keyboard('{ArrowLeft}');
    expect(slider.getAttribute('aria-valuetext')).toMatch(/: needed you, Your sign-in has ended, 11-ENDED$/u);
    await userEvent.keyboard('{Home}');
    expect(slider.getAttribute('aria-valuetext')).toMatch(/: not looked$/u);
    expect(slider.getAttribute('aria-valuenow')).toBe('1');
  });

  it('is a table, too, the newest first', async () => {
    await show({ ...pat, days }, history);
    await press('Show as a table');
    const rows = screen.getAllByRole('row').slice(1);
    const [ended] = rows.filter((row) => row.textContent?.includes('Your sign-in has ended 11-ENDED'));
    expect(ended?.textContent).toContain('2 hours');
    // In the night before and after, nobody looked.
    const around = [-1, 1].map((by) => rows[rows.indexOf(ended as HTMLElement) + by]?.textContent);
    expect(around).toEqual([expect.stringContaining('not looked'), expect.stringContaining('not looked')]);
  });

  it('says on the card that it is well again', async () => {
    const healed = { ...pat, days };
    const { push } = await show(healed, history);
    act(() => push(stateWith(undefined, { accounts: [healed] })));
    expect(await screen.findByText('Well again.')).toBeDefined();
    expect(screen.getByText(/Something was wrong yesterday\./u)).toBeDefined();
  });
});
