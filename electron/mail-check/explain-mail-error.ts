// The one place where a failed mail check gets its meaning. Pure: failure in, problem out. Codes and fields decide first;
// servers' words are asked last, except a vendor's own that tell more than the code beside them (`reply-patterns.ts`).

import { assertNever } from '../../shared/assert-never.ts';
import type { Rung } from '../../shared/ladder.ts';
import type { MailServer, Service } from '../../shared/mail-provider.ts';
import type { Problem, ProblemCode } from '../../shared/problem.ts';
import { problemOf } from '../../shared/problem.ts';
import type { MailLogin } from '../setup/outside-world.ts';
import type { Secret } from '../setup/secret.ts';
import type { Challenge } from './bearer-challenge.ts';
import { explainNetworkError } from './explain-network-error.ts';
import type { Facts, MailFailure, ServerReply } from './mail-failure.ts';
import { passwordPatterns } from './password-patterns.ts';
import { codePatterns, type ReplyPattern, tellingPatterns } from './reply-patterns.ts';
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

/** `facts` always has service, host, port, security and phase; by cause also signer, names, spoken, level, scope, seconds. */
export function explainMailError(place: MailPlace, failure: MailFailure): Problem {
  const { code, facts, said } = forLogin(place, meaningOf(place, failure));
  const { service, server, phase } = place;
  const where = { service, host: server.host, port: server.port, security: server.security, phase };
  return problemOf(code, { ...where, ...facts }, said === undefined ? undefined : serverWords(said, place.secret));
}

/** The same refusal means something else for a password than for a token. */
const ofPassword: Partial<Record<ProblemCode, ProblemCode>> = {
  'login-refused': 'password-refused',
  'token-refused': 'password-refused',
  'permission-missing-at-server': 'password-refused',
  'sign-in-not-offered': 'password-not-taken',
};

function forLogin({ by, phase }: MailPlace, meaning: Meaning): Meaning {
  if (by === 'token' || phase !== 'login') return meaning;
  return { ...meaning, code: ofPassword[meaning.code] ?? meaning.code };
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
  const fits = (pattern: ReplyPattern): boolean => patternFits(pattern, place, reply);
  const telling = (place.by === 'password' && passwordPatterns.find(fits)) || tellingPatterns.find(fits);
  if (telling) return { code: telling.problem, facts: { ...telling.facts, ...backOff(said) }, said };
  if (challenge) return { ...meaningOfChallenge(challenge), said };
  const coded = codePatterns.find(fits);
  if (coded) return coded.facts ? { code: coded.problem, facts: coded.facts, said } : { code: coded.problem, said };
  if (greeting) return { code: reply.status.startsWith('4') ? 'server-busy' : 'server-closed', said };
  return { code: otherwise(place, reply), said };
}

function patternFits(pattern: ReplyPattern, { service, server }: MailPlace, reply: ServerReply): boolean {
  if (pattern.services && !pattern.services.includes(service)) return false;
  if (pattern.host && !pattern.host.test(server.host)) return false;
  if (pattern.status !== undefined && pattern.status !== reply.status) return false;
  if (pattern.code !== undefined && pattern.code !== reply.code) return false;
  return pattern.text === undefined || pattern.text.test(reply.text);
}

/** RFC 7628 section 3.2.2; Google sends HTTP statuses as text instead. */
function meaningOfChallenge(challenge: Challenge): Meaning {
  if (challenge.status === 'insufficient_scope' || challenge.status === '403') {
    return { code: 'permission-missing-at-server', facts: challenge.scope ? { scope: challenge.scope } : {} };
  }
  if (challenge.status === 'invalid_request') return { code: 'login-refused' };
  return { code: 'token-refused', facts: { status: challenge.status } };
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
