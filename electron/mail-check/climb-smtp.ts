// SMTP's last two rungs by Nodemailer's connection: login, then RSET, which a server grants only to a session it keeps. Nothing is
// sent to anyone. The login by token runs as a custom one, because Nodemailer's own would lose the challenge and ask for a second token.
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { SMTPConnectionCustomAuthContext } from 'nodemailer/lib/smtp-connection';
import type { MailLogin } from '../setup/outside-world.ts';
import type { BearerMechanism } from './bearer-login.ts';
import { freeSoon, greetThenRewind, type MailProtocol, type MailSession } from './mail-session.ts';
import { explainNodemailer } from './nodemailer-failure.ts';
import type { PasswordMechanism } from './password-login.ts';
import { serverWords } from './server-words.ts';
import { sendSmtpBearer, smtpMechanism, smtpMechanisms } from './smtp-login.ts';
import { ehloName } from './start-tls.ts';

/** Longer than any ladder: the ladder's own deadline decides. */
const longerThanAnyLadder = 60_000;

export const smtpProtocol: MailProtocol = {
  prepare: () => import('nodemailer/lib/smtp-connection'),
  async climb(session) {
    const { clock, login, socket } = session;
    try {
      const { connection, failed, details } = await clock.climb('login', async () => {
        const greeting = await greetThenRewind(session);
        const opened = await open(session);
        const offered = smtpMechanisms(opened.ehlo);
        const mechanism = smtpMechanism(login, offered);
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

function logIn(
  connection: SMTPConnection,
  mechanism: BearerMechanism | PasswordMechanism,
  { by, loginName, secret }: MailLogin,
): Promise<unknown> {
  if (by === 'token') return settle((done) => connection.login({ method: 'bearer', options: { mechanism } }, done));
  const credentials = { user: loginName, pass: secret.open() };
  return settle((done) => connection.login({ method: mechanism, credentials }, done));
}

async function bearerLogin(context: SMTPConnectionCustomAuthContext, { login }: MailSession): Promise<void> {
  const mechanism: BearerMechanism = context.auth.options?.['mechanism'] === 'OAUTHBEARER' ? 'OAUTHBEARER' : 'XOAUTH2';
  await sendSmtpBearer((line) => context.sendCommand(line), mechanism, login);
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
