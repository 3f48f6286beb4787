// The code of every page, to be read out on the telephone: where something stopped or is noted the stamp of its problem, else step and
// state in one word. A closed list, the same in every language; the words about each page stand in `words/<language>/agent.json`.
import { type Problem, problemStamp } from './problem.ts';
import type { SetupView } from './setup-state.ts';
import { type StepId, stepNumber } from './setup-steps.ts';
import { isClosed } from './step-status.ts';

interface PageTraits {
  /** Absent: the page is no step's. */
  readonly step?: StepId;
  /** Capitals and hyphens. Only the pages of steps that are not needed share one, and are told apart by their number. */
  readonly word: string;
}

export const pages = {
  address: { step: 'understand', word: 'ADDRESS' },
  search: { step: 'understand', word: 'SEARCH' },
  found: { step: 'understand', word: 'FOUND' },
  unsure: { step: 'understand', word: 'UNSURE' },
  'by-hand': { step: 'understand', word: 'MANUAL' },
  provider: { step: 'understand', word: 'PROVIDER' },
  register: { step: 'register', word: 'REGISTER' },
  registered: { step: 'register', word: 'PAPERS' },
  'client-id': { step: 'credentials', word: 'FORM' },
  asking: { step: 'credentials', word: 'PROBING' },
  known: { step: 'credentials', word: 'ACCEPTED' },
  way: { step: 'flow', word: 'METHOD' },
  password: { step: 'flow', word: 'KEYBOARD' },
  checking: { step: 'flow', word: 'CHECKING' },
  ready: { step: 'flow', word: 'READY' },
  permission: { step: 'request', word: 'PERMISSION' },
  opening: { step: 'request', word: 'OPENING' },
  asked: { step: 'request', word: 'SENT' },
  soon: { step: 'response', word: 'SOON' },
  waiting: { step: 'response', word: 'WAITING' },
  'copy-link': { step: 'response', word: 'COPY-LINK' },
  device: { step: 'response', word: 'ELSEWHERE' },
  approval: { step: 'response', word: 'LETTER' },
  approved: { step: 'response', word: 'GRANTED' },
  answered: { step: 'response', word: 'ANSWER' },
  fetching: { step: 'token', word: 'FETCHING' },
  key: { step: 'token', word: 'ARRIVED' },
  sealing: { step: 'store', word: 'SEALING' },
  kept: { step: 'store', word: 'SAFE' },
  programs: { step: 'configure', word: 'CHOOSE' },
  chosen: { step: 'configure', word: 'PROGRAMS' },
  testing: { step: 'test', word: 'TESTING' },
  works: { step: 'test', word: 'WORKS' },
  renewing: { step: 'refresh', word: 'RENEWING' },
  stays: { step: 'refresh', word: 'STAYING' },
  'first-look': { step: 'monitor', word: 'FIRST-LOOK' },
  done: { step: 'monitor', word: 'DONE' },
  'no-register': { step: 'register', word: 'SKIPPED' },
  'no-credentials': { step: 'credentials', word: 'SKIPPED' },
  'no-flow': { step: 'flow', word: 'SKIPPED' },
  'no-request': { step: 'request', word: 'SKIPPED' },
  'no-response': { step: 'response', word: 'SKIPPED' },
  'no-token': { step: 'token', word: 'SKIPPED' },
  'no-refresh': { step: 'refresh', word: 'SKIPPED' },
  list: { word: 'LIST' },
  account: { word: 'ACCOUNT' },
  pick: { word: 'PICK-ONE' },
  sheet: { word: 'SHEET' },
  bridge: { word: 'BRIDGE' },
  leaving: { word: 'LEAVING' },
  receipt: { word: 'RECEIPT' },
  'case-file': { word: 'CASE-FILE' },
  'preset-link': { word: 'LINK' },
  preset: { word: 'PRESET' },
  broken: { word: 'WINDOW' },
  policy: { word: 'RULES' },
  // What `postkey token` says where there is none.
  token: { word: 'TOKEN' },
  // What Postkey shows in the tab of a browser, where no cause has a stamp of its own.
  'tab-arrived': { step: 'response', word: 'BACK' },
  'tab-again': { step: 'response', word: 'AGAIN' },
  'tab-unfinished': { step: 'response', word: 'UNFINISHED' },
  'tab-unclaimed': { step: 'response', word: 'UNCLAIMED' },
  'tab-older': { step: 'response', word: 'EARLIER' },
  'tab-empty': { step: 'response', word: 'EMPTY' },
  'tab-unread': { step: 'response', word: 'UNREAD' },
  // What is said of a pasted message whose cause nobody knows.
  'general-sign-in': { step: 'response', word: 'SIGN-IN' },
  'general-keeping': { step: 'store', word: 'KEEPING' },
  'general-receiving': { step: 'test', word: 'RECEIVING' },
  'general-sending': { step: 'test', word: 'SENDING' },
  'general-network': { step: 'test', word: 'NETWORK' },
  'general-unknown': { step: 'monitor', word: 'UNKNOWN' },
} as const satisfies Record<string, PageTraits>;

