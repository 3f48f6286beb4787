// What an agent asks for each page and each cause, in order. The questions and their answers stand in `agent.json`, those of
// explaining a message in `explain.json`; an answer's key is the cause or the page it leads to.
import i18next from 'i18next';
import { type PageId, pages } from '../../shared/page-code.ts';
import { type ProblemCode, problems } from '../../shared/problem.ts';
import { type CodeMeaning, causeMeaning, pageMeaning } from '../../shared/read-code.ts';
import { type PageWords, pageWordsOf } from './page-words.ts';

export interface AgentAnswer {
  /** Key of the answer's words. */
  readonly words: string;
  /** `here`: it is what the code says; `pass-on`: whoever can mend it has to know. */
  readonly leads: CodeMeaning | 'here' | 'pass-on';
}

export interface AgentQuestion {
  readonly id: string;
  readonly ask: string;
  readonly answers: readonly AgentAnswer[];
}

const mostAsked = 3;

const ofPage: Readonly<Record<PageWords, readonly string[]>> = {
  address: ['address-typed', 'spell'],
  search: ['moves'],
  found: ['what-found'],
  unsure: ['what-found'],
  'by-hand': ['what-found', 'spell'],
  provider: ['right-address', 'going-back'],
  register: ['from-it'],
  registered: ['going-back'],
  'client-id': ['looks-whole', 'client-id-from'],
  asking: ['moves'],
  known: ['going-back'],
  way: ['which-browser'],
  password: ['which-password'],
  checking: ['moves', 'vpn'],
  ready: ['going-back'],
  permission: ['name-read'],
  opening: ['tab-came'],
  asked: ['going-back'],
  soon: ['tab-came'],
  waiting: ['tab', 'page-shows', 'page-of-organisation'],
  'copy-link': ['link-pasted'],
  device: ['on-the-device'],
  approval: ['it-answered'],
  approved: ['going-back'],
  answered: ['going-back'],
  fetching: ['moves'],
  key: ['whose-mailbox', 'going-back'],
  sealing: ['moves', 'key-store'],
  kept: ['going-back'],
  programs: ['which-program'],
  chosen: ['program-asks'],
  testing: ['ladders'],
  works: ['program-asks'],
  renewing: ['moves'],
  stays: ['going-back'],
  'first-look': ['moves'],
  done: ['program-asks'],
  skipped: ['why-not-needed'],
  list: ['which-card'],
  account: ['health-line'],
  pick: ['which-program'],
  sheet: ['which-field', 'program-says'],
  bridge: ['door-line'],
  leaving: ['left-line'],
  receipt: ['old-program'],
  'case-file': ['whose-file'],
  'preset-link': ['how-link-came'],
  preset: ['preset-expected'],
  broken: ['shown-again'],
  policy: ['rules-read'],
  token: ['token-line'],
  'tab-arrived': ['window-after-tab'],
  'tab-again': ['window-after-tab'],
  'tab-unfinished': ['window-stamp'],
  'tab-unclaimed': ['whose-tab'],
  'tab-older': ['whose-tab'],
  'tab-empty': ['how-opened'],
  'tab-unread': ['how-opened'],
  'general-sign-in': ['page-shows', 'message-whole'],
  'general-keeping': ['key-store', 'message-whole'],
  'general-receiving': ['message-whole', 'web-mail'],
  'general-sending': ['message-whole', 'web-mail'],
  'general-network': ['web-page', 'other-network', 'message-whole'],
  'general-unknown': ['message-whole'],
};

type Words = Readonly<Record<string, unknown>>;
type Bank = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** English is there in every language, and the keys are the same in all. */
function bankOf(namespace: 'agent' | 'explain'): Bank {
  const words: Words = i18next.getResourceBundle('en', namespace) ?? {};
  return (words['questions'] ?? {}) as Bank;
}

function leadOf(key: string): AgentAnswer['leads'] {
  if (key === 'here' || key === 'pass-on') return key;
  return key in problems ? causeMeaning(key as ProblemCode) : pageMeaning(key as PageId);
}

function questionOf(namespace: 'agent' | 'explain', id: string, asked: CodeMeaning): AgentQuestion {
  const key = asked.kind === 'cause' ? asked.cause : asked.page;
  const answers = Object.keys(bankOf(namespace)[id] ?? {}).filter((each) => each !== 'ask');
  return {
    id: `${namespace}-${id}`,
    ask: `${namespace}:questions.${id}.ask`,
    answers: answers.map((each) => ({
      words: `${namespace}:questions.${id}.${each}`,
      leads: each === key ? 'here' : leadOf(each),
    })),
  };
}

/** The questions for what a code stands for, the first to be asked first; one to three. */
export function questionsFor(asked: CodeMeaning): readonly AgentQuestion[] {
  if (asked.kind === 'page') return ofPage[pageWordsOf(asked.page)].map((id) => questionOf('agent', id, asked));
  return (['agent', 'explain'] as const)
    .flatMap((namespace) =>
      Object.entries(bankOf(namespace))
        // What holds "here" is asked for pages alone.
        .filter(([, answers]) => asked.cause in answers && !('here' in answers))
        .map(([id]) => questionOf(namespace, id, asked)),
    )
    .slice(0, mostAsked);
}

/** Whether a key of an answer leads somewhere. */
export function isLead(key: string): boolean {
  return key === 'here' || key === 'pass-on' || key in problems || key in pages;
}
