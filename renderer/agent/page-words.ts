// Which words the caller's window has on each page: its title, and the buttons in front of the caller. Keys only; what is said here is
// what the pages themselves say.
import type { PageId } from '../../shared/page-code.ts';
import { type ProblemCode, problems } from '../../shared/problem.ts';
import type { StepId } from '../../shared/setup-steps.ts';

/** The pages of steps that are not needed say the same. */
type Skipped = Extract<PageId, `no-${string}`>;
export type PageWords = Exclude<PageId, Skipped> | 'skipped';

/** The key under `agent:pages`. */
export function pageWordsOf(page: PageId): PageWords {
  return page.startsWith('no-') ? 'skipped' : (page as PageWords);
}

export const pageTitles: Readonly<Record<PageId, string>> = {
  address: 'pages-start:understand.title',
  search: 'pages-start:understand.title',
  found: 'pages-start:understand.title',
  unsure: 'pages-start:understand.title',
  'by-hand': 'pages-start:understand.title',
  provider: 'pages-start:understand.closed.title',
  register: 'pages-start:register.titles.self',
  registered: 'pages-start:register.closed.title.preset',
  'client-id': 'pages-start:credentials.title',
  asking: 'pages-start:credentials.working.title',
  known: 'pages-start:credentials.known.page',
  way: 'pages-start:flow.title',
  password: 'pages-start:password.title.app',
  checking: 'pages-start:flow.working.title',
  ready: 'pages-start:flow.closed.title.browser',
  permission: 'pages-sign-in:request.title',
  opening: 'pages-sign-in:request.working.title.browser',
  asked: 'pages-sign-in:request.closed.title',
  soon: 'pages-sign-in:response.soon.title',
  waiting: 'pages-sign-in:response.title',
  'copy-link': 'pages-sign-in:response.titleNotOpened',
  device: 'pages-sign-in:response.onDevice.title',
  approval: 'approval:waiting.title',
  approved: 'approval:approved.title',
  answered: 'pages-sign-in:response.closed.title',
  fetching: 'pages-sign-in:token.working.title',
  key: 'pages-sign-in:token.closed.title',
  sealing: 'pages-sign-in:store.working.title',
  kept: 'pages-sign-in:store.closed.title.sealed',
  programs: 'pages-mail:configure.title',
  chosen: 'pages-mail:configure.closed.title',
  testing: 'pages-mail:test.title',
  works: 'pages-mail:test.closed.title',
  renewing: 'pages-mail:refresh.title',
  stays: 'pages-mail:refresh.closed.title',
  'first-look': 'pages-mail:monitor.title',
  done: 'pages-mail:monitor.done.title',
  'no-register': 'pages-start:skipped.title.register',
  'no-credentials': 'pages-start:skipped.title.credentials',
  'no-flow': 'pages-start:skipped.title.flow',
  'no-request': 'pages-start:skipped.title.request',
  'no-response': 'pages-start:skipped.title.response',
  'no-token': 'pages-start:skipped.title.token',
  'no-refresh': 'pages-start:skipped.title.refresh',
  list: 'agent:pages.list.title',
  account: 'agent:pages.account.title',
  pick: 'agent:pages.pick.title',
  sheet: 'agent:pages.sheet.title',
  bridge: 'agent:pages.bridge.title',
  leaving: 'agent:pages.leaving.title',
  receipt: 'agent:pages.receipt.title',
  'case-file': 'agent:pages.case-file.title',
  'preset-link': 'preset:link.title',
  preset: 'agent:pages.preset.title',
  broken: 'window:wrong.title',
  policy: 'agent:pages.policy.title',
  token: 'agent:pages.token.title',
  'tab-arrived': 'browser-page:pages.arrived.title',
  'tab-again': 'browser-page:pages.already.title',
  'tab-unfinished': 'browser-page:pages.other.title',
  'tab-unclaimed': 'browser-page:pages.unmatched.title',
  'tab-older': 'browser-page:pages.older.title',
  'tab-empty': 'browser-page:pages.wrong-page.title',
  'tab-unread': 'browser-page:pages.unreadable.title',
  'general-sign-in': 'explain:general.general-sign-in.title',
  'general-keeping': 'explain:general.general-keeping.title',
  'general-receiving': 'explain:general.general-receiving.title',
  'general-sending': 'explain:general.general-sending.title',
  'general-network': 'explain:general.general-network.title',
  'general-unknown': 'explain:general.general-unknown.title',
};

