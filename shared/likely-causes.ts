// A mail server that let the person in and then opened no mailbox, or refused without saying why: what it can mean, the likeliest first,
// and what is known to be otherwise. Never one answer where there are several. Pure; the words are in `words/<language>/account.json`.
// Sources: Microsoft, "Authenticate an IMAP, POP or SMTP connection using OAuth"; recorded reports on "User is authenticated but not
// connected" and "AUTHENTICATE failed" of Exchange Online.
import type { MailSystem } from './it-requests/mail-system-of.ts';
import type { Service } from './mail-provider.ts';
import type { Actor, NextAction, Problem, ProblemCode } from './problem.ts';

export const likelyCauseIds = [
  'no-rights',
  'other-person',
  'alias',
  'service-off',
  'permission',
  'no-mailbox',
  'too-many',
  'server-side',
] as const;
export type LikelyCauseId = (typeof likelyCauseIds)[number];

export const ruledOutReasons = [
  'person-checked', // {person}
  'names-refused', // {names}
  'name-works', // {name, service}
  'mailbox-opened', // {service}
] as const;
export type RuledOutReason = (typeof ruledOutReasons)[number];

export interface LikelyCause {
  readonly id: LikelyCauseId;
  readonly actor: Actor;
  readonly next: NextAction;
  /** The cause that it would be, for the request to IT. */
  readonly as: ProblemCode;
  readonly ruledOut?: {
    readonly reason: RuledOutReason;
    readonly names: readonly string[];
    readonly service?: Service;
  };
}

/** What is known of the account beside the problem. */
export interface LikelyAbout {
  readonly problem: Problem;
  readonly service: Service;
  readonly system: MailSystem;
  /** Signed in as the address that was typed, or as the declared delegate; the provider said so itself. */
  readonly person?: string | undefined;
  readonly isShared: boolean;
  readonly loginName: string;
  readonly refusedNames: readonly string[];
  /** Services that work, and under which name. */
  readonly passed: readonly { readonly service: Service; readonly loginName: string }[];
}

type Traits = Pick<LikelyCause, 'actor' | 'next'>;

const traits = {
  'no-rights': { actor: 'it', next: 'ask-it' },
  'other-person': { actor: 'you', next: 'sign-in-again' },
  alias: { actor: 'you', next: 'edit-address' },
  'service-off': { actor: 'it', next: 'ask-it' },
  permission: { actor: 'app', next: 'edit-registration' },
  'no-mailbox': { actor: 'it', next: 'ask-it' },
  'too-many': { actor: 'you', next: 'try-again' },
  'server-side': { actor: 'wait', next: 'try-again' },
} as const satisfies Record<LikelyCauseId, Traits>;

const offCodes: Readonly<Record<Service, ProblemCode>> = { imap: 'imap-off', pop: 'pop-off', smtp: 'smtp-off' };

function codeOf(id: LikelyCauseId, { problem, service }: LikelyAbout): ProblemCode {
  switch (id) {
    case 'no-rights':
      return 'mailbox-forbidden';
    case 'other-person':
      return 'wrong-person';
    case 'service-off':
      return offCodes[service];
    case 'permission':
      return 'permission-missing-at-server';
    case 'too-many':
      return 'too-many-connections';
    case 'server-side':
      return 'server-busy';
    case 'alias':
    case 'no-mailbox':
      return problem.code;
  }
}

function listFor({ problem, system, service }: LikelyAbout): readonly LikelyCauseId[] {
  const isMicrosoft = system === 'microsoft';
  if (problem.code === 'mailbox-unreachable') {
    return isMicrosoft
      ? ['no-rights', 'other-person', 'alias', 'service-off', 'no-mailbox', 'too-many', 'server-side']
      : ['no-rights', 'other-person', 'alias', 'no-mailbox', 'server-side'];
  }
  if (problem.code !== 'login-refused') return [];
  if (!isMicrosoft) return ['no-rights', 'other-person', 'alias', 'service-off', 'no-mailbox'];
  // Exchange refuses sending in the same words, for fewer reasons.
  return service === 'smtp'
    ? ['alias', 'permission', 'service-off']
    : ['no-rights', 'other-person', 'alias', 'service-off', 'permission', 'no-mailbox'];
}

function ruledOut(id: LikelyCauseId, about: LikelyAbout): LikelyCause['ruledOut'] {
  const { person, loginName, refusedNames, passed, service } = about;
  // Sending is looked after apart: that it works says nothing of the mailbox.
  const received = passed.find((each) => each.service !== 'smtp' && each.service !== service);
  switch (id) {
    case 'other-person':
      return person === undefined ? undefined : { reason: 'person-checked', names: [person] };
    case 'alias': {
      const sameName = received?.loginName.toLowerCase() === loginName.toLowerCase() ? received : undefined;
      if (sameName) return { reason: 'name-works', names: [loginName], service: sameName.service };
      return refusedNames.length > 0 ? { reason: 'names-refused', names: refusedNames } : undefined;
    }
    case 'no-mailbox':
    case 'no-rights':
      return received && service !== 'smtp'
        ? { reason: 'mailbox-opened', names: [], service: received.service }
        : undefined;
    default:
      return undefined;
  }
}

/** Empty where the problem says by itself what it is. What is ruled out stays in its place, with why. */
export function likelyCauses(about: LikelyAbout): readonly LikelyCause[] {
  return listFor(about)
    .filter((id) => id !== 'no-rights' || (about.isShared && about.service !== 'smtp'))
    .map((id) => {
      const out = ruledOut(id, about);
      return { id, ...traits[id], as: codeOf(id, about), ...(out === undefined ? {} : { ruledOut: out }) };
    });
}
