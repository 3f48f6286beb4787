// The one place where a failed mail check gets its meaning. Pure: failure in, problem out. Codes and fields decide first;
// servers' words are asked last, except a vendor's own that tell more than the code beside them (`find-reply-entry.ts`).

import { assertNever } from '../../shared/assert-never.ts';
import type { Rung } from '../../shared/ladder.ts';
import type { MailServer, Service } from '../../shared/mail-provider.ts';
import type { MailReplyEntry } from '../../shared/mail-reply-entry.ts';
import type { Problem, ProblemCode } from '../../shared/problem.ts';
import { problemOf } from '../../shared/problem.ts';
import type { MailLogin } from '../setup/outside-world.ts';
import type { Secret } from '../setup/secret.ts';
import type { Challenge } from './bearer-challenge.ts';
import { explainNetworkError } from './explain-network-error.ts';
import { entryByChallenge, entryByPlainWords, entryByReply } from './find-reply-entry.ts';
import type { Facts, MailFailure, ServerReply } from './mail-failure.ts';
import { serverWords } from './server-words.ts';

export interface MailPlace {
  readonly service: Service;
  readonly server: MailServer;
  /** The rung that broke. */
  readonly phase: Rung;
  readonly by: MailLogin['by'];
  /** Kept out of the server's words. */
  readonly secret: Secret;
}

interface Meaning {
  readonly code: ProblemCode;
  readonly facts?: Facts;
  readonly said?: string;
}

/**
 * `facts` always has service, host, port, security and phase; by cause also signer, names, spoken, level, scope, seconds, and `question`
 * where the reply has several causes and nothing here decides between them.
 */
export function explainMailError(place: MailPlace, failure: MailFailure): Problem {
  const { code, facts, said } = forLogin(place, meaningOf(place, failure));
  const { service, server, phase } = place;
  const where = { service, host: server.host, port: server.port, security: server.security, phase };
  return problemOf(code, { ...where, ...facts }, said === undefined ? undefined : serverWords(said, place.secret));
}

/** The same refusal means something else for a password than for a token, and the reverse. */
const ofPassword: Partial<Record<ProblemCode, ProblemCode>> = {
  'login-refused': 'password-refused',
  'token-refused': 'password-refused',
  'permission-missing-at-server': 'password-refused',
  'sign-in-not-offered': 'password-not-taken',
};
const ofToken: Partial<Record<ProblemCode, ProblemCode>> = {
  'password-refused': 'login-refused',
  'app-password-needed': 'login-refused',
  'password-not-taken': 'login-refused',
};

const inPlaceOf = ({ by }: MailPlace, code: ProblemCode): ProblemCode =>
  (by === 'token' ? ofToken : ofPassword)[code] ?? code;

function forLogin(place: MailPlace, meaning: Meaning): Meaning {
  return place.phase === 'login' ? { ...meaning, code: inPlaceOf(place, meaning.code) } : meaning;
}

/** Servers of the vendors that take passwords differently from everybody else. */
const serversOf: Readonly<Record<string, RegExp>> = {
  Microsoft: /(?:^|\.)(?:office365\.com|outlook\.com|outlook\.cn|office365\.us)\.?$/iu,
};

function decidedHere({ by, server }: MailPlace, { here, of }: MailReplyEntry): ProblemCode | undefined {
  if (by === 'token') return here?.token;
  const isAtVendor = of !== undefined && serversOf[of]?.test(server.host) === true;
  return (isAtVendor ? here?.passwordAtVendor : undefined) ?? here?.password;
}

function meaningOfEntry(place: MailPlace, entry: MailReplyEntry, said: string): Meaning {
  const { causes, here, question } = entry;
  const decided = decidedHere(place, entry);
  const code = decided ?? causes[0] ?? 'login-refused';
  // What is another cause for this login than for whoever reads it elsewhere is not one of those that the question is about.
  const isOpen = question !== undefined && decided === undefined && inPlaceOf(place, code) === code;
  return {
    code,
    facts: { ...(here?.level ? { level: here.level } : {}), ...(isOpen ? { question } : {}), ...backOff(said) },
    said,
  };
}

function meaningOf(place: MailPlace, failure: MailFailure): Meaning {
  switch (failure.kind) {
    case 'known':
      return failure;
    case 'network':
      return explainNetworkError(failure) ?? { code: 'connection-lost', facts: { errorCode: failure.code } };
    case 'reply':
      return meaningOfReply(place, failure);
    case 'deadline':
      return { code: stalled(place.phase) };
    case 'cancelled':
      return { code: 'took-too-long' };
    default:
      return assertNever(failure);
  }
}

function stalled(phase: Rung): ProblemCode {
  if (phase === 'name') return 'name-service-silent';
  return phase === 'connection' ? 'connection-timeout' : 'server-silent';
}

function meaningOfReply(place: MailPlace, failure: Extract<MailFailure, { kind: 'reply' }>): Meaning {
  const { reply, challenge, greeting = false } = failure;
  const said = reply.text;
  const plain = entryByPlainWords(reply);
  if (plain) return meaningOfEntry(place, plain, said);
  if (challenge) return { ...meaningOfChallenge(challenge), said };
  const found = entryByReply(reply);
  // Before anything was asked of it, a server refuses no login.
  if (found && !(greeting && found.causes.length > 1)) return meaningOfEntry(place, found, said);
  if (greeting) return { code: reply.status.startsWith('4') ? 'server-busy' : 'server-closed', said };
  return { code: otherwise(place, reply), said };
}

/** Who signed in and what was granted are known by now: of what a challenge can mean elsewhere, the first is left. */
function meaningOfChallenge({ status, scope }: Challenge): Meaning {
  if (status === 'invalid_request') return { code: 'login-refused' };
  const code = entryByChallenge(status)?.causes[0] ?? 'token-refused';
  if (code === 'permission-missing-at-server') return { code, facts: scope ? { scope } : {} };
  return { code, facts: { status } };
}

/** Exchange names its own back-off: "Suggested Backoff Time: 92415 milliseconds". */
function backOff(said: string): Facts {
  const ms = Number(/Backoff Time[:=\s]{1,4}(\d{1,9})/iu.exec(said)?.[1] ?? 0);
  return ms > 0 ? { seconds: Math.ceil(ms / 1000) } : {};
}

/** A refusal nobody has described: what it means depends on how far the ladder had come. */
function otherwise(place: MailPlace, reply: ServerReply): ProblemCode {
  if (reply.status === 'BYE') return 'server-closed';
  if (place.phase === 'mailbox') return 'mailbox-unreachable';
  if (place.phase !== 'login') return 'server-closed';
  // The server does not know the command: it has no token login. SMTP 4xx asks to come back later (RFC 5321 section 4.2.1).
  const unknownCommand = /unknown|unrecogni[sz]ed|unsupported|not (?:supported|implemented)|invalid command/iu;
  if ((reply.status === 'BAD' || reply.status === '-ERR') && unknownCommand.test(reply.text)) {
    return /user|password|credential/iu.test(reply.text) ? 'login-refused' : 'sign-in-not-offered';
  }
  if (/^50[0-4]$/u.test(reply.status)) return 'sign-in-not-offered';
  return reply.status.startsWith('4') ? 'server-busy' : 'login-refused';
}