const goOn = 'window:buttons.goOn';
const continues = 'window:buttons.continue';
const signInOnceMore = 'pages-sign-in:request.closed.again';

/** Pages that are at work by themselves have none. */
export const pageButtons: Partial<Readonly<Record<PageWords, readonly string[]>>> = {
  address: [continues, 'pages-start:understand.practice', 'pages-start:understand.shared.button'],
  found: ['pages-start:understand.goOn', 'pages-start:wanted.button'],
  unsure: ['pages-start:understand.goOn', 'pages-start:found.byHand.button'],
  'by-hand': [continues],
  provider: ['pages-start:understand.closed.change', goOn],
  register: ['pages-start:register.goOn'],
  registered: ['pages-start:register.closed.change', goOn],
  'client-id': ['pages-start:credentials.goOn'],
  known: [goOn],
  way: [continues],
  password: ['pages-start:password.goOn'],
  ready: ['pages-start:flow.change', goOn],
  permission: ['pages-sign-in:request.button.browser', 'pages-sign-in:request.other.device'],
  asked: [signInOnceMore, goOn],
  waiting: [
    'window:buttons.moreTime',
    'pages-sign-in:response.openAgain',
    'pages-sign-in:response.link.button',
    'pages-sign-in:response.paste.button',
    'window:buttons.cancel',
  ],
  'copy-link': ['pages-sign-in:response.link.button', 'window:buttons.moreTime', 'window:buttons.cancel'],
  device: ['pages-sign-in:response.onDevice.copy', 'pages-sign-in:response.onDevice.browser', 'window:buttons.cancel'],
  approval: ['approval:waiting.lookNow', 'approval:waiting.again', 'approval:waiting.putAside'],
  approved: [signInOnceMore, goOn],
  answered: [signInOnceMore, goOn],
  key: ['pages-sign-in:token.closed.again', goOn],
  kept: [goOn],
  programs: [continues, 'pages-mail:configure.without'],
  chosen: ['programs:setUp', 'pages-mail:configure.closed.change', goOn],
  works: [continues, 'pages-mail:test.closed.again'],
  stays: ['pages-mail:refresh.closed.again', goOn],
  done: ['programs:setUp', 'pages-mail:monitor.finish', 'pages-mail:monitor.another'],
  skipped: [goOn],
  list: ['window:accounts.add', 'window:accounts.signInAgain'],
  'preset-link': ['preset:link.fetch', 'preset:link.cancel'],
  preset: ['preset:use', 'preset:decline'],
  pick: ['programs:setUp', 'window:buttons.back'],
  sheet: ['programs:needs.bridge-on.button', 'programs:needs.bridge-password.button', 'programs:done'],
  bridge: ['programs:done'],
  broken: ['window:wrong.reload'],
};

/** The buttons of a stopped page: the one that helps, and trying again where the page offers it. */
export function causeButtons(cause: ProblemCode, step: StepId): readonly string[] {
  const { next } = problems[cause];
  const helping = {
    'try-again': [],
    none: [],
    'ask-it': ['window:cause.writeToIt'],
    'sign-in-again': ['window:buttons.next.sign-in-again'],
    'edit-server': ['window:buttons.next.edit-server'],
    'edit-address': ['window:buttons.next.edit-address'],
    'edit-registration': ['window:buttons.next.edit-registration'],
    'choose-another-way': ['window:buttons.next.choose-another-way'],
    'type-password': ['window:buttons.next.type-password'],
  }[next];
  const isOneButton = step === 'token' || (step === 'response' && next === 'sign-in-again');
  return isOneButton ? helping : [...helping, 'window:buttons.tryAgain'];
}
