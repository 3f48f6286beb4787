// SMTP's login on a connection that has said EHLO, whoever holds it: Nodemailer on the ladders, our own lines on the roads of the bridge.
import type { MailLogin } from '../setup/outside-world.ts';
import { type Challenge, readChallenge } from './bearer-challenge.ts';
import { type BearerMechanism, bearerResponse, chooseMechanism, closingResponse } from './bearer-login.ts';
import { MailStop, readReply } from './mail-failure.ts';
import { choosePasswordMechanism, type PasswordMechanism, passwordNotTaken, plainResponse } from './password-login.ts';

/** RFC 5321 section 4.5.3.1.4: a command line with its end. A longer token goes on a line of its own. */
const longestCommand = 510;

export interface SmtpAnswer {
  readonly status: number;
  /** The words alone. */
  readonly text: string;
  /** All lines as they came. */
  readonly response: string;
}

/** Sends one line and waits for its reply. */
export type SendSmtp = (line: string) => Promise<SmtpAnswer>;

/** RFC 4954 section 3; the form with `=` is an old server's. */
export function smtpMechanisms(ehlo: string): readonly string[] {
  const lines = ehlo.split('\n').flatMap((line) => /^\d{3}[ -]AUTH[ =](.+)$/iu.exec(line.trim())?.[1] ?? []);
  return [...new Set(lines.flatMap((line) => line.trim().toUpperCase().split(/\s+/u)))];
}

/** Throws `MailStop` where the server offers nothing that fits. */
export function smtpMechanism({ by }: MailLogin, offered: readonly string[]): BearerMechanism | PasswordMechanism {
  const chosen = by === 'token' ? chooseMechanism(offered) : choosePasswordMechanism(offered);
  if (chosen !== null) return chosen;
  if (by === 'password') throw passwordNotTaken(offered);
  const facts = { offered: offered.join(' ').slice(0, 100) };
  throw new MailStop({ kind: 'known', code: 'sign-in-not-offered', facts });
}

/** Throws `MailStop` when the server refuses. */
export async function sendSmtpBearer(
  send: SendSmtp,
  mechanism: BearerMechanism,
  { loginName, server: { host, port }, secret }: MailLogin,
): Promise<void> {
  const response = bearerResponse(mechanism, { loginName, host, port }, secret);
  const inOneLine = `AUTH ${mechanism} ${response}`;
  let reply = await send(inOneLine.length <= longestCommand ? inOneLine : `AUTH ${mechanism}`);
  if (inOneLine.length > longestCommand && reply.status === 334) reply = await send(response);
  let challenge: Challenge | null = null;
  if (reply.status === 334) {
    challenge = readChallenge(reply.text);
    reply = await send(closingResponse(mechanism));
  }
  expectTaken(reply, challenge);
}

/** PLAIN or LOGIN. Throws `MailStop` when the server refuses. */
export async function sendSmtpPassword(
  send: SendSmtp,
  mechanism: PasswordMechanism,
  { loginName, secret }: MailLogin,
): Promise<void> {
  let reply = await send(`AUTH ${mechanism}`);
  if (mechanism === 'PLAIN' && reply.status === 334) reply = await send(plainResponse(loginName, secret));
  if (mechanism === 'LOGIN' && reply.status === 334) reply = await send(Buffer.from(loginName).toString('base64'));
  if (mechanism === 'LOGIN' && reply.status === 334) reply = await send(Buffer.from(secret.open()).toString('base64'));
  expectTaken(reply, null);
}

function expectTaken(answer: SmtpAnswer, challenge: Challenge | null): void {
  if (answer.status !== 235) throw smtpRefusal(answer, challenge ? { challenge } : {});
}

/** What another reply than the one hoped for stops the login with. */
export function smtpRefusal(
  { response }: SmtpAnswer,
  more: { readonly challenge?: Challenge; readonly greeting?: boolean },
): MailStop {
  const reply = readReply('smtp', response);
  // RFC 5321 section 4.2.1: every refusal begins with 4 or 5.
  if (!/^[45]/u.test(reply.status)) return new MailStop({ kind: 'known', code: 'server-unreadable', said: response });
  return new MailStop({ kind: 'reply', reply, ...more });
}
