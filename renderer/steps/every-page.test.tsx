// Every page in every state a step can be in: it has a title, one solid button at most, and no word that does not exist.
import { cleanup, screen } from '@testing-library/react';
import i18next from 'i18next';
import { afterEach, expect, it } from 'vitest';
import { problemOf } from '../../shared/problem.ts';
import type { SetupView } from '../../shared/setup-state.ts';
import { setupSteps } from '../../shared/setup-steps.ts';
import type { StepStatus } from '../../shared/step-status.ts';
import { setupAt } from '../setup/fake-main.test-part.ts';
import { exampleLadder, exampleProvider, exampleSetup, showPage } from './pages.test-part.tsx';

afterEach(cleanup);

const problem = problemOf('took-too-long');
const fact = { code: 'watching' as const };
const statuses: readonly StepStatus[] = [
  { kind: 'needs-you' },
  { kind: 'working', activity: 'testing-mail' },
  { kind: 'done', fact, ms: 1 },
  { kind: 'noted', fact, ms: 1, problem },
  { kind: 'failed', problem },
];

const rich: Partial<SetupView> = {
  ...exampleSetup,
  registration: { source: 'own', clientId: 'example-client', hasSecret: true },
  person: { typed: 'pat@example.org', expected: 'pat@example.org', signedInAs: 'pat@example.org', name: 'Pat' },
  keeping: { store: 'gnome-keyring', kept: 'sealed' },
  validUntil: Date.now() + 3_600_000,
  ladders: [
    exampleLadder('imap', { state: 'passed' }),
    exampleLadder('smtp', { state: 'broken', problem, loginName: 'other@example.org' }),
  ],
  details: { store: [{ label: 'idTokenChecked', value: 'yes' }] },
  watch: {
    lastCheckAt: Date.now(),
    nextCheckAt: Date.now() + 86_400_000,
    services: { imap: 'passed', pop: 'broken', smtp: 'unreachable' },
  },
};

/** Other shapes of the same pages: each is a road of its own. */
const shapes: Readonly<Record<string, Partial<SetupView>>> = {
  usual: rich,
  bare: { provider: { is: exampleProvider, source: 'built-in' }, address: 'pat@example.org' },
  'openid, on another device, for this session': {
    ...rich,
    provider: { is: { ...exampleProvider, signIn: 'openid', endpoints: undefined }, source: 'chosen' },
    registration: { source: 'preset', clientId: 'example-client', hasSecret: false, organisation: 'Harbour' },
    way: 'device',
    keeping: { store: 'none', kept: 'this-session' },
    signsInAs: 'sam@example.org',
  },
  'google, in practice': {
    ...rich,
    practice: true,
    provider: { is: { ...exampleProvider, signIn: 'google', deviceCode: false }, source: 'practice' },
    registration: { source: 'google-file', clientId: 'example-client', hasSecret: true },
  },
};

for (const [name, shape] of Object.entries(shapes)) {
  it(`has every word: ${name}`, async () => {
    const missing: string[] = [];
    for (const step of setupSteps) {
      for (const status of statuses) {
        const { container } = await showPage({ ...setupAt(step, { [step]: status }), ...shape });
        const where = `${step}, ${status.kind}`;
        expect(screen.getByRole('heading', { level: 1 }).textContent, where).not.toBe('');
        expect(container.querySelectorAll('.button-primary').length, where).toBeLessThanOrEqual(1);
        const said = [...textsIn(container), ...labelsIn(container)].join('\n');
        missing.push(...rawKeysIn(said).map((key) => `${where}: ${key}`));
        cleanup();
      }
    }
    expect(missing).toEqual([]);
  });
}

/** Piece by piece: `textContent` would glue a key to the sentence before it. */
function textsIn(container: HTMLElement): readonly string[] {
  const walker = document.createTreeWalker(container, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  while (walker.nextNode() !== null) texts.push(walker.currentNode.textContent ?? '');
  return texts;
}

function labelsIn(container: HTMLElement): readonly string[] {
  return [...container.querySelectorAll('[aria-label]')].map((each) => each.getAttribute('aria-label') ?? '');
}

/** A key that has no word is drawn as the key itself; a value that is missing, as its placeholder. */
function rawKeysIn(text: string): readonly string[] {
  const roots = ['pages-start', 'pages-sign-in', 'pages-mail', 'window', 'steps', 'problems'].flatMap((namespace) =>
    Object.keys(i18next.getResourceBundle('en', namespace) as object),
  );
  const keys = new RegExp(`(?<![\\w-])(?:${roots.join('|')})\\.[a-z][\\w.-]*|\\{\\{.*?\\}\\}`, 'gu');
  return (text.match(keys) ?? []).filter((found) => !/\.(?:example|org|com)\b/u.test(found));
}
