// SMTP's last two rungs by Nodemailer's connection: login, then RSET, which a server grants only to a session it keeps. Nothing is
// sent to anyone. The login by token runs as a custom one, because Nodemailer's own would lose the challenge and ask for a second token.
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { SMTPConnectionCustomAuthContext } from 'nodemailer/lib/smtp-connection';
import type { MailLogin } from '../setup/outside-world.ts';
import { type Challenge, readChallenge } from './bearer-challenge.ts';
import { type BearerMechanism, bearerResponse, chooseMechanism, closingResponse } from './bearer-login.ts';
import { MailStop, readReply } from './mail-failure.ts';
import { freeSoon, greetThenRewind, type MailProtocol, type MailSession } from './mail-session.ts';
import { explainNodemailer } from './nodemailer-failure.ts';
import { choosePasswordMechanism, type PasswordMechanism, passwordNotTaken } from './password-login.ts';
import { serverWords } from './server-words.ts';
import { ehloName } from './start-tls.ts';

/** Longer than any ladder: the ladder's own deadline decides. */
const longerThanAnyLadder = 60_000;
/** RFC 5321 section 4.5.3.1.4: a command line with its end. A longer token goes on a line of its own. */
const longestCommand = 510;

export const smtpProtocol: MailProtocol = {
  prepare: () => import('nodemailer/lib/smtp-connection'),
  async climb(session) {
    const { clock, login, socket } = session;
    try {
      const { connection, failed, details } = await clock.climb('login', async () => {
        const greeting = await greetThenRewind(session);
        const opened = await open(session);
        const offered = mechanismsIn(opened.ehlo);
        const mechanism = mechanismFor(login, offered);
        await Promise.race([logIn(opened.connection, mechanism, login), opened.failed]);
        const said = greeting === '' ? [] : [{ label: 'greeting', value: serverWords(greeting, login.secret) ?? '' }];
        const capabilities = opened.ehlo
          .replace(/^\d{3}[ -]/gmu, '')
          .split(/\s*\n\s*/u)
          .slice(1)
          .join(' | ');
        return {
          ...opened,
          details: [
            ...said,
            { label: 'capabilities', value: capabilities.slice(0, 400) },
            { label: 'mechanism', value: mechanism },
          ],
        };
      });
      await clock.climb('mailbox', () => Promise.race([settle((done) => connection.reset(done)), failed]));
      return { details, leave: () => leave(connection, session) };
    } catch (error) {
      socket.destroy();
      throw explainNodemailer(error);
    }
  },
};

interface OpenSmtp {
  readonly connection: SMTPConnection;
  /** The server's whole answer to EHLO. */
  readonly ehlo: string;
  /** Only ever rejects. */
  readonly failed: Promise<never>;
}

async function open(session: MailSession): Promise<OpenSmtp> {
  const { login, socket } = session;
  const { host, port } = login.server;
  const { default: Connection } = await import('nodemailer/lib/smtp-connection');
  const connection = new Connection({
    host,
    port,
    connection: socket,
    secure: true,
    // The socket comes verified and encrypted; Nodemailer must not wrap it again.
    secured: true,
    name: ehloName,
    logger: false,
    connectionTimeout: longerThanAnyLadder,
    greetingTimeout: longerThanAnyLadder,
    socketTimeout: longerThanAnyLadder,
    maxResponseSize: 64 * 1024,
    customAuth: { bearer: (context: SMTPConnectionCustomAuthContext) => bearerLogin(context, session) },
  });
  const failed = new Promise<never>((_, reject) => {
    connection.on('error', reject);
  });
  failed.catch(() => {});
  await Promise.race([settle((done) => connection.connect(done)), failed]);
  return { connection, failed, ehlo: connection.lastServerResponse || '' };
}

/** RFC 4954 section 3; the form with `=` is an old server's. */
function mechanismsIn(ehlo: string): readonly string[] {
  const lines = ehlo.split('\n').flatMap((line) => /^\d{3}[ -]AUTH[ =](.+)$/iu.exec(line.trim())?.[1] ?? []);
  return [...new Set(lines.flatMap((line) => line.trim().toUpperCase().split(/\s+/u)))];
}

function mechanismFor({ by }: MailLogin, offered: readonly string[]): BearerMechanism | PasswordMechanism {
  const chosen = by === 'token' ? chooseMechanism(offered) : choosePasswordMechanism(offered);
  if (chosen !== null) return chosen;
  if (by === 'password') throw passwordNotTaken(offered);
  const facts = { offered: offered.join(' ').slice(0, 100) };
  throw new MailStop({ kind: 'known', code: 'sign-in-not-offered', facts });
}

function logIn(
  connection: SMTPConnection,
  mechanism: BearerMechanism | PasswordMechanism,
  { by, loginName, secret }: MailLogin,
): Promise<unknown> {
  if (by === 'token') return settle((done) => connection.login({ method: 'bearer', options: { mechanism } }, done));
  const credentials = { user: loginName, pass: secret.open() };
  return settle((done) => connection.login({ method: mechanism, credentials }, done));
}

async function bearerLogin(context: SMTPConnectionCustomAuthContext, session: MailSession): Promise<void> {
  const { login } = session;
  const { host, port } = login.server;
  const mechanism: BearerMechanism = context.auth.options?.['mechanism'] === 'OAUTHBEARER' ? 'OAUTHBEARER' : 'XOAUTH2';
  const response = bearerResponse(mechanism, { loginName: login.loginName, host, port }, login.secret);
  const inOneLine = `AUTH ${mechanism} ${response}`;
  let reply = await context.sendCommand(inOneLine.length <= longestCommand ? inOneLine : `AUTH ${mechanism}`);
  if (inOneLine.length > longestCommand && reply.status === 334) reply = await context.sendCommand(response);
  let challenge: Challenge | null = null;
  if (reply.status === 334) {
    challenge = readChallenge(reply.text);
    reply = await context.sendCommand(closingResponse(mechanism));
  }
  if (reply.status === 235) return;
  const refused = readReply('smtp', reply.response);
  // RFC 5321 section 4.2.1: every refusal begins with 4 or 5.
  if (!/^[45]/u.test(refused.status)) {
    throw new MailStop({ kind: 'known', code: 'server-unreadable', said: reply.response });
  }
  throw new MailStop(challenge ? { kind: 'reply', reply: refused, challenge } : { kind: 'reply', reply: refused });
}

/** Nodemailer's callbacks as promises. */
function settle<T>(call: (done: (error?: Error | null, value?: T) => void) => void): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    call((error, value) => (error ? reject(error) : resolve(value)));
  });
}

function leave(connection: SMTPConnection, session: MailSession): void {
  freeSoon(session.socket);
  // From now on a fault harms nobody.
  connection.on('error', () => {});
  connection.quit();
}
