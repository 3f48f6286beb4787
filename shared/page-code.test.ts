// Every page has a code, and none can be heard or read as another's, nor as a problem's.
import { expect, it } from 'vitest';
import { codeOfPage, type PageId, pageCode, pageIds, pages } from './page-code.ts';
import { problemOf, problems } from './problem.ts';
import type { SetupView } from './setup-state.ts';
import { type StepId, setupSteps } from './setup-steps.ts';
import { isMistakable } from './spoken-words.test-part.ts';
import type { StepStatus } from './step-status.ts';

const words = [...new Set(pageIds.map((page) => pages[page].word as string))];
const shorts: readonly string[] = Object.values(problems).map(({ short }) => short);

/** One is the other with an ending: half heard, they are the same. */
const isBeginning = (one: string, other: string): boolean => one.startsWith(other) || other.startsWith(one);

it('every word is capitals and hyphens, and no longer than a breath', () => {
  expect(words.filter((word) => !/^[A-Z]+(?:-[A-Z]+)?$/u.test(word) || word.length > 12)).toEqual([]);
});

it('no two pages share a code, and only steps that are not needed share a word', () => {
  const codes = pageIds.map(codeOfPage);
  expect(new Set(codes).size).toBe(codes.length);
  const shared = pageIds.filter((page) => pageIds.some((one) => one !== page && pages[one].word === pages[page].word));
  expect(new Set(shared.map((page) => pages[page].word))).toEqual(new Set(['SKIPPED']));
});

it('no word is heard as another, or as a cause', () => {
  const mistaken = words.flatMap((word, at) =>
    [...words.slice(at + 1), ...shorts].flatMap((other) =>
      isMistakable(word, other) || isBeginning(word, other) ? [`${word} ${other}`] : [],
    ),
  );
  expect(mistaken).toEqual([]);
});

it('the test itself sees words that can be mistaken', () => {
  expect(isMistakable('MANE', 'NAME')).toBe(true);
  expect(isBeginning('WAIT', 'WAITING')).toBe(true);
});

const working: StepStatus = { kind: 'working', activity: 'waiting-for-browser' };
const done: StepStatus = { kind: 'done', fact: { code: 'watching' }, ms: 1 };
const needsYou: StepStatus = { kind: 'needs-you' };

function setupWith(step: StepId, status: StepStatus, more: Partial<SetupView> = {}): SetupView {
  const steps = Object.fromEntries(setupSteps.map((each) => [each, { kind: 'waiting' }])) as Record<StepId, StepStatus>;
  const plain = { id: 'a', purpose: 'new-account', practice: false, current: step } as const;
  return { ...plain, wanted: [], scopes: [], ladders: [], details: {}, ...more, steps: { ...steps, [step]: status } };
}
const codeAt = (step: StepId, status: StepStatus, more: Partial<SetupView> = {}, as?: PageId): string =>
  pageCode({ page: 'step', setup: setupWith(step, status, more), step, as });

const wait = { startedAt: 0, deadlineAt: 1, page: '', browser: '', otherBrowsers: [] };

it('a page says its step and its state', () => {
  expect(codeAt('understand', needsYou)).toBe('1-ADDRESS');
  expect(codeAt('understand', working)).toBe('1-SEARCH');
  expect(codeAt('flow', needsYou)).toBe('4-METHOD');
  expect(codeAt('flow', needsYou, {}, 'password')).toBe('4-KEYBOARD');
  expect(codeAt('response', working)).toBe('6-SOON');
  expect(codeAt('response', working, { wait })).toBe('6-WAITING');
  const device = { userCode: 'ABCD', page: '', qrSvg: '' };
  expect(codeAt('response', working, { wait: { ...wait, device } })).toBe('6-ELSEWHERE');
  const approval = { clientId: 'x', permissions: [], check: 'by-hand' } as const;
  expect(codeAt('response', { kind: 'working', activity: 'waiting-for-approval' }, { approval })).toBe('6-LETTER');
  expect(codeAt('response', { ...done, fact: { code: 'approved-after' } })).toBe('6-GRANTED');
  expect(codeAt('configure', needsYou)).toBe('9-CHOOSE');
  expect(codeAt('test', working)).toBe('10-TESTING');
  expect(codeAt('monitor', done)).toBe('12-DONE');
  expect(codeAt('token', { kind: 'skipped', reason: 'no-sign-in-page' })).toBe('7-SKIPPED');
});

it('every step has a code in every state, and each is in the list', () => {
  const codes = new Set(pageIds.map(codeOfPage));
  const states: StepStatus[] = [{ kind: 'waiting' }, working, needsYou, done];
  const unknown = setupSteps.flatMap((step) =>
    states.map((status) => codeAt(step, status)).filter((code) => !codes.has(code)),
  );
  expect(unknown).toEqual([]);
});

it('where something stopped or is noted, its stamp is the code, whatever the window knows besides', () => {
  const problem = problemOf('smtp-off');
  expect(codeAt('test', { kind: 'failed', problem })).toBe('10-SMTP-OFF');
  expect(codeAt('test', { kind: 'noted', fact: { code: 'receiving-only' }, ms: 1, problem })).toBe('10-SMTP-OFF');
  expect(codeAt('understand', { kind: 'failed', problem: problemOf('offline') }, {}, 'by-hand')).toBe('1-OFFLINE');
  expect(pageCode({ page: 'account', about: { step: 'refresh', problem: problemOf('sign-in-ended') } })).toBe(
    '11-ENDED',
  );
  expect(pageCode({ page: 'account' })).toBe('ACCOUNT');
  expect(pageCode({ page: 'list' })).toBe('LIST');
});
