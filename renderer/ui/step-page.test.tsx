import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import type { SetupView } from '../../shared/setup-state.ts';
import { fakeMain, setupAt, stateWith } from '../setup/fake-main.test-part.ts';
import { usePostkey } from '../setup/postkey-state.ts';
import { CursorContext, useCursorOf } from '../wizard/use-cursor.ts';
import { PrimaryButton } from './buttons.tsx';
import type { StepPageProps } from './step-page.tsx';
import { StepPage } from './step-page.tsx';

afterEach(cleanup);

function PageOf({ setup, page }: { readonly setup: SetupView; readonly page: Partial<StepPageProps> }) {
  const cursor = useCursorOf(setup);
  return (
    <CursorContext.Provider value={cursor}>
      <StepPage key={cursor.shown} step={cursor.shown} title={`Page of ${cursor.shown}`} {...page} />
    </CursorContext.Provider>
  );
}

function PageNow(props: { readonly page: Partial<StepPageProps> }) {
  const { setup } = usePostkey();
  return setup === undefined ? null : <PageOf setup={setup} page={props.page} />;
}

async function draw(setup: SetupView, page: Partial<StepPageProps> = {}) {
  const main = await fakeMain(stateWith(setup));
  render(<PageNow page={page} />);
  return main;
}

describe('a page', () => {
  it('gives its title the focus, so that a screen reader begins there', async () => {
    await draw(setupAt('flow'));
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: 'Page of flow' }));
  });

  it('leaves the focus to a field that asked for it', async () => {
    await draw(setupAt('understand'), {
      // biome-ignore lint/a11y/noAutofocus: this is what is tried here
      children: <input aria-label="Address" autoFocus />,
    });
    expect(document.activeElement).toBe(screen.getByLabelText('Address'));
  });

  it('has its own code on the stamp, and the problem’s code when it stopped', async () => {
    await draw(setupAt('flow'));
    expect(screen.getByRole('button', { name: /^Code of this page\s*4-METHOD/u })).toBeDefined();
    cleanup();
    await draw(setupAt('test', { test: { kind: 'failed', problem: { code: 'smtp-off', facts: {} } } }));
    expect(screen.getByRole('button', { name: /^Helpdesk code\s*10-SMTP-OFF/u })).toBeDefined();
  });

  it('copies the code through main', async () => {
    const main = await draw(setupAt('flow'));
    await userEvent.click(screen.getByRole('button', { name: /4-METHOD/u }));
    expect(main.asked).toContainEqual(['clipboard.copy', { text: '4-METHOD' }]);
  });

  it('leads back to the step before, and from there on again', async () => {
    await draw(setupAt('flow'));
    await userEvent.click(screen.getByRole('button', { name: 'Back' }));
    expect(screen.getByRole('heading', { level: 1, name: 'Page of credentials' })).toBe(document.activeElement);
    expect(screen.queryByRole('button', { name: 'Back' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Go on where you were' }));
    expect(screen.getByRole('heading', { level: 1, name: 'Page of flow' })).toBeDefined();
  });

  it('sends its form once on Enter, with one solid button', async () => {
    let sent = 0;
    await draw(setupAt('understand'), {
      children: <input aria-label="Address" />,
      primary: <PrimaryButton submit>Continue</PrimaryButton>,
      onSubmit: () => {
        sent += 1;
      },
    });
    await userEvent.type(screen.getByLabelText('Address'), 'pat{Enter}');
    expect(sent).toBe(1);
    expect(document.querySelectorAll('.button-primary')).toHaveLength(1);
  });

  it('folds its details away, and shows an unknown label as it is', async () => {
    await draw({
      ...setupAt('flow'),
      details: {
        flow: [
          { label: 'loopback', value: '127.0.0.1:5000' },
          { label: 'newOne', value: '1' },
        ],
      },
    });
    const button = screen.getByRole('button', { name: 'Technical details' });
    expect(button.getAttribute('aria-expanded')).toBe('false');
    await userEvent.click(button);
    expect(screen.getByText('Listening on')).toBeDefined();
    expect(screen.getByText('newOne')).toBeDefined();
    expect(screen.getByText('127.0.0.1:5000').checkVisibility?.() ?? true).toBe(true);
  });
});
