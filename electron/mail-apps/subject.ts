// The account that is handed over, with what every program's page asks about it. Pure.
import type { MailProgram } from '../../shared/mail-program.ts';
import type { Service } from '../../shared/mail-provider.ts';
import type { HandOverAbout, HandOverLogin } from '../setup/hand-over-world.ts';

/**
 * Whose sign-in an account needs, as far as mail programs tell them apart. `microsoft-cloud`: one of the separate clouds, where no
 * program's global registration is known. `own`: a server with a sign-in of its own. `none`: no sign-in lets a mail program in.
 */
export type SignInFamily =
  | 'microsoft-work'
  | 'microsoft-personal'
  | 'microsoft-cloud'
  | 'google'
  | 'yahoo'
  | 'aol'
  | 'att'
  | 'fastmail'
  | 'yandex'
  | 'mail-ru'
  | 'comcast'
  | 'own'
  | 'none';

const named = ['yahoo', 'aol', 'att', 'fastmail', 'yandex', 'mail-ru', 'comcast'] as const;

export interface Subject extends HandOverAbout {
  /** Whom it is handed over to. */
  readonly program: MailProgram;
  readonly family: SignInFamily;
  /** No service takes a token. */
  readonly isByPassword: boolean;
  /** The command that prints a token, its words without the address. Absolute. */
  readonly tokenCommand: readonly string[];
  readonly system: 'linux' | 'mac' | 'windows';
}

function familyOf({ provider, practice }: HandOverAbout): SignInFamily {
  if (practice) return 'own';
  if (provider.signIn === 'google') return 'google';
  if (provider.signIn === 'microsoft') {
    if (provider.cloud !== undefined && provider.cloud !== 'global') return 'microsoft-cloud';
    return provider.kind === 'personal' ? 'microsoft-personal' : 'microsoft-work';
  }
  // By name also where Postkey itself uses a password: a program may have a registration that Postkey cannot get.
  return named.find((id) => id === provider.id) ?? (provider.signIn === 'password' ? 'none' : 'own');
}

export function subjectOf(about: HandOverAbout, parts: Pick<Subject, 'program' | 'tokenCommand' | 'system'>): Subject {
  return {
    ...about,
    ...parts,
    family: familyOf(about),
    isByPassword: about.logins.every(({ by }) => by === 'password'),
  };
}

export function loginFor(subject: Subject, service: Service): HandOverLogin | null {
  return subject.logins.find((login) => login.service === service) ?? null;
}

/** What a program uses of the account: one way of receiving, IMAP where both have it, and sending. */
export function servicesUsed(subject: Subject, speaks: readonly Service[]): readonly Service[] {
  const both = speaks.filter((service) => loginFor(subject, service));
  return both.filter((service) => service !== 'pop' || !both.includes('imap'));
}

/** The whole command that prints a token of this account. */
export const tokenWords = ({ tokenCommand, address }: Subject): readonly string[] => [...tokenCommand, address];