export type PageId = keyof typeof pages;

/** Codes that stand on no page, because the token command and the bridge say them to mail programs; and what tells about them. */
export const codesElsewhere = {
  'TOKEN-WHOSE': 'token',
  'TOKEN-SETUP': 'token',
  'TOKEN-TWO': 'token',
  'TOKEN-PASSWORD': 'token',
  'TOKEN-PRACTICE': 'token',
  'TOKEN-BUSY': 'token',
  'TOKEN-SIGNS': 'token',
  'TOKEN-OFF': 'token',
  'TOKEN-LATE': 'token',
  'TOKEN-OTHER': 'token',
  'TOKEN-FOLDER': 'token',
  'BRIDGE-PASSWORD': 'bridge',
  'BRIDGE-USER': 'bridge',
  'BRIDGE-PORT': 'bridge',
} as const satisfies Record<string, PageId>;

/** In the order of the steps. */
export const pageIds = Object.keys(pages) as readonly PageId[];

/** "6-WAITING", "LIST". */
export function codeOfPage(page: PageId): string {
  const { step, word }: PageTraits = pages[page];
  return step === undefined ? word : `${stepNumber(step)}-${word}`;
}

/** What the window shows. */
export type ShownPage =
  /** `as`: what only the window knows of the page, where nothing stopped. */
  | { readonly page: 'step'; readonly setup: SetupView; readonly step: StepId; readonly as?: PageId | undefined }
  /** A page that is no step's; the problem, where it is about one, with the step it is counted to. */
  | { readonly page: PageId; readonly about?: { readonly step: StepId; readonly problem: Problem } | undefined };

/** The code of what is shown, "10-SMTP-OFF", "6-WAITING", "LIST". */
export function pageCode(shown: ShownPage): string {
  if (shown.page !== 'step') {
    return shown.about === undefined ? codeOfPage(shown.page) : problemStamp(shown.about.step, shown.about.problem);
  }
  const { setup, step, as } = shown;
  const status = setup.steps[step];
  if (status.kind === 'failed' || status.kind === 'noted') return problemStamp(step, status.problem);
  return codeOfPage(as ?? pageOfStep(setup, step));
}

const skippedPages: Partial<Record<StepId, PageId>> = {
  register: 'no-register',
  credentials: 'no-credentials',
  flow: 'no-flow',
  request: 'no-request',
  response: 'no-response',
  token: 'no-token',
  refresh: 'no-refresh',
};

/** Which page of a step is shown while nothing stopped. */
export function pageOfStep(setup: SetupView, step: StepId): PageId {
  const status = setup.steps[step];
  if (status.kind === 'skipped') return skippedPages[step] ?? closedPages[step];
  if (step === 'response' && status.kind === 'done' && status.fact.code === 'approved-after') return 'approved';
  return isClosed(status) ? closedPages[step] : openPage(setup, step);
}

const closedPages: Readonly<Record<StepId, PageId>> = {
  understand: 'provider',
  register: 'registered',
  credentials: 'known',
  flow: 'ready',
  request: 'asked',
  response: 'answered',
  token: 'key',
  store: 'kept',
  configure: 'chosen',
  test: 'works',
  refresh: 'stays',
  monitor: 'done',
};

function openPage(setup: SetupView, step: StepId): PageId {
  const { kind } = setup.steps[step];
  switch (step) {
    case 'understand':
      return firstPage(setup);
    case 'register':
      return 'register';
    case 'credentials':
      return kind === 'working' ? 'asking' : 'client-id';
    case 'flow':
      return kind === 'needs-you' ? 'way' : 'checking';
    case 'request':
      return kind === 'working' ? 'opening' : 'permission';
    case 'response':
      return waitPage(setup);
    case 'token':
      return 'fetching';
    case 'store':
      return 'sealing';
    case 'configure':
      return 'programs';
    case 'test':
      return 'testing';
    case 'refresh':
      return 'renewing';
    case 'monitor':
      return 'first-look';
  }
}

function firstPage({ steps, provider }: SetupView): PageId {
  if (steps.understand.kind === 'working') return 'search';
  if (provider === undefined) return 'address';
  return provider.unsure === undefined ? 'found' : 'unsure';
}

function waitPage({ steps, wait, approval }: SetupView): PageId {
  if (wait?.device !== undefined) return 'device';
  if (wait !== undefined) return steps.request.kind === 'noted' ? 'copy-link' : 'waiting';
  const { response } = steps;
  const waitsForIt = response.kind === 'working' && response.activity === 'waiting-for-approval';
  return waitsForIt && approval !== undefined ? 'approval' : 'soon';
}
