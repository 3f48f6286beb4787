import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { SetupView } from '../../shared/setup-state.ts';
import { fakeMain, setupAt, stateWith } from '../setup/fake-main.test-part.ts';
import { usePostkey } from '../setup/postkey-state.ts';
import { LiveRegions } from '../ui/announce.tsx';
import { Rail } from './rail.tsx';
import { isCut } from './rail-list.tsx';
import { CursorContext, useCursorOf } from './use-cursor.ts';

function RailOf({ setup }: { readonly setup: SetupView }) {
  const cursor = useCursorOf(setup);
  return (
    <CursorContext.Provider value={cursor}>
      <Rail setup={setup} shown={cursor.shown} />
      <LiveRegions />
    </CursorContext.Provider>
  );
}

function RailNow() {
  const { setup } = usePostkey();
  return setup === undefined ? null : <RailOf setup={setup} />;
}

async function drawRail(setup: SetupView) {
  const main = await fakeMain(stateWith(setup));
  const { container } = render(<RailNow />);
  return { main, container };
}

const row = (name: string) => screen.getByRole('button', { name: new RegExp(`^${name}`, 'u') });

afterEach(cleanup);

describe('the checklist', () => {
  it('has twelve lines, says each state in words, and marks the current one', async () => {
    const { container } = await drawRail(
      setupAt('test', {
        store: {
          kind: 'noted',
          fact: { code: 'kept-this-session' },
          ms: 1,
          problem: { code: 'no-key-store', facts: {} },
        },
        configure: { kind: 'skipped', reason: 'password-lasts' },
        test: { kind: 'failed', problem: { code: 'smtp-off', facts: {} } },
      }),
    );
    const list = screen.getByRole('list');
    expect(within(list).getAllByRole('listitem')).toHaveLength(12);
    expect(row('Your mail and how sign-in works').textContent).toContain('Done');
    expect(row('Checked and locked away').textContent).toMatch(/Done, with a note.*Kept until Postkey closes/u);
    expect(row('Your mail programs').textContent).toMatch(/Not needed.*Not needed: a password does not run out/u);
    expect(row('Trying it out').textContent).toMatch(/Stopped.*Sending is switched off/u);
    expect(row('Keeping watch').textContent).toMatch(/Waiting$/u);
    expect(row('Trying it out').getAttribute('aria-current')).toBe('step');
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map((each) => each.id)).toEqual([]);
  });

  it('says what is found while it is the person’s turn', async () => {
    await drawRail(
      setupAt('understand', {
        understand: { kind: 'needs-you', fact: { code: 'provider-found', values: { provider: 'Microsoft 365' } } },
      }),
    );
    expect(row('Your mail and').textContent).toContain('Your turn · Microsoft 365 found');
  });

  it('opens a closed step, and goes back to the current one', async () => {
    await drawRail(setupAt('flow'));
    await userEvent.click(row('The client ID'));
    expect(row('The client ID').getAttribute('aria-current')).toBe('step');
    await userEvent.click(row('How you will sign in'));
    expect(row('How you will sign in').getAttribute('aria-current')).toBe('step');
  });

  it('says why a step cannot be opened yet', async () => {
    await drawRail(setupAt('flow'));
    await userEvent.click(row('Keeping watch'));
    expect(row('How you will sign in').getAttribute('aria-current')).toBe('step');
    expect(row('Keeping watch').textContent).toContain('First comes step 4, How you will sign in.');
    const said = document.querySelector('[aria-live="polite"]');
    await waitFor(() => expect(said?.textContent).toBe('First comes step 4, How you will sign in.'));
  });
});

describe('the blade', () => {
  it('is cut between closed steps and down to the current one, and blank from there', () => {
    const { steps } = setupAt('flow');
    expect(isCut(steps, 'flow', 'register')).toBe(true);
    expect(isCut(steps, 'flow', 'credentials')).toBe(true);
    expect(isCut(steps, 'flow', 'flow')).toBe(false);
    expect(isCut(steps, 'flow', 'request')).toBe(false);
  });

  it('has a gap at step 1 while a preset has closed the steps after it', () => {
    const { steps } = setupAt('request', { understand: { kind: 'needs-you' }, request: { kind: 'waiting' } });
    expect(isCut(steps, 'understand', 'understand')).toBe(false);
    expect(isCut(steps, 'understand', 'register')).toBe(true);
    expect(isCut(steps, 'understand', 'flow')).toBe(false);
  });
});
