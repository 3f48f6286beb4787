import { cleanup, createEvent, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { exampleProvider } from '../steps/pages.test-part.tsx';
import { fakeMain, setupAt, stateWith } from './fake-main.test-part.ts';
import { PresetDrop } from './preset-drop.tsx';

afterEach(cleanup);

const preset = (text: string) => new File([text], 'harbour.json', { type: 'application/json' });
const files = (...dropped: File[]) => ({ dataTransfer: { types: ['Files'], files: dropped } });

async function draw() {
  const main = await fakeMain(stateWith(setupAt('understand')));
  render(
    <PresetDrop>
      <p>Page</p>
    </PresetDrop>,
  );
  return main;
}

describe('a file dropped on the window', () => {
  it('shows where it may be dropped, and goes to main with its name and text', async () => {
    const main = await draw();
    fireEvent.dragOver(screen.getByText('Page'), files(preset('')));
    expect(screen.getByText('Drop the preset here')).toBeDefined();
    fireEvent.drop(screen.getByText('Page'), files(preset('{"postkeyPreset":1}')));
    await waitFor(() =>
      expect(main.asked).toContainEqual(['preset.take', { name: 'harbour.json', text: '{"postkeyPreset":1}' }]),
    );
    expect(screen.queryByText('Drop the preset here')).toBeNull();
  });

  it('says why main did not take it, until put away', async () => {
    const main = await draw();
    main.answers['preset.take'] = { accepted: false, refusal: 'preset-not-json' };
    fireEvent.drop(screen.getByText('Page'), files(preset('Dear all')));
    expect(await screen.findByText(/This file is not a Postkey preset\. A preset is a JSON file/u)).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Put away' }));
    expect(screen.queryByText(/A preset is a JSON file/u)).toBeNull();
  });

  it('is not even read when it is far too large', async () => {
    const main = await draw();
    const large = preset('x');
    Object.defineProperty(large, 'size', { value: 6_000_001 });
    fireEvent.drop(screen.getByText('Page'), files(large));
    expect(await screen.findByText(/far too large/u)).toBeDefined();
    expect(main.asked.map(([name]) => name)).not.toContain('preset.take');
  });

  it('is left to a page that has taken it already', async () => {
    const main = await draw();
    const page = screen.getByText('Page');
    const dropped = createEvent.drop(page, files(preset('{}')));
    dropped.preventDefault();
    fireEvent(page, dropped);
    expect(main.asked.map(([name]) => name)).not.toContain('preset.take');
  });

  it('goes to Google’s place while step 3 waits for Google’s file', async () => {
    const google = { is: { ...exampleProvider, signIn: 'google' }, source: 'built-in' } as const;
    const main = await fakeMain(stateWith({ ...setupAt('credentials'), provider: google }));
    main.answers['credentials.googleFile'] = { accepted: false, refusal: 'google-file-not-json' };
    render(
      <PresetDrop>
        <p>Page</p>
      </PresetDrop>,
    );
    fireEvent.dragOver(screen.getByText('Page'), files(preset('')));
    expect(screen.getByText('Drop Google’s file here')).toBeDefined();
    fireEvent.drop(screen.getByText('Page'), files(preset('{"installed":{}}')));
    expect(await screen.findByText(/This is not Google’s file/u)).toBeDefined();
    expect(screen.getByText('This file was not used.')).toBeDefined();
    expect(main.asked).toContainEqual(['credentials.googleFile', { text: '{"installed":{}}' }]);
    expect(main.asked.map(([name]) => name)).not.toContain('preset.take');
  });

  it('ignores text that is dragged about', async () => {
    await draw();
    fireEvent.dragOver(screen.getByText('Page'), { dataTransfer: { types: ['text/plain'], files: [] } });
    expect(screen.queryByText('Drop the preset here')).toBeNull();
  });
});
